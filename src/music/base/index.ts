export { type DecibelOptions, powerToDb } from "./decibels.ts";
export type { FrameOptions } from "./frames.ts";
export type { Signal } from "./signal.ts";
export { fftFrequencies, frameOf, type Spectrogram } from "./spectrogram.ts";
export type { WindowName } from "./window.ts";
