import type { Signal } from "../base/signal.ts";
import { HALF_BAND_REACH, HALF_BAND_TAPS } from "../pitch/half-band.ts";

// Beats are told by what sounds below 11 kHz.
const HIGH_RATE = 32000;

/** The sound at a half, a quarter … of its sample rate, until that is below 32 kHz. */
export function halfRate(y: Signal, sr: number): { y: Signal; sr: number } {
  return sr < HIGH_RATE ? { y, sr } : halfRate(halved(y), sr / 2);
}

/** Every second sample of the sound without what is above a quarter of its sample rate. */
function halved(y: Signal): Float64Array {
  const padded = new Float64Array(y.length + 2 * HALF_BAND_REACH);
  padded.set(y, HALF_BAND_REACH);
  const out = new Float64Array(Math.ceil(y.length / 2));
  const taps = HALF_BAND_TAPS;
  for (let i = 0, middle = HALF_BAND_REACH; i < out.length; i++, middle += 2) {
    let sum = 0.5 * padded[middle];
    for (let k = 0, reach = 1; k < taps.length; k++, reach += 2) {
      sum += taps[k] * (padded[middle - reach] + padded[middle + reach]);
    }
    out[i] = sum;
  }
  return out;
}
