import type { Example } from "./example.ts";
import { sound } from "./gallery-sound.ts";
import { madeUpStroke } from "./made-up-drums.ts";

/** Figures of sounds and of music. */
export const musicExamples: readonly Example[] = [
  ["wave", () => [sound.waveformFigure(madeUpStroke(1), { label: "snare, made up" })]],
];
