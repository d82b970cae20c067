import type { Signal } from "../base/signal.ts";
import { type Interval, nonSilent, type SilenceOptions } from "./non-silent.ts";

/**
 * The sound without the silence before and behind it, and where it stood, in samples (librosa.effects.trim: frames of
 * 2048 samples, a hop of 512). Of a sound that is silent throughout nothing is left.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => i < 3000 ? 0 : Math.sin(i / 2) * Math.exp(-(i - 3000) / 300));
 * const {start, end} = music.trim(y, {frameLength: 512, hopLength: 128});
 * display(`${start} to ${end}`);
 */
export function trim(y: Signal, options: SilenceOptions = {}): Interval & { y: Float64Array } {
  const intervals = nonSilent(y, options, "trim");
  const start = intervals.at(0)?.start ?? 0;
  const end = intervals.at(-1)?.end ?? 0;
  return { y: Float64Array.from(y.subarray(start, end)), start, end };
}
