import type { Spectrogram } from "../base/spectrogram.ts";

/** What each frame is divided by: its largest value (Infinity), its sum (1), its length (2), or nothing (null). */
export type Norm = 1 | 2 | typeof Infinity | null;

// Below it, doubles lose their precision.
const SMALLEST_NORMAL = 2 ** -1022;

/** Throws unless `norm` is one of the four. */
export function requireNorm(norm: Norm, caller: string): void {
  if (norm !== null && norm !== 1 && norm !== 2 && norm !== Infinity) {
    throw new RangeError(
      `${caller}: norm is ${norm}; it must be 1 (sum), 2 (length), Infinity (largest value) or null (none).`,
    );
  }
}

/** Divides `bins` values from `offset` on by their norm; frames of zeros stay zero (librosa.util.normalize). */
export function normalizeFrame(data: Float64Array, offset: number, bins: number, norm: Norm): void {
  if (norm === null) return;
  let size = 0;
  for (let k = offset; k < offset + bins; k++) {
    const value = Math.abs(data[k]);
    size = norm === Infinity ? Math.max(size, value) : size + (norm === 1 ? value : value * value);
  }
  if (norm === 2) size = Math.sqrt(size);
  if (!(size >= SMALLEST_NORMAL)) return;
  for (let k = offset; k < offset + bins; k++) data[k] /= size;
}

/** A copy whose frames each have the norm 1. */
export function normalizeFrames(spectrogram: Spectrogram, norm: Norm): Spectrogram {
  const data = spectrogram.data.slice();
  for (let t = 0; t < spectrogram.frames; t++)
    normalizeFrame(data, t * spectrogram.bins, spectrogram.bins, norm);
  return { ...spectrogram, data };
}
