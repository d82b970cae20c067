export { drumFeatureColumns, drumFeatures, type FeatureDescription } from "./drum-features.ts";
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
export { type MfccOptions, mfcc } from "./mfcc.ts";
export {
  type SpectralInput,
  type SpectralOptions,
  spectralBandwidth,
  spectralCentroid,
  spectralFlatness,
  spectralRolloff,
} from "./spectral-shape.ts";
export { rms, zeroCrossingRate } from "./time-domain.ts";
