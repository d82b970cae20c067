import { checkArray, checkSettings } from "../check-arguments.ts";
import { element } from "../element.ts";
import type { Audible } from "./clip.ts";
import type { Sound } from "./create-sound.ts";
import { playControl } from "./play-button.ts";

export interface SoundVotesOptions {
  /** Name of each sound. */
  labels: readonly string[];
  /** A second line for each. */
  notes?: readonly string[];
  /** The answers that one may give; default "yes" and "no". */
  answers?: readonly string[];
  /** The answers at first, null for none; default none anywhere. */
  value?: readonly (string | null)[];
  /** Ends the sounds. */
  signal?: AbortSignal;
}

/** An element with a `value` that fires `input` events, as `view(…)` wants it. */
export interface SoundVotesElement extends HTMLElement {
  value: readonly (string | null)[];
}

/**
 * Cards of sounds, each with a button for each answer. A pressed one that is pressed again takes the answer back.
 * Setting `value` fires nothing; what is no answer counts as none.
 * @throws TypeError unless clips and labels are arrays and every clip can be heard, RangeError without answers.
 */
export function soundVotes(
  sound: Sound,
  clips: readonly Audible[],
  options: SoundVotesOptions,
): SoundVotesElement {
  checkArray("soundVotes", "clips", clips, "[drums.clips[0]]");
  checkSettings("soundVotes", options, '{labels: ["kick"]}');
  checkArray("soundVotes", "labels", options.labels, '{labels: ["kick"]}');
  const { labels, notes = [], answers = ["yes", "no"], signal } = options;
  checkArray("soundVotes", "answers", answers, '["yes", "no"]');
  if (answers.length === 0) throw new RangeError("soundVotes: answers must have one entry or more.");
  let value: readonly (string | null)[] = [];
  const buttons: HTMLButtonElement[][] = [];
  const list = element("ul", { class: "etude-cards etude-voted", role: "list" });
  const set = (next: readonly unknown[]) => {
    value = clips.map((_, i) => answers.find((answer) => answer === next[i]) ?? null);
    for (const [i, ofClip] of buttons.entries()) {
      for (const [a, button] of ofClip.entries()) {
        button.setAttribute("aria-pressed", String(value[i] === answers[a]));
      }
    }
  };
  for (const [i, clip] of clips.entries()) {
    const label = labels[i] ?? `sound ${i + 1}`;
    const { button, status } = playControl(sound, clip, { label, signal });
    const ofClip = answers.map((answer) => {
      const vote = element("button", { type: "button", "aria-label": `${answer}: ${label}` }, answer);
      vote.addEventListener("click", () => {
        set(value.map((given, at) => (at !== i ? given : given === answer ? null : answer)));
        list.dispatchEvent(new Event("input", { bubbles: true }));
      });
      return vote;
    });
    buttons.push(ofClip);
    const name = element("span", { class: "etude-card-name" }, label);
    const note = notes[i] ? element("small", {}, notes[i]) : null;
    const group = element("div", { class: "etude-votes", role: "group", "aria-label": label }, ...ofClip);
    list.append(element("li", { class: "etude-card" }, button, name, note, group, status));
  }
  set(options.value ?? []);
  return Object.defineProperty(list, "value", { get: () => value, set }) as unknown as SoundVotesElement;
}
