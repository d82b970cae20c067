import type { Spectrogram } from "../base/spectrogram.ts";

// Half an octave to each side, in bands of a third of a semitone.
const HALF_WIDTH = 18;
const STRENGTH = 0.8;
// Levels this far below the loudest (40 dB) are not raised any further: that would be noise.
const FLOOR = 0.01;
// What is heard as twice as loud is not twice the amplitude.
const COMPRESSION = 0.7;

/** What an amplitude becomes when loud and soft partials are brought closer together. */
export function compressed(amplitude: number): number {
  return amplitude ** COMPRESSION;
}

/**
 * The spectrogram with the colour of the instruments taken out of it: each band divided by (the level about it)^0.8,
 * then compressed, so that all partials of a note count about alike (after Klapuri, ISMIR 2006, §2.1). The gain of
 * the recording makes no difference.
 */
export function whiten({ data, frames, bins }: Spectrogram): Spectrogram {
  const peak = data.reduce((most, value) => Math.max(most, value), 0);
  const out = new Float64Array(data.length);
  if (peak === 0) return { data: out, frames, bins };
  const sums = new Float64Array(bins + 1);
  for (let t = 0; t < frames; t++) {
    for (let b = 0; b < bins; b++) sums[b + 1] = sums[b] + data[t * bins + b] ** 2;
    for (let b = 0; b < bins; b++) {
      const low = Math.max(0, b - HALF_WIDTH);
      const high = Math.min(bins, b + HALF_WIDTH + 1);
      const level = Math.sqrt(Math.max(0, sums[high] - sums[low]) / (high - low));
      // Against the peak: how loud the recording is makes no difference.
      out[t * bins + b] = compressed(data[t * bins + b] / peak / (level / peak + FLOOR) ** STRENGTH);
    }
  }
  return { data: out, frames, bins };
}
