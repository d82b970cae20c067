export { type DecibelOptions, powerToDb } from "./decibels.ts";
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
export type { FrameOptions } from "./frames.ts";
export { hzToMel, melToHz } from "./mel-scale.ts";
export { type MelOptions, melFilterbank, melSpectrogram } from "./mel-spectrogram.ts";
export { type MfccOptions, mfcc } from "./mfcc.ts";
export type { Signal } from "./signal.ts";
export {
  type SpectralInput,
  type SpectralOptions,
  spectralBandwidth,
  spectralCentroid,
  spectralFlatness,
  spectralRolloff,
} from "./spectral-shape.ts";
export { fftFrequencies, frameOf, type Spectrogram } from "./spectrogram.ts";
export {
  type ComplexSpectrogram,
  magnitudeSpectrogram,
  powerSpectrogram,
  type StftOptions,
  stft,
} from "./stft.ts";
export { rms, zeroCrossingRate } from "./time-domain.ts";
export type { WindowName } from "./window.ts";
