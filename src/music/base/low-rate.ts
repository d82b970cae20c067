import { HALF_BAND_REACH, HALF_BAND_TAPS } from "./half-band.ts";
import type { Signal } from "./signal.ts";

/** The sound at a half, a quarter … of its sample rate, as low as it may be: from `least` to twice that. */
export function lowRate(y: Signal, sr: number, least: number): { y: Signal; sr: number } {
  return sr < 2 * least ? { y, sr } : lowRate(halved(y), sr / 2, least);
}

/** Every second sample of the sound without what is above a quarter of its sample rate. */
function halved(y: Signal): Float64Array {
  // Silence at both ends, so that the filter need not look where it is.
  const padded = new Float64Array(y.length + 2 * HALF_BAND_REACH);
  padded.set(y, HALF_BAND_REACH);
  const out = new Float64Array(Math.ceil(y.length / 2));
  for (let i = 0, middle = HALF_BAND_REACH; i < out.length; i++, middle += 2) {
    let sum = 0.5 * padded[middle];
    for (let k = 0, reach = 1; k < HALF_BAND_TAPS.length; k++, reach += 2) {
      sum += HALF_BAND_TAPS[k] * (padded[middle - reach] + padded[middle + reach]);
    }
    out[i] = sum;
  }
  return out;
}
