export { type BeatSteps, type Beats, beatTrack } from "./beat-track.ts";
export { fourierTempogram } from "./fourier-tempogram.ts";
export type { NoveltyOptions } from "./novelty-options.ts";
export { onsetBacktrack } from "./onset-backtrack.ts";
export { type OnsetDetectOptions, type OnsetSteps, onsetDetect } from "./onset-detect.ts";
export type { OnsetOptions } from "./onset-settings.ts";
export {
  type OnsetStream,
  type OnsetStreamResult,
  onsetStream,
  onsetStreamEnd,
  onsetStreamNext,
} from "./onset-stream.ts";
export { type OnsetStrengthOptions, onsetStrength } from "./onset-strength.ts";
export { type PlpOptions, plp } from "./plp.ts";
export { type TempoEstimate, tempo } from "./tempo.ts";
export type { TempoCandidate, TempoSteps } from "./tempo-analysis.ts";
export { tempoFrequencies } from "./tempo-frequencies.ts";
export type { TempoOptions } from "./tempo-options.ts";
export { tempogram } from "./tempogram.ts";
