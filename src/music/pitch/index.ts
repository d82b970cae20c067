export { type MpmOptions, type MpmSteps, mpm } from "./mpm.ts";
export type { PitchOptions } from "./pitch-options.ts";
export {
  type PitchStream,
  type PitchStreamOptions,
  pitchStream,
  pitchStreamEnd,
  pitchStreamNext,
} from "./pitch-stream.ts";
export type { PitchTrack } from "./pitch-track.ts";
export { pyin } from "./pyin.ts";
export type { PitchCandidate, PyinSteps } from "./pyin-steps.ts";
export { type YinOptions, type YinSteps, yin } from "./yin.ts";
