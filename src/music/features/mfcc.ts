import { powerToDb } from "../base/decibels.ts";
import { requireWhole, type Signal } from "../base/signal.ts";
import { frameOf, type Spectrogram } from "../base/spectrogram.ts";
import { type MelOptions, melSpectrogram } from "../spectrum/mel-spectrogram.ts";
import type { StftOptions } from "../spectrum/stft.ts";

/** How many coefficients. */
export type MfccOptions = MelOptions &
  StftOptions & {
    /** Number of coefficients. Default 20. */
    nMfcc?: number;
  };

/**
 * Mel-frequency cepstral coefficients, nMfcc numbers a frame: the orthonormal DCT-II of the mel spectrogram in dB
 * (librosa.feature.mfcc with its defaults). Throws when there are fewer mel bands than coefficients.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * display(music.frameOf(music.mfcc(y, {sr: 8000, nMfcc: 13}), 5));
 */
export function mfcc(y: Signal, options: MfccOptions): Spectrogram {
  return cepstrum(powerToDb(melSpectrogram(y, options)), options.nMfcc);
}

/** The first nMfcc (default 20) orthonormal DCT-II coefficients of each frame of a mel spectrogram in dB. */
export function cepstrum(melDb: Spectrogram, nMfcc = 20): Spectrogram {
  requireWhole(nMfcc, 1, "nMfcc", "mfcc");
  if (nMfcc > melDb.bins) {
    throw new RangeError(`mfcc: nMfcc is ${nMfcc}, more than the ${melDb.bins} mel bands there are.`);
  }
  const data = new Float64Array(melDb.frames * nMfcc);
  for (let t = 0; t < melDb.frames; t++) data.set(dct(frameOf(melDb, t), nMfcc), t * nMfcc);
  return { data, frames: melDb.frames, bins: nMfcc };
}

/** The first `count` coefficients of the DCT-II of `x`, scaled to be orthonormal (scipy's norm="ortho"). */
export function dct(x: Float64Array, count = x.length): Float64Array {
  const n = x.length;
  const out = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += x[i] * Math.cos((Math.PI * k * (2 * i + 1)) / (2 * n));
    out[k] = sum * Math.sqrt((k === 0 ? 1 : 2) / n);
  }
  return out;
}
