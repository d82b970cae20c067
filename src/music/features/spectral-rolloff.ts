import { requireShare } from "../base/signal.ts";
import { type Spectra, type SpectralInput, type SpectralOptions, spectraOf } from "./spectral-input.ts";

/**
 * The frequency in Hz below which `rollPercent` (default 0.85) of each frame's magnitude lies; 0 for a silent frame
 * (librosa spectral_rolloff).
 *
 * @param input the samples, or magnitude spectra made before
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * display(music.spectralRolloff(y, {sr: 8000, rollPercent: 0.95})[5]); // Hz
 */
export function spectralRolloff(
  input: SpectralInput,
  options: SpectralOptions & {
    /** The share that lies below, between 0 and 1. */
    rollPercent?: number;
  },
): Float64Array {
  const { rollPercent = 0.85 } = options;
  requireShare(rollPercent, "rollPercent", "spectralRolloff");
  return rolloffs(spectraOf(input, options, "spectralRolloff"), rollPercent);
}

/** The frequency in Hz below which the share lies, for each frame. */
export function rolloffs({ data, frames, bins, frequencies }: Spectra, share: number): Float64Array {
  const hz = new Float64Array(frames);
  for (let t = 0; t < frames; t++) {
    const start = t * bins;
    let total = 0;
    for (let k = 0; k < bins; k++) total += data[start + k];
    const enough = share * total;
    let k = 0;
    for (let sum = data[start]; sum < enough; sum += data[start + k]) k++;
    hz[t] = frequencies[k];
  }
  return hz;
}
