import type { Signal } from "../base/signal.ts";
import { windowSamples } from "../base/window.ts";
import { fourierTempogramOf } from "./fourier-tempogram.ts";
import { type NoveltyOptions, noveltySettings } from "./novelty-options.ts";
import { requireTempoRange } from "./require-tempo-range.ts";

/** Between which tempi the pulse is looked for. */
export type PlpOptions = NoveltyOptions & {
  /** The slowest, in beats a minute. Default 30. */
  tempoMin?: number;
  /** The fastest, in beats a minute. Default 300. */
  tempoMax?: number;
};

/**
 * The predominant local pulse: at every moment the wave of that tempo which fits the novelty about it best, all of
 * them added up, and only what is above 0; one value for each of the novelty, the greatest 1, or all 0 where nothing
 * happens (Grosche and Müller, IEEE Trans. Audio, Speech and Language Processing 19, 2011). It follows a tempo that
 * changes, and its peaks are beats.
 *
 * Throws when an option is wrong.
 *
 * @param y the samples; not used when `onsetEnvelope` is given
 * @example
 * const y = Float32Array.from({length: 24000}, (_, i) => (i % 4000 < 40 ? 1 : 0)); // 120 clicks a minute
 * Plot.plot({height: 150, marks: [Plot.lineY(music.plp(y, {sr: 8000, hopLength: 200, winLength: 64}))]})
 */
export function plp(y: Signal, options: PlpOptions): Float64Array {
  const { tempoMin = 30, tempoMax = 300 } = options;
  requireTempoRange(tempoMin, tempoMax, "plp");
  const { novelty, winLength, frameRate } = noveltySettings(y, options, "plp");
  const { re, im, frames, bins } = fourierTempogramOf(novelty, winLength);
  const size = 2 * (bins - 1);
  const bpmOf = (k: number) => (60 * frameRate * k) / size;
  const window = windowSamples("hann", winLength);
  const margin = winLength >> 1;
  const pulse = new Float64Array(frames);
  for (let t = 0; t < frames; t++) {
    let best = -1;
    let most = 0;
    for (let k = 1; k < bins; k++) {
      if (bpmOf(k) < tempoMin || bpmOf(k) > tempoMax) continue;
      const power = re[t * bins + k] ** 2 + im[t * bins + k] ** 2;
      if (power > most) {
        most = power;
        best = k;
      }
    }
    if (best < 0) continue;
    const angle = (2 * Math.PI * best) / size;
    const phase = Math.atan2(im[t * bins + best], re[t * bins + best]);
    const from = Math.max(0, margin - t);
    const to = Math.min(winLength, frames - t + margin);
    for (let i = from; i < to; i++) pulse[t + i - margin] += window[i] * Math.cos(angle * i + phase);
  }
  const greatest = pulse.reduce((a, b) => Math.max(a, b), 0);
  return pulse.map((value) => (greatest > 0 ? Math.max(0, value) / greatest : 0));
}
