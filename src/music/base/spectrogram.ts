import { LONGEST_FRAME, requireAtMost, requirePositive, requireWhole } from "./signal.ts";

/**
 * One number for each frame and frequency bin. Frame by frame: the value of bin k in frame t stands at
 * `data[t * bins + k]` (librosa's matrix, transposed, so that one frame is one run of memory).
 */
export type Spectrogram = {
  /** The values, frame after frame. */
  data: Float64Array;
  /** How many frames. */
  frames: number;
  /** How many values a frame. */
  bins: number;
};

/** Throws unless `value` is a spectrogram of finite numbers, as many as its frames and bins say. */
export function requireSpectrogram(value: Spectrogram, name: string, caller: string): void {
  const { data, frames, bins } = value ?? {};
  if (!(data instanceof Float64Array) || !Number.isInteger(frames) || !Number.isInteger(bins)) {
    throw new TypeError(`${caller}: ${name} must be a spectrogram: {data: Float64Array, frames, bins}.`);
  }
  if (data.length !== frames * bins || data.length === 0) {
    throw new RangeError(
      `${caller}: ${name}.data has ${data.length} values; ${frames} frames of ${bins} bins need ${frames * bins}, and at least one.`,
    );
  }
  for (let i = 0; i < data.length; i++) {
    if (!Number.isFinite(data[i])) {
      throw new RangeError(`${caller}: ${name}.data[${i}] is ${data[i]}; its values must be finite.`);
    }
  }
}

/** Throws unless `value` is a spectrogram of finite numbers, none of them below 0. */
export function requireMagnitudes(value: Spectrogram, name: string, caller: string): void {
  requireSpectrogram(value, name, caller);
  for (let i = 0; i < value.data.length; i++) {
    if (value.data[i] < 0) {
      throw new RangeError(`${caller}: ${name}.data[${i}] is ${value.data[i]}; magnitudes are not below 0.`);
    }
  }
}

/**
 * The values of frame t, without copying. Throws when there is no such frame.
 *
 * @param spectrogram any of them
 * @param t which frame, from 0
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * display(music.frameOf(music.magnitudeSpectrogram(y), 3));
 */
export function frameOf(spectrogram: Spectrogram, t: number): Float64Array {
  if (!(Number.isInteger(t) && t >= 0 && t < spectrogram.frames)) {
    throw new RangeError(`frameOf: t is ${t}; frames are numbered from 0 to ${spectrogram.frames - 1}.`);
  }
  return spectrogram.data.subarray(t * spectrogram.bins, (t + 1) * spectrogram.bins);
}

/**
 * The centre frequencies in Hz of the 1 + nFft/2 bins of a transform of nFft samples at `sr` samples a second.
 *
 * @param sr samples a second
 * @param nFft samples in the transform, an even number
 * @example
 * music.fftFrequencies(22050, 2048)
 */
export function fftFrequencies(sr: number, nFft: number): Float64Array {
  requirePositive(sr, "sr", "fftFrequencies");
  requireWhole(nFft, 2, "nFft", "fftFrequencies");
  requireAtMost(nFft, LONGEST_FRAME, "nFft", "fftFrequencies");
  return Float64Array.from({ length: 1 + Math.floor(nFft / 2) }, (_, k) => (k * sr) / nFft);
}
