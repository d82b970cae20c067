import type { Signal } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import { frameTransform, type StftOptions } from "./frame-transform.ts";

/** A complex spectrogram: real and imaginary parts, each frame by frame as in {@link Spectrogram}. */
export type ComplexSpectrogram = { re: Float64Array; im: Float64Array; frames: number; bins: number };

/**
 * The short-time Fourier transform of `y`: 1 + nFft/2 bins a frame, librosa's definition and defaults (0.10). Throws
 * when nFft is not a power of two, when the window is longer than nFft, or when an uncentred signal is shorter than
 * one frame.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * const {frames, bins} = music.stft(y, {nFft: 512, hopLength: 128});
 * display(`${frames} frames of ${bins} bins`);
 */
export function stft(y: Signal, options: StftOptions = {}): ComplexSpectrogram {
  return complexSpectraOf(y, options, "stft");
}

/** {@link stft}, for a caller whose name the errors bear. */
export function complexSpectraOf(y: Signal, options: StftOptions, caller: string): ComplexSpectrogram {
  const { frames, bins, transform } = frameTransform(y, options, caller);
  const re = new Float64Array(frames * bins);
  const im = new Float64Array(frames * bins);
  for (let t = 0; t < frames; t++) transform(t, re, im, t * bins);
  return { re, im, frames, bins };
}

/**
 * The magnitude of each bin of the short-time Fourier transform: |stft|.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * Plot.plot({height: 150, marks: [Plot.lineY(music.frameOf(music.magnitudeSpectrogram(y, {nFft: 256}), 9))]})
 */
export function magnitudeSpectrogram(y: Signal, options: StftOptions = {}): Spectrogram {
  return magnitudesOf(y, options, "magnitudeSpectrogram");
}

/**
 * The power of each bin of the short-time Fourier transform: |stft|².
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * display(music.powerSpectrogram(y).data);
 */
export function powerSpectrogram(y: Signal, options: StftOptions = {}): Spectrogram {
  return powersOf(y, options, "powerSpectrogram");
}

/** {@link magnitudeSpectrogram}, for a caller whose name the errors bear. */
export function magnitudesOf(y: Signal, options: StftOptions, caller: string): Spectrogram {
  const spectra = powersOf(y, options, caller);
  const { data } = spectra;
  for (let i = 0; i < data.length; i++) data[i] = Math.sqrt(data[i]);
  return spectra;
}

/** {@link powerSpectrogram}, for a caller whose name the errors bear. */
export function powersOf(y: Signal, options: StftOptions, caller: string): Spectrogram {
  const { frames, bins, transform } = frameTransform(y, options, caller);
  const data = new Float64Array(frames * bins);
  const re = new Float64Array(bins);
  const im = new Float64Array(bins);
  for (let t = 0; t < frames; t++) {
    transform(t, re, im, 0);
    for (let k = 0, i = t * bins; k < bins; k++, i++) data[i] = re[k] * re[k] + im[k] * im[k];
  }
  return { data, frames, bins };
}
