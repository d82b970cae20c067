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

/**
 * The values of frame t, without copying.
 *
 * @param spectrogram any of them
 * @param t which frame, from 0
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * display(music.frameOf(music.magnitudeSpectrogram(y), 3));
 */
export function frameOf(spectrogram: Spectrogram, t: number): Float64Array {
  return spectrogram.data.subarray(t * spectrogram.bins, (t + 1) * spectrogram.bins);
}

/**
 * The centre frequencies in Hz of the 1 + nFft/2 bins of a transform of nFft samples at `sr` samples a second.
 *
 * @param sr samples a second
 * @param nFft samples in the transform
 * @example
 * music.fftFrequencies(22050, 2048)
 */
export function fftFrequencies(sr: number, nFft: number): Float64Array {
  return Float64Array.from({ length: 1 + nFft / 2 }, (_, k) => (k * sr) / nFft);
}
