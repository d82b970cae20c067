import { requirePositive, type Signal } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import type { StftOptions } from "../spectrum/frame-transform.ts";
import { powersOf } from "../spectrum/stft.ts";
import { chromaFilterbank } from "./chroma-filterbank.ts";
import { tuningOf } from "./estimate-tuning.ts";
import { type Norm, normalizeFrame, requireNorm } from "./normalize-frames.ts";

/** How a chromagram is made. */
export type ChromaStftOptions = StftOptions & {
  /** Samples a second. */
  sr: number;
  /** How far the music is tuned from A4 = 440 Hz, in semitones. Default: estimated from the power spectra. */
  tuning?: number;
  /** What each frame is divided by: its largest value (Infinity, default), sum (1), length (2), or nothing (null). */
  norm?: Norm;
};

/**
 * How much of each of the 12 pitch classes, from C, sounds in each frame (librosa.feature.chroma_stft): the power
 * spectrogram gathered by {@link chromaFilterbank}. Silent frames are all 0. `chroma` is the better basis for chords.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * const chroma = music.chromaStft(y, {sr: 8000});
 * display(music.frameOf(chroma, 5)); // most in the place of A, the tenth
 */
export function chromaStft(y: Signal, options: ChromaStftOptions): Spectrogram {
  const { sr, norm = Infinity } = options;
  requirePositive(sr, "sr", "chromaStft");
  requireNorm(norm, "chromaStft");
  const power = powersOf(y, options, "chromaStft");
  const tuning = options.tuning ?? tuningOf(power, sr);
  const bank = chromaFilterbank({ sr, nFft: 2 * (power.bins - 1), tuning });
  const { frames, bins } = power;
  const classes = bank.frames;
  const data = new Float64Array(frames * classes);
  for (let t = 0; t < frames; t++) {
    for (let c = 0; c < classes; c++) {
      let sum = 0;
      for (let k = 0; k < bins; k++) sum += bank.data[c * bins + k] * power.data[t * bins + k];
      data[t * classes + c] = sum;
    }
    normalizeFrame(data, t * classes, classes, norm);
  }
  return { data, frames, bins: classes };
}
