import type { Spectrogram } from "../base/spectrogram.ts";
import type { StftOptions } from "../spectrum/frame-transform.ts";
import { magnitudesFrom, type SpectralInput } from "./spectral-input.ts";

/**
 * How much each frame's spectrum has grown since the frame before: the increases of its magnitudes, added up (Dixon,
 * Onset detection revisited, 2006); 0 for the first frame. Proportional to the level of the sound.
 *
 * @param input the samples, or magnitude spectra made before
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => i < 4000 ? 0 : Math.sin(i / 2)); // a tone that sets in
 * Plot.plot({height: 150, marks: [Plot.lineY(music.spectralFlux(y))]})
 */
export function spectralFlux(input: SpectralInput, options: StftOptions = {}): Float64Array {
  return fluxes(magnitudesFrom(input, options, "spectralFlux"));
}

/** The flux of each frame of magnitudes. */
export function fluxes({ data, frames, bins }: Spectrogram): Float64Array {
  const flux = new Float64Array(frames);
  for (let t = 1; t < frames; t++) {
    let sum = 0;
    for (let i = t * bins; i < (t + 1) * bins; i++) {
      const rise = data[i] - data[i - bins];
      // Twice the rise, or nothing: quicker than asking which.
      sum += rise + Math.abs(rise);
    }
    flux[t] = sum / 2;
  }
  return flux;
}
