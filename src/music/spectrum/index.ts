export type { StftOptions } from "./frame-transform.ts";
export { type GriffinLimOptions, type GriffinLimSteps, griffinLim } from "./griffin-lim.ts";
export { type IstftOptions, istft } from "./istft.ts";
export { type MelOptions, melFilterbank } from "./mel-filterbank.ts";
export { hzToMel, melFrequencies, melToHz } from "./mel-scale.ts";
export { melSpectrogram } from "./mel-spectrogram.ts";
export { type ComplexSpectrogram, magnitudeSpectrogram, powerSpectrogram, stft } from "./stft.ts";
