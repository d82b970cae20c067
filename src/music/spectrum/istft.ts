import { realFft } from "../base/real-fft.ts";
import { requireWhole } from "../base/signal.ts";
import { requireSpectrogram } from "../base/spectrogram.ts";
import { framing, type StftOptions } from "./frame-transform.ts";
import type { ComplexSpectrogram } from "./stft.ts";

/** How spectra become sound again: as they were taken. */
export type IstftOptions = Omit<StftOptions, "nFft"> & {
  /** Samples of sound wanted: what is more is cut off, what is missing is silence. Default: all that the frames cover. */
  length?: number;
};

/** Below this the windows have let nothing through that could be given back. */
const LEAST_WEIGHT = 2.2250738585072014e-308;

/**
 * The sound that has these spectra: each frame is transformed back, faded with the window once more, added to the
 * others, and divided by the sum of the squared windows (Griffin and Lim 1984; librosa.istft). Given what `stft` made
 * with the same options, it gives the samples back to about 1e-14; given spectra that no sound has, the sound whose
 * spectra come closest. Where no window reaches, as between frames whose hop is longer than the window, it is silent.
 * Throws when the spectra are not of 1 + a power of two bins, or the options do not fit them.
 *
 * @param spectra what `music.stft` gives
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * const back = music.istft(music.stft(y), {length: y.length});
 * display(Math.max(...back.map((sample, i) => Math.abs(sample - y[i])))); // nothing but rounding
 */
export function istft(spectra: ComplexSpectrogram, options: IstftOptions = {}): Float64Array {
  requireComplex(spectra, "istft");
  return overlapAdd(spectra, options, "istft");
}

/** {@link istft} of spectra that are known to be right. */
export function overlapAdd(spectra: ComplexSpectrogram, options: IstftOptions, caller: string): Float64Array {
  const { re, im, frames, bins } = spectra;
  const { nFft, hopLength, center, weights } = framing({ ...options, nFft: 2 * (bins - 1) }, caller);
  const covered = nFft + hopLength * (frames - 1);
  // What stands before the first sample was put there to centre the frames.
  const margin = center ? nFft / 2 : 0;
  const { length = covered - 2 * margin } = options;
  requireWhole(length, 0, "length", caller);
  const sum = new Float64Array(covered);
  const weight = new Float64Array(covered);
  const frame = new Float64Array(nFft);
  const fft = realFft(nFft);
  for (let t = 0; t < frames; t++) {
    fft.inverse(re, im, frame, t * bins);
    for (let i = 0, n = t * hopLength; i < nFft; i++, n++) {
      sum[n] += frame[i] * weights[i];
      weight[n] += weights[i] * weights[i];
    }
  }
  const y = new Float64Array(length);
  const end = Math.min(length, covered - margin);
  for (let i = 0, n = margin; i < end; i++, n++)
    y[i] = weight[n] > LEAST_WEIGHT ? sum[n] / weight[n] : sum[n];
  return y;
}

/** Throws unless `spectra` are complex spectra of finite numbers. */
export function requireComplex(spectra: ComplexSpectrogram, caller: string): void {
  const { re, im, frames, bins } = spectra ?? {};
  if (!(re instanceof Float64Array && im instanceof Float64Array)) {
    throw new TypeError(`${caller}: spectra must be what stft gives: {re, im, frames, bins}.`);
  }
  requireSpectrogram({ data: re, frames, bins }, "spectra.re", caller);
  requireSpectrogram({ data: im, frames, bins }, "spectra.im", caller);
  requireBins(bins, caller);
}

/** Throws unless spectra of so many bins can be transformed back. */
export function requireBins(bins: number, caller: string): void {
  if (bins < 3 || Math.log2(bins - 1) % 1 !== 0) {
    throw new RangeError(`${caller}: bins is ${bins}; it must be 1 + a power of two, such as 513 or 1025.`);
  }
}
