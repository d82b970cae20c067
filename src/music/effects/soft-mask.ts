import type { Spectrogram } from "../base/spectrogram.ts";

/** Anything below this is no magnitude any more, but the last digit of one. */
const LEAST = 2.2250738585072014e-308;

/**
 * The share of each value in itself and the other, xᵖ / (xᵖ + (m · other)ᵖ), or 1 and 0 where p is infinite
 * (librosa.util.softmask). Where both are nothing it is `neither`.
 */
export function softMask(
  part: Spectrogram,
  other: Spectrogram,
  margin: number,
  power: number,
  neither: number,
): Spectrogram {
  const data = new Float64Array(part.data.length);
  for (let i = 0; i < data.length; i++) {
    const x = part.data[i];
    const reference = other.data[i] * margin;
    if (power === Infinity) {
      data[i] = x > reference ? 1 : 0;
      continue;
    }
    // Against the greater of the two, so that no power is too large or too small for a number.
    const greater = Math.max(x, reference);
    if (greater < LEAST) {
      data[i] = neither;
      continue;
    }
    const own = power === 2 ? (x / greater) ** 2 : (x / greater) ** power;
    data[i] = own / (own + (power === 2 ? (reference / greater) ** 2 : (reference / greater) ** power));
  }
  return { ...part, data };
}
