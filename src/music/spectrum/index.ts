export { hzToMel, melToHz } from "./mel-scale.ts";
export { type MelOptions, melFilterbank, melSpectrogram } from "./mel-spectrogram.ts";
export {
  type ComplexSpectrogram,
  magnitudeSpectrogram,
  powerSpectrogram,
  type StftOptions,
  stft,
} from "./stft.ts";
