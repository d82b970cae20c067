import { frameCount, padded } from "../base/frames.ts";
import { realFft } from "../base/real-fft.ts";
import { requireSignal, type Signal } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import { type WindowName, windowSamples } from "../base/window.ts";

/** How a short-time Fourier transform is taken. */
export type StftOptions = {
  /** Samples in a transform; a power of two. Default 2048. */
  nFft?: number;
  /** Samples from one frame to the next. Default 512. */
  hopLength?: number;
  /** What the ends of a frame are faded with, or not ("boxcar"). Default "hann". */
  window?: WindowName;
  /** True (default): frame t is centred on sample t × hopLength, with silence beyond the ends. */
  center?: boolean;
};

/** A complex spectrogram: real and imaginary parts, each frame by frame as in {@link Spectrogram}. */
export type ComplexSpectrogram = { re: Float64Array; im: Float64Array; frames: number; bins: number };

/**
 * The short-time Fourier transform of `y`: 1 + nFft/2 bins a frame, librosa's definition (0.10, window of nFft
 * samples). Throws when nFft is not a power of two, or when an uncentred signal is shorter than one frame.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * const {frames, bins} = music.stft(y, {nFft: 512, hopLength: 128});
 * display(`${frames} frames of ${bins} bins`);
 */
export function stft(y: Signal, options: StftOptions = {}): ComplexSpectrogram {
  const { nFft = 2048, hopLength = 512, window = "hann", center = true } = options;
  requireSignal(y, "stft");
  const fft = realFft(nFft);
  const weights = windowSamples(window, nFft);
  const samples = padded(y, nFft, center, "constant");
  const frames = frameCount(samples.length, nFft, hopLength, "stft");
  const bins = 1 + nFft / 2;
  const re = new Float64Array(frames * bins);
  const im = new Float64Array(frames * bins);
  const frame = new Float64Array(nFft);
  for (let t = 0; t < frames; t++) {
    for (let i = 0; i < nFft; i++) frame[i] = samples[t * hopLength + i] * weights[i];
    fft.transform(frame, re, im, t * bins);
  }
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
  const power = powerSpectrogram(y, options);
  return { ...power, data: power.data.map(Math.sqrt) };
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
  const { re, im, frames, bins } = stft(y, options);
  const data = new Float64Array(re.length);
  for (let i = 0; i < re.length; i++) data[i] = re[i] * re[i] + im[i] * im[i];
  return { data, frames, bins };
}
