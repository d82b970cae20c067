import { decibels } from "../base/decibels.ts";
import { requireNotNegative, requireWhole, type Signal } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import type { StftOptions } from "../spectrum/frame-transform.ts";
import type { MelOptions } from "../spectrum/mel-filterbank.ts";
import { melPowersOf } from "../spectrum/mel-spectrogram.ts";
import { dct } from "./dct.ts";

/** How many coefficients, and how they are weighted. */
export type CepstrumOptions = {
  /** Number of coefficients. Default 20. */
  nMfcc?: number;
  /** Above 0: coefficient n is multiplied by 1 + lifter / 2 × sin(π (n + 1) / lifter), as HTK does. Default 0: not. */
  lifter?: number;
};

/** The mel bands, and what becomes of them. */
export type MfccOptions = MelOptions & StftOptions & CepstrumOptions;

/**
 * Mel-frequency cepstral coefficients, nMfcc numbers a frame: the orthonormal DCT-II of the mel spectrogram in dB
 * (Davis and Mermelstein 1980; librosa.feature.mfcc with its defaults). Throws when there are fewer mel bands than
 * coefficients.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * display(music.frameOf(music.mfcc(y, {sr: 8000, nMfcc: 13}), 5));
 */
export function mfcc(y: Signal, options: MfccOptions): Spectrogram {
  return cepstrum(decibels(melPowersOf(y, options, "mfcc"), {}, 10, "mfcc"), options);
}

/** The coefficients of a mel spectrogram in dB. */
export function cepstrum(melDb: Spectrogram, { nMfcc = 20, lifter = 0 }: CepstrumOptions): Spectrogram {
  requireWhole(nMfcc, 1, "nMfcc", "mfcc");
  requireNotNegative(lifter, "lifter", "mfcc");
  if (nMfcc > melDb.bins) {
    throw new RangeError(`mfcc: nMfcc is ${nMfcc}, more than the ${melDb.bins} mel bands there are.`);
  }
  const coefficients = dct(melDb, nMfcc);
  if (lifter === 0) return coefficients;
  const { data } = coefficients;
  for (let i = 0; i < data.length; i++) {
    data[i] *= 1 + (lifter / 2) * Math.sin((Math.PI * ((i % nMfcc) + 1)) / lifter);
  }
  return coefficients;
}
