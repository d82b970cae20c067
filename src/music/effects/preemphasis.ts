import { requireSignal, type Signal } from "../base/signal.ts";

/** How much is taken away. */
export type EmphasisOptions = {
  /** The share of the sample before, from 0 (nothing happens) to 1 (differences are left). Default 0.97. */
  coef?: number;
};

/**
 * The sound with its highs raised: y[n] − coef × y[n − 1] (librosa.effects.preemphasis, which begins with
 * 3 y[0] − y[1]). Speech and cepstra are often taken so. Throws when coef is not between 0 and 1.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * display(music.rms(music.preemphasis(y))[5] / music.rms(y)[5]); // a low tone loses much
 */
export function preemphasis(y: Signal, { coef = 0.97 }: EmphasisOptions = {}): Float64Array {
  requireSignal(y, "preemphasis");
  requireCoefficient(coef, "preemphasis");
  const out = new Float64Array(y.length);
  out[0] = 3 * y[0] - (y.length > 1 ? y[1] : y[0]);
  for (let i = 1; i < out.length; i++) out[i] = y[i] - coef * y[i - 1];
  return out;
}

/**
 * The sound that `preemphasis` made this of (librosa.effects.deemphasis). Throws when coef is not between 0 and 1.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 800}, (_, i) => Math.sin(i / 5));
 * const back = music.deemphasis(music.preemphasis(y));
 * display(Math.max(...back.map((sample, i) => Math.abs(sample - y[i])))); // nothing but rounding
 */
export function deemphasis(y: Signal, { coef = 0.97 }: EmphasisOptions = {}): Float64Array {
  requireSignal(y, "deemphasis");
  requireCoefficient(coef, "deemphasis");
  const out = new Float64Array(y.length);
  // y[0] = 3 x[0] − x[1] and y[1] = x[1] − coef × x[0] give x[0].
  out[0] = y.length > 1 ? (y[0] + y[1]) / (3 - coef) : y[0] / 2;
  for (let i = 1; i < out.length; i++) out[i] = y[i] + coef * out[i - 1];
  return out;
}

function requireCoefficient(coef: number, caller: string): void {
  if (!(coef >= 0 && coef <= 1)) {
    throw new RangeError(`${caller}: coef is ${coef}; it must lie between 0 and 1.`);
  }
}
