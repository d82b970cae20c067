import type { Signal } from "../base/signal.ts";
import { HALF_BAND_REACH, HALF_BAND_TAPS } from "../pitch/half-band.ts";

/** The sound at a half, a quarter … of its sample rate, as low as it may be: from `least` to twice that. */
export function lowRate(y: Signal, sr: number, least: number): { y: Signal; sr: number } {
  return sr < 2 * least ? { y, sr } : lowRate(halved(y), sr / 2, least);
}

/** Every second sample of the sound without what is above a quarter of its sample rate. */
function halved(y: Signal): Float64Array {
  const out = new Float64Array(Math.ceil(y.length / 2));
  const last = y.length - 1 - HALF_BAND_REACH;
  for (let i = 0; i < out.length; i++) {
    const middle = 2 * i;
    const inside = middle >= HALF_BAND_REACH && middle <= last;
    let sum = 0.5 * y[middle];
    for (let k = 0, reach = 1; k < HALF_BAND_TAPS.length; k++, reach += 2) {
      const beside = inside
        ? y[middle - reach] + y[middle + reach]
        : (y[middle - reach] ?? 0) + (y[middle + reach] ?? 0);
      sum += HALF_BAND_TAPS[k] * beside;
    }
    out[i] = sum;
  }
  return out;
}
