import { requireWhole } from "../base/signal.ts";
import { requireSpectrogram, type Spectrogram } from "../base/spectrogram.ts";

/** Over how many frames a slope is taken, and of which order it is. */
export type DeltaOptions = {
  /** Frames that a polynomial is fitted to; an odd number of at least 3. Default 9. */
  width?: number;
  /** 1 for the slope, 2 for the curvature, and so on: below `width`. Default 1. */
  order?: number;
};

/**
 * How fast each row of numbers changes from frame to frame: the derivative of the polynomial of that order that fits
 * `width` frames best (Savitzky and Golay 1964; librosa.feature.delta, whose first and last frames have the polynomial
 * of the first and last `width`). Throws when there are fewer frames than `width`.
 *
 * @param features numbers for each frame, such as `music.mfcc` gives
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin(i / 2) * Math.exp(-i / 800)); // a stroke
 * const slopes = music.delta(music.mfcc(y, {sr: 8000, nMfcc: 13, hopLength: 256}));
 * display(music.frameOf(slopes, 3));
 */
export function delta(features: Spectrogram, { width = 9, order = 1 }: DeltaOptions = {}): Spectrogram {
  requireSpectrogram(features, "features", "delta");
  requireWhole(width, 3, "width", "delta");
  requireWhole(order, 1, "order", "delta");
  const { data, frames, bins } = features;
  if (width % 2 === 0) throw new RangeError(`delta: width is ${width}; it must be odd.`);
  if (width > frames) {
    throw new RangeError(`delta: width is ${width}; it must not be above the number of frames, ${frames}.`);
  }
  if (order >= width) throw new RangeError(`delta: order is ${order}; it must be below width, ${width}.`);
  const weights = derivativeWeights(width, order);
  const half = (width - 1) / 2;
  const out = new Float64Array(frames * bins);
  for (let t = 0; t < frames; t++) {
    // The order-th derivative of a polynomial of that order is the same at all frames that it was fitted to.
    const first = Math.max(0, Math.min(t - half, frames - width));
    for (let w = 0; w < width; w++) {
      for (let k = 0; k < bins; k++) out[t * bins + k] += weights[w] * data[(first + w) * bins + k];
    }
  }
  return { data: out, frames, bins };
}

/** What the values at −half … half are weighted with to give the derivative of the best polynomial of that order. */
function derivativeWeights(width: number, order: number): Float64Array {
  // Gram's polynomials on these places: each is x times the one before, less its shares of all before.
  const places = Float64Array.from({ length: width }, (_, i) => i - (width - 1) / 2);
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i], 0);
  const polynomials = [new Float64Array(width).fill(1)];
  let factorial = 1;
  for (let n = 1; n <= order; n++) {
    factorial *= n;
    const next = polynomials[n - 1].map((value, i) => value * places[i]);
    for (const lower of polynomials) {
      const share = dot(next, lower) / dot(lower, lower);
      for (let i = 0; i < width; i++) next[i] -= share * lower[i];
    }
    polynomials.push(next);
  }
  // The highest power of each has the factor 1, and its derivative of that order is order!.
  const highest = polynomials[order];
  return highest.map((value) => (factorial * value) / dot(highest, highest));
}
