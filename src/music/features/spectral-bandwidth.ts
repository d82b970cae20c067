import { centroids } from "./spectral-centroid.ts";
import { type Spectra, type SpectralInput, type SpectralOptions, spectraOf } from "./spectral-input.ts";

/**
 * How far each frame's spectrum spreads about its centroid, in Hz; 0 for a silent frame (librosa spectral_bandwidth,
 * p = 2).
 *
 * @param input the samples, or magnitude spectra made before
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * display(music.spectralBandwidth(y, {sr: 8000})[5]); // Hz
 */
export function spectralBandwidth(input: SpectralInput, options: SpectralOptions): Float64Array {
  const spectra = spectraOf(input, options, "spectralBandwidth");
  return bandwidths(spectra, centroids(spectra));
}

/** The spread in Hz of each frame about its own balance point. */
export function bandwidths(
  { data, frames, bins, frequencies }: Spectra,
  centres: Float64Array,
): Float64Array {
  const hz = new Float64Array(frames);
  for (let t = 0; t < frames; t++) {
    const centre = centres[t];
    let spread = 0;
    let total = 0;
    for (let k = 0, i = t * bins; k < bins; k++, i++) {
      const distance = frequencies[k] - centre;
      spread += data[i] * distance * distance;
      total += data[i];
    }
    hz[t] = total > 0 ? Math.sqrt(spread / total) : 0;
  }
  return hz;
}
