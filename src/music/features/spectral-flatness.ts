import type { Spectrogram } from "../base/spectrogram.ts";
import type { StftOptions } from "../spectrum/frame-transform.ts";
import { magnitudesFrom, type SpectralInput } from "./spectral-input.ts";

const LEAST_POWER = 1e-10;

// A product of powers is kept between these, so that one logarithm does for many factors.
const SMALL = 1e-150;
const LARGE = 1e90;

/**
 * Geometric over arithmetic mean of each frame's power spectrum: near 0 for a tone, near 0.56 for white noise, 1 for a
 * click or silence (librosa spectral_flatness; powers below 1e-10 count as 1e-10).
 *
 * @param input the samples, or magnitude spectra made before
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * display(music.spectralFlatness(y)[5]); // near 0: a tone, no noise
 */
export function spectralFlatness(input: SpectralInput, options: StftOptions = {}): Float64Array {
  return flatnesses(magnitudesFrom(input, options, "spectralFlatness"));
}

/** The flatness of each frame of magnitudes. */
export function flatnesses({ data, frames, bins }: Spectrogram): Float64Array {
  const flatness = new Float64Array(frames);
  for (let t = 0; t < frames; t++) {
    let sum = 0;
    let logSum = 0;
    let product = 1;
    for (let i = t * bins; i < (t + 1) * bins; i++) {
      const power = Math.max(LEAST_POWER, data[i] * data[i]);
      sum += power;
      product *= power;
      if (product < SMALL || product > LARGE) {
        logSum += Math.log(product);
        product = 1;
      }
    }
    flatness[t] = Math.exp((logSum + Math.log(product)) / bins) / (sum / bins);
  }
  return flatness;
}
