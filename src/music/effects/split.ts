import type { Signal } from "../base/signal.ts";
import { type Interval, nonSilent, type SilenceOptions } from "./non-silent.ts";

/**
 * Where the sound is not silent: intervals in samples, in order (librosa.effects.split: frames of 2048 samples, a hop
 * of 512). There are none in a sound that is silent throughout.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 16000}, (_, i) => Math.sin(i / 2) * Math.exp(-(i % 8000) / 200)); // two strokes
 * display(music.split(y, {topDb: 40, frameLength: 512, hopLength: 128}));
 */
export function split(y: Signal, options: SilenceOptions = {}): Interval[] {
  return nonSilent(y, options, "split");
}
