import { nextPowerOfTwo, realFft } from "../base/real-fft.ts";
import type { Signal } from "../base/signal.ts";
import { windowSamples } from "../base/window.ts";
import type { ComplexSpectrogram } from "../spectrum/stft.ts";
import { type NoveltyOptions, noveltySettings } from "./novelty-options.ts";

/**
 * The short-time Fourier transform of the novelty: how strongly it swings at each tempo, and where in its swing it is;
 * one frame for each value of the novelty (librosa.feature.fourier_tempogram, with the window of winLength values at
 * the beginning of the next power of two). Bin k stands for k × 60 × sr / (hopLength × that power) beats a minute.
 *
 * Throws when an option is wrong.
 *
 * @param y the samples; not used when `onsetEnvelope` is given
 * @example
 * const y = Float32Array.from({length: 24000}, (_, i) => (i % 4000 < 40 ? 1 : 0)); // 120 clicks a minute
 * const {re, im, bins} = music.fourierTempogram(y, {sr: 8000, hopLength: 200, winLength: 64});
 * const at = (k) => Math.hypot(re[60 * bins + k], im[60 * bins + k]);
 * Plot.plot({height: 150, marks: [Plot.lineY(Array.from({length: bins}, (_, k) => at(k)))]})
 */
export function fourierTempogram(y: Signal, options: NoveltyOptions): ComplexSpectrogram {
  const { novelty, winLength } = noveltySettings(y, options, "fourierTempogram");
  return fourierTempogramOf(novelty, winLength);
}

/** The transform of the novelty in a Hann window centred on each of its values. */
export function fourierTempogramOf(novelty: Float64Array, winLength: number): ComplexSpectrogram {
  const size = Math.max(4, nextPowerOfTwo(winLength));
  const fft = realFft(size);
  const window = windowSamples("hann", winLength);
  const margin = winLength >> 1;
  const frames = novelty.length;
  const bins = 1 + size / 2;
  const re = new Float64Array(frames * bins);
  const im = new Float64Array(frames * bins);
  const frame = new Float64Array(size);
  for (let t = 0; t < frames; t++) {
    for (let i = 0; i < winLength; i++) {
      const place = t + i - margin;
      frame[i] = place >= 0 && place < frames ? novelty[place] * window[i] : 0;
    }
    fft.transform(frame, re, im, t * bins);
  }
  return { re, im, frames, bins };
}
