import { type Spectra, type SpectralInput, type SpectralOptions, spectraOf } from "./spectral-input.ts";

/**
 * The balance point of each frame's magnitude spectrum, in Hz; 0 for a silent frame (librosa spectral_centroid).
 *
 * @param input the samples, or magnitude spectra made before
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * display(music.spectralCentroid(y, {sr: 8000})[5]); // Hz
 */
export function spectralCentroid(input: SpectralInput, options: SpectralOptions): Float64Array {
  return centroids(spectraOf(input, options, "spectralCentroid"));
}

/** The balance point in Hz of each frame. */
export function centroids({ data, frames, bins, frequencies }: Spectra): Float64Array {
  const hz = new Float64Array(frames);
  for (let t = 0; t < frames; t++) {
    let weighted = 0;
    let total = 0;
    for (let k = 0, i = t * bins; k < bins; k++, i++) {
      weighted += data[i] * frequencies[k];
      total += data[i];
    }
    hz[t] = total > 0 ? weighted / total : 0;
  }
  return hz;
}
