export { amplitudeToDb, type DecibelOptions, dbToAmplitude, dbToPower, powerToDb } from "./decibels.ts";
export {
  type FrameTimeOptions,
  framesToSamples,
  framesToTime,
  samplesToFrames,
  timesLike,
  timeToFrames,
} from "./frame-times.ts";
export type { FrameOptions } from "./frames.ts";
export type { Signal } from "./signal.ts";
export { fftFrequencies, frameOf, type Spectrogram } from "./spectrogram.ts";
export type { WindowName } from "./window.ts";
