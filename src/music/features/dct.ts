import { remembered } from "../base/remembered.ts";
import type { Spectrogram } from "../base/spectrogram.ts";

/** The first `count` coefficients of each frame's DCT-II, scaled to be orthonormal (scipy's norm="ortho"). */
export function dct({ data, frames, bins }: Spectrogram, count: number): Spectrogram {
  const cosines = dctRows(bins, count);
  const out = new Float64Array(frames * count);
  for (let t = 0; t < frames; t++) {
    const start = t * bins;
    for (let k = 0; k < count; k++) {
      let sum = 0;
      for (let i = 0; i < bins; i++) sum += data[start + i] * cosines[k * bins + i];
      out[t * count + k] = sum;
    }
  }
  return { data: out, frames, bins: count };
}

/** The first `count` rows of the transform of `n` numbers. */
const dctRows = remembered(
  (n: number, count: number): Float64Array =>
    Float64Array.from({ length: n * count }, (_, index) => {
      const [k, i] = [Math.floor(index / n), index % n];
      return Math.sqrt((k === 0 ? 1 : 2) / n) * Math.cos((Math.PI * k * (2 * i + 1)) / (2 * n));
    }),
);
