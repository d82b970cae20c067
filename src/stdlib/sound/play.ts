import { element } from "../element.ts";
import type { Audible } from "./clip.ts";
import type { Sound } from "./create-sound.ts";
import { playControl } from "./play-button.ts";

export interface PlayOptions {
  /** What is heard; shown beside the button. Default "sound". */
  label?: string;
  /** Ends the sound. */
  signal?: AbortSignal;
}

/** A sound to be heard: a play button, its name, and a line that shows how far it has come. */
export function play(
  sound: Sound,
  source: Audible,
  { label = "sound", signal }: PlayOptions = {},
): HTMLElement {
  const { button, status } = playControl(sound, source, { label, signal });
  return element("div", { class: "etude-player" }, button, element("span", {}, label), status);
}
