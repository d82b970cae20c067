import { shown } from "../../learn/base/shown.ts";
import { checkSettings } from "../check-arguments.ts";
import { element, svgElement } from "../element.ts";
import { checkAudible } from "./check-audible.ts";
import type { Samples } from "./clip.ts";
import type { Playback, Sound } from "./create-sound.ts";

export interface StepPlayerOptions {
  /** What is heard: each step has `stepSeconds` of it, one after the other, and the last one all that is left. */
  sound?: Samples;
  /** How long a step is, in seconds; default 0.5. */
  stepSeconds?: number;
  /** The step at first, from 0; default 0. */
  value?: number;
  /** What is walked through; default "the steps". */
  label?: string;
  /** Text of a step; default "step 1 of 12". */
  format?: (step: number) => string;
  /** Ends it: sound and walk. */
  signal?: AbortSignal;
}

/** An element whose `value` is the step, from 0; it fires `input` events, as `view(…)` wants it. */
export interface StepPlayerElement extends HTMLElement {
  value: number;
}

/** What walks at present: something that says how far it is, in seconds, and can be stopped. */
type Walk = { seconds(): number; stop(): void };

const icons = {
  back: "M6 5v14M19 5.5 9 12l10 6.5Z",
  step: "M18 5v14M5 5.5 15 12 5 18.5Z",
  play: "M7 4.5 19 12 7 19.5Z",
  stop: "M6.5 6.5H17.5V17.5H6.5Z",
  sound: "M3 9v6h4l5 4.5v-15L7 9ZM15.5 8.5a5 5 0 0 1 0 7M18 5.5a9 9 0 0 1 0 13",
  silent: "M3 9v6h4l5 4.5v-15L7 9ZM16 9.5l5 5m0-5l-5 5",
};

function iconButton(name: keyof typeof icons, text: string): HTMLButtonElement {
  const path = svgElement("path", { d: icons[name] });
  const picture = svgElement("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, path);
  return element("button", { type: "button" }, picture, element("span", {}, text));
}

/** The part of the sound that a step has, and with `toEnd` all after it, too. */
function partOf(
  { y, sr }: Samples,
  from: number,
  toEnd: boolean,
  count: number,
  stepSeconds: number,
): Samples {
  const at = (step: number) => Math.min(y.length - 1, Math.round(step * stepSeconds * sr));
  const end = toEnd || from >= count - 1 ? y.length : at(from + 1);
  return { y: y.subarray(at(from), Math.max(at(from) + 1, end)), sr };
}

function requireSteps(count: unknown, stepSeconds: unknown): void {
  if (!(Number.isInteger(count) && (count as number) >= 1)) {
    throw new RangeError(
      `stepPlayer: count must be a whole number of at least 1, but it is ${shown(count)}.`,
    );
  }
  if (!((stepSeconds as number) > 0 && (stepSeconds as number) < Infinity)) {
    throw new RangeError(`stepPlayer: stepSeconds must be above 0, but it is ${shown(stepSeconds)}.`);
  }
}

/** Walks through `count` steps by hand or by itself, and lets them be heard. */
export function stepPlayer(sound: Sound, count: number, options: StepPlayerOptions = {}): StepPlayerElement {
  checkSettings("stepPlayer", options, "{stepSeconds: 0.5}");
  const { sound: heard, stepSeconds = 0.5, label = "the steps", signal } = options;
  requireSteps(count, stepSeconds);
  if (heard !== undefined) checkAudible(heard);
  const text = options.format ?? ((step: number) => `step ${step + 1} of ${count}`);
  const last = count - 1;

  const back = iconButton("back", "Back");
  const play = iconButton("play", "Play");
  const step = iconButton("step", "Step");
  const stop = iconButton("stop", "Stop");
  const listen = heard ? iconButton("sound", "Sound") : null;
  listen?.setAttribute("aria-pressed", "true");
  const range = element("input", {
    type: "range",
    min: 0,
    max: last,
    step: 1,
    "aria-label": `Place in ${label}`,
  });
  // The range announces its own text; a live output would say it twice.
  const output = element("output", { "aria-live": "off" });
  const status = element("span", { class: "etude-sound-status", role: "status" });
  const buttons = element("div", { class: "etude-step-buttons" }, back, play, step, stop, listen);
  const root = element(
    "div",
    { class: "etude-step-player", role: "group", "aria-label": label },
    buttons,
    element("div", { class: "etude-step-place" }, range, output),
    status,
  );

  let value = 0;
  let walk: Walk | undefined;
  let turn = 0;

  const show = () => {
    range.value = String(value);
    range.setAttribute("aria-valuetext", text(value));
    range.style.setProperty("--etude-filled", `${last > 0 ? ((100 * value) / last).toFixed(2) : 100}%`);
    output.textContent = text(value);
    // A disabled button would lose the focus, and with it a keyboard reader's place.
    back.setAttribute("aria-disabled", String(value === 0));
    step.setAttribute("aria-disabled", String(value === last));
  };
  const moveTo = (wanted: number) => {
    const before = value;
    value = Math.min(last, Math.max(0, Math.round(wanted)));
    show();
    if (value !== before) root.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const setPlaying = (playing: boolean) => {
    root.toggleAttribute("data-playing", playing);
    play.setAttribute("aria-pressed", String(playing));
    stop.setAttribute("aria-disabled", String(!playing));
  };
  const end = () => {
    turn++;
    walk?.stop();
    walk = undefined;
    setPlaying(false);
  };

  /** A walk that keeps time without a sound. */
  const silentWalk = (seconds: number): Walk & { ended: Promise<void> } => {
    const began = performance.now();
    let over = () => {};
    const ended = new Promise<void>((resolve) => {
      over = resolve;
    });
    const timer = setTimeout(over, 1000 * seconds);
    return {
      seconds: () => (performance.now() - began) / 1000,
      stop: () => {
        clearTimeout(timer);
        over();
      },
      ended,
    };
  };
  const audibleWalk = async (part: Samples): Promise<Walk & { ended: Promise<void> }> => {
    const playback: Playback = await sound.start(part, { signal });
    return { seconds: playback.position, stop: playback.stop, ended: playback.ended };
  };

  /** Lets step `from` be heard, and with `toEnd` all after it, walking along. */
  const go = async (from: number, toEnd: boolean): Promise<void> => {
    end();
    if (signal?.aborted) return;
    const mine = ++turn;
    status.textContent = "";
    setPlaying(true);
    moveTo(from);
    const isHeard = heard !== undefined && listen?.getAttribute("aria-pressed") === "true";
    const silent = () => silentWalk(stepSeconds * (toEnd ? count - from : 1));
    let walking: Walk & { ended: Promise<void> };
    try {
      walking = isHeard ? await audibleWalk(partOf(heard, from, toEnd, count, stepSeconds)) : silent();
    } catch (error) {
      status.textContent = `This cannot be heard here: ${error instanceof Error ? error.message : error}`;
      walking = silent();
    }
    if (mine !== turn) return walking.stop();
    walk = walking;
    const follow = () => {
      if (walk !== walking) return;
      if (toEnd) moveTo(Math.min(last, from + Math.floor(walking.seconds() / stepSeconds)));
      requestAnimationFrame(follow);
    };
    follow();
    await walking.ended;
    if (walk !== walking) return;
    // In a tab that nobody sees there are no frames to follow it by. Whoever stopped it stopped it where it is.
    if (toEnd && walking.seconds() >= stepSeconds * (last - from)) moveTo(last);
    end();
  };

  play.addEventListener("click", () => void go(value === last ? 0 : value, true));
  step.addEventListener("click", () => void (value < last && go(value + 1, false)));
  back.addEventListener("click", () => void (value > 0 && go(value - 1, false)));
  stop.addEventListener("click", end);
  range.addEventListener("input", (event) => {
    event.stopPropagation();
    end();
    moveTo(range.valueAsNumber);
  });
  range.addEventListener("change", (event) => event.stopPropagation());
  listen?.addEventListener("click", () => {
    const on = listen.getAttribute("aria-pressed") !== "true";
    listen.setAttribute("aria-pressed", String(on));
    listen.querySelector("path")!.setAttribute("d", on ? icons.sound : icons.silent);
    // A walk goes on from where it is, heard or not.
    if (walk) void go(value, true);
  });
  signal?.addEventListener("abort", end, { once: true });
  value = Math.min(last, Math.max(0, Math.round(options.value ?? 0)));
  setPlaying(false);
  show();
  return Object.defineProperty(root, "value", {
    get: () => value,
    set: (wanted: unknown) => {
      if (typeof wanted !== "number" || !Number.isFinite(wanted)) return;
      end();
      value = Math.min(last, Math.max(0, Math.round(wanted)));
      show();
    },
  }) as unknown as StepPlayerElement;
}
