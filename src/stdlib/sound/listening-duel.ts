import { shown } from "../../learn/base/shown.ts";
import { checkArray, checkSettings } from "../check-arguments.ts";
import { element } from "../element.ts";
import { classSwatch } from "../figures/class-marks.ts";
import type { Audible } from "./clip.ts";
import type { Sound } from "./create-sound.ts";
import { drawEvenly } from "./draw-evenly.ts";
import { type DuelState, type DuelValue, duelValue, isDuelState } from "./duel-value.ts";
import { playControl } from "./play-button.ts";

export interface ListeningDuelOptions {
  /** The sounds; those that are null cannot be heard, and are not asked about. */
  clips: readonly (Audible | null)[];
  /** What each of them is. They decide how many of each class are drawn, and are told only once answered. */
  labels: readonly string[];
  /** What can be answered, in the order of keys and colours. */
  classNames: readonly string[];
  /** How many sounds are asked about; default 12. */
  n?: number;
  /** Decides which sounds are drawn, and their order; default 0. */
  seed?: number;
  /** What is done; default "Name what you hear". */
  label?: string;
  /** Ends the sound. */
  signal?: AbortSignal;
}

/** An element with a `value` that fires `input` events, as `view(…)` wants it. */
export interface ListeningDuelElement extends HTMLElement {
  value: DuelValue;
}

/** Keys that a hand finds without looking. */
const mostKeys = 9;

function checked(options: ListeningDuelOptions): { allowed: number[]; n: number; seed: number } {
  checkSettings("listeningDuel", options, "{clips, labels, classNames}");
  const { clips, labels, classNames, n = 12, seed = 0 } = options;
  checkArray("listeningDuel", "clips", clips, "drums.clips");
  checkArray("listeningDuel", "labels", labels, '["kick", "tom"]');
  checkArray("listeningDuel", "classNames", classNames, '["kick", "tom"]');
  if (labels.length !== clips.length) {
    throw new RangeError(
      `listeningDuel: every clip has its label, but there are ${clips.length} clips and ${labels.length} labels.`,
    );
  }
  const stranger = labels.find((label) => !classNames.includes(label));
  if (stranger !== undefined) {
    throw new RangeError(
      `listeningDuel: ${shown(stranger)} is a label, but not one of classNames: nobody could answer it.`,
    );
  }
  const allowed = clips.flatMap((clip, i) => (clip === null ? [] : [i]));
  if (!Number.isInteger(n) || n < 1 || n > allowed.length) {
    throw new RangeError(
      `listeningDuel: n must be a whole number from 1 to ${allowed.length}, as many sounds as can be heard, but it is ${shown(n)}.`,
    );
  }
  return { allowed, n, seed };
}

/** Sounds without their names, one after the other, for a listener to name. */
export function listeningDuel(sound: Sound, options: ListeningDuelOptions): ListeningDuelElement {
  const { allowed, n, seed } = checked(options);
  const { clips, labels, classNames, label = "Name what you hear", signal } = options;
  let state: DuelState = { answers: [], over: false, round: 0 };
  let sounds: number[] = [];
  let heard = false;
  let control: ReturnType<typeof playControl> | undefined;
  /** Ends the sound of the question before. */
  let turn = new AbortController();

  const title = element("strong", {});
  const bar = element("progress", { max: n, "aria-label": "answered" });
  const stage = element("div", { class: "etude-duel-stage" });
  const said = element("p", { class: "etude-duel-said", role: "status" });
  const buttons = classNames.map((name, i) =>
    element(
      "button",
      { type: "button", class: "etude-duel-answer", "aria-keyshortcuts": i < mostKeys ? i + 1 : null },
      classSwatch(i),
      element("span", {}, name),
      i < mostKeys ? element("kbd", { "aria-hidden": "true" }, String(i + 1)) : null,
    ),
  );
  const quiet = (text: string) => element("button", { type: "button", class: "etude-quiet" }, text);
  const back = quiet("Take back");
  const enough = quiet("Enough");
  const again = quiet("Again, with other sounds");
  const keys = element(
    "small",
    {},
    `Keys: 1 to ${Math.min(mostKeys, classNames.length)} answer, space plays again, backspace takes back.`,
  );
  const answering = element(
    "div",
    { class: "etude-duel-answers", role: "group", "aria-label": "It is" },
    ...buttons,
  );
  const root = element(
    "div",
    { class: "etude-duel", role: "group", "aria-label": label },
    element("div", { class: "etude-duel-head" }, title, bar),
    stage,
    answering,
    said,
    element("div", { class: "etude-duel-foot" }, back, enough, again, keys),
  );

  const listen = () => void control?.player.playFrom(0);
  const hears = (now: boolean) => {
    heard = now;
    for (const button of buttons) button.setAttribute("aria-disabled", String(!heard));
  };
  /** Shows the sound that is asked about now, or that all is over. */
  const show = () => {
    const place = state.answers.length;
    const focused = root.contains(document.activeElement);
    turn.abort();
    turn = new AbortController();
    signal?.addEventListener("abort", () => turn.abort(), { once: true, signal: turn.signal });
    hears(false);
    root.dataset.state = state.over ? "over" : "asking";
    title.textContent = state.over ? `${place} of ${n} answered` : `Sound ${place + 1} of ${n}`;
    bar.value = place;
    back.disabled = place === 0;
    for (const part of [answering, back, enough, keys]) part.hidden = state.over;
    again.hidden = !state.over;
    if (state.over) {
      control = undefined;
      stage.replaceChildren();
      if (focused) again.focus();
      return;
    }
    control = playControl(sound, clips[sounds[place]!]!, {
      label: `sound ${place + 1}`,
      signal: turn.signal,
      onPlaying: (playing) => playing && hears(true),
    });
    const prompt = element("span", {}, place === 0 ? `${label}: play, then answer.` : "What is this?");
    stage.replaceChildren(control.button, prompt, control.status);
    if (focused) control.button.focus();
  };
  const tell = () => {
    for (const type of ["input", "change"]) root.dispatchEvent(new Event(type, { bubbles: true }));
  };
  const draw = () => {
    sounds = drawEvenly(labels, allowed, n, seed + state.round);
  };
  const answer = (i: number) => {
    if (state.over || signal?.aborted) return;
    if (!heard) {
      said.textContent = "Listen first: press play, or space.";
      return;
    }
    const answers = [...state.answers, classNames[i]!];
    state = { ...state, answers, over: answers.length === n };
    said.textContent = `You said ${classNames[i]}.${state.over ? " That was the last one." : ""}`;
    show();
    tell();
    listen();
  };
  const takeBack = () => {
    if (state.over || state.answers.length === 0) return;
    state = { ...state, answers: state.answers.slice(0, -1) };
    said.textContent = "Taken back.";
    show();
    tell();
    listen();
  };

  for (const [i, button] of buttons.entries()) {
    button.addEventListener("click", (event) => {
      // The second click of a double one was not meant for the next sound.
      if (event.detail <= 1) answer(i);
    });
  }
  back.addEventListener("click", takeBack);
  enough.addEventListener("click", () => {
    state = { ...state, over: true };
    said.textContent = "";
    show();
    tell();
  });
  again.addEventListener("click", () => {
    state = { answers: [], over: false, round: state.round + 1 };
    said.textContent = "";
    draw();
    show();
    tell();
  });
  root.addEventListener("keydown", (event) => {
    if (state.over || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as Element;
    const place = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
    if (place >= 0 && place < buttons.length) {
      if (!event.repeat) answer(place);
    } else if (event.key === "Backspace") {
      if (!event.repeat) takeBack();
    } else if (event.key === " " && !target.closest(".etude-duel-answer, .etude-quiet")) {
      if (!event.repeat) listen();
    } else return;
    // Not for the notebook, whose keys these are as well, nor for the button that has the focus.
    event.preventDefault();
    event.stopPropagation();
  });

  draw();
  show();
  return Object.defineProperty(root, "value", {
    get: () => duelValue(state, sounds, labels),
    set: (value: unknown) => {
      if (!isDuelState(value, classNames, n)) return;
      state = { answers: [...value.answers], over: value.over, round: value.round };
      draw();
      show();
    },
  }) as unknown as ListeningDuelElement;
}
