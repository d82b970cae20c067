/**
 * One number for each frame and frequency bin. Frame by frame: the value of bin k in frame t stands at
 * `data[t * bins + k]` (librosa's matrix, transposed, so that one frame is one run of memory).
 */
export type Spectrogram = { data: Float64Array; frames: number; bins: number };

/** The values of frame t, without copying. */
export function frameOf(spectrogram: Spectrogram, t: number): Float64Array {
  return spectrogram.data.subarray(t * spectrogram.bins, (t + 1) * spectrogram.bins);
}

/** The centre frequencies in Hz of the 1 + nFft/2 bins of a transform of nFft samples at `sr` samples a second. */
export function fftFrequencies(sr: number, nFft: number): Float64Array {
  return Float64Array.from({ length: 1 + nFft / 2 }, (_, k) => (k * sr) / nFft);
}
