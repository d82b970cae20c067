import { checkArray } from "../check-arguments.ts";
import { element } from "../element.ts";
import { classSwatch } from "../figures/class-marks.ts";
import type { Audible } from "./clip.ts";
import type { Sound } from "./create-sound.ts";
import { playControl } from "./play-button.ts";

export interface SoundCardsOptions {
  /** Name of each sound, such as its class. */
  labels: readonly string[];
  /** A second line for each, such as its kit. */
  notes?: readonly string[];
  /** The classes in the order of their colours; then each card shows the mark of the class it is named after. */
  classNames?: readonly string[];
  /** Ends the sounds. */
  signal?: AbortSignal;
}

/**
 * A row of sounds to be heard, each with its name: the whole card is the button's target.
 * @throws TypeError unless clips and labels are arrays and every clip can be heard.
 */
export function soundCards(sound: Sound, clips: readonly Audible[], options: SoundCardsOptions): HTMLElement {
  checkArray("soundCards", "clips", clips, "[drums.clips[0]]");
  checkArray("soundCards", "labels", options.labels, '{labels: ["kick"]}');
  const { labels, notes = [], classNames = [], signal } = options;
  const cards = clips.map((clip, i) => {
    const label = labels[i] ?? `sound ${i + 1}`;
    const place = classNames.indexOf(label);
    const { button, status } = playControl(sound, clip, { label, signal });
    const name = element("span", { class: "etude-card-name" }, place >= 0 ? classSwatch(place) : null, label);
    const note = notes[i] ? element("small", {}, notes[i]) : null;
    return element("li", { class: "etude-card" }, button, name, note, status);
  });
  return element("ul", { class: "etude-cards", role: "list" }, ...cards);
}
