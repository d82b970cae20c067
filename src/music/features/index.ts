export { audioFeatureColumns } from "./audio-feature-columns.ts";
export {
  type AudioFeatureOptions,
  type AudioFeatureSteps,
  type AudioFeatures,
  audioFeatures,
} from "./audio-features.ts";
export { type DeltaOptions, delta } from "./delta.ts";
export { drumFeatureColumns, drumFeatures } from "./drum-features.ts";
export {
  attackTime,
  decayTime,
  type Envelope,
  envelope,
  levelAt,
  onsetSample,
  SILENCE_DB,
  temporalCentroid,
} from "./envelope.ts";
export type { FeatureDescription } from "./feature-description.ts";
export { type CepstrumOptions, type MfccOptions, mfcc } from "./mfcc.ts";
export { rms } from "./rms.ts";
export { spectralBandwidth } from "./spectral-bandwidth.ts";
export { spectralCentroid } from "./spectral-centroid.ts";
export { type ContrastOptions, spectralContrast } from "./spectral-contrast.ts";
export { spectralFlatness } from "./spectral-flatness.ts";
export { spectralFlux } from "./spectral-flux.ts";
export type { SpectralInput, SpectralOptions } from "./spectral-input.ts";
export { spectralRolloff } from "./spectral-rolloff.ts";
export { trackFeatureColumns } from "./track-feature-columns.ts";
export { trackFeatures } from "./track-features.ts";
export { zeroCrossingRate } from "./zero-crossing-rate.ts";
