import type { Signal } from "../base/signal.ts";

/** Nothing is softer than this, in dB. */
const SILENCE_DB = -120;

/** The RMS level in dB about each time, over one hop to either side. */
export function levelCurve(y: Signal, times: Float64Array, sr: number, hopLength: number): Float64Array {
  const energy = new Float64Array(y.length + 1);
  for (let i = 0; i < y.length; i++) energy[i + 1] = energy[i] + y[i] * y[i];
  const at = (sample: number) => energy[Math.max(0, Math.min(y.length, sample))];
  return times.map((time) => {
    const middle = Math.round(time * sr);
    const mean = Math.max(0, at(middle + hopLength) - at(middle - hopLength)) / (2 * hopLength);
    return Math.max(SILENCE_DB, 10 * Math.log10(mean + 1e-300));
  });
}
