import type { Signal } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import { windowSamples } from "../base/window.ts";
import { autocorrelator } from "./autocorrelator.ts";
import { type NoveltyOptions, noveltySettings } from "./novelty-options.ts";

/**
 * How alike the novelty is to itself, frame by frame, when it is moved by 0, 1, 2 … values: winLength numbers a frame,
 * the greatest of each 1, or all 0 where nothing happens (librosa.feature.tempogram; Grosche, Müller and Kurth, ICASSP
 * 2010). `tempoFrequencies` tells which tempo each of them stands for.
 *
 * Throws when an option is wrong.
 *
 * @param y the samples; not used when `onsetEnvelope` is given
 * @example
 * const y = Float32Array.from({length: 24000}, (_, i) => (i % 4000 < 40 ? 1 : 0)); // 120 clicks a minute
 * const grid = music.tempogram(y, {sr: 8000, hopLength: 200, winLength: 64});
 * Plot.plot({height: 150, marks: [Plot.lineY(music.frameOf(grid, 60))]})
 */
export function tempogram(y: Signal, options: NoveltyOptions): Spectrogram {
  const { novelty, winLength } = noveltySettings(y, options, "tempogram");
  return autocorrelationTempogram(novelty, winLength);
}

/** The autocorrelation of the novelty in a Hann window about every `step`th of its values. */
export function autocorrelationTempogram(novelty: Float64Array, winLength: number, step = 1): Spectrogram {
  const padded = ramped(novelty, winLength >> 1);
  const frames = Math.ceil(Math.min(novelty.length, padded.length - winLength + 1) / step);
  const window = windowSamples("hann", winLength);
  const correlate = autocorrelator(winLength);
  const frame = new Float64Array(winLength);
  const data = new Float64Array(frames * winLength);
  for (let t = 0; t < frames; t++) {
    for (let i = 0; i < winLength; i++) frame[i] = padded[t * step + i] * window[i];
    const row = data.subarray(t * winLength, (t + 1) * winLength);
    correlate(frame, row);
    let greatest = 0;
    for (let lag = 0; lag < winLength; lag++) greatest = Math.max(greatest, Math.abs(row[lag]));
    for (let lag = 0; lag < winLength; lag++) row[lag] = greatest > 1e-300 ? row[lag] / greatest : 0;
  }
  return { data, frames, bins: winLength };
}

/** `x` with a straight line from and to 0 at its ends (numpy.pad's "linear_ramp"). */
function ramped(x: Float64Array, margin: number): Float64Array {
  const out = new Float64Array(x.length + 2 * margin);
  out.set(x, margin);
  for (let i = 0; i < margin; i++) {
    out[i] = (x[0] * i) / margin;
    out[out.length - 1 - i] = (x[x.length - 1] * i) / margin;
  }
  return out;
}
