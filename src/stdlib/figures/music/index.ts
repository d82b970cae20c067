export { type MelSpectrogramOptions, melSpectrogramFigure } from "./mel-spectrogram-figure.ts";
export { type SpectrogramOptions, spectrogramFigure } from "./spectrogram-figure.ts";
export { type SpectrumOptions, spectrumFigure } from "./spectrum-figure.ts";
