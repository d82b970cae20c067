import { requirePositive, type Signal } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import type { StftOptions } from "../spectrum/frame-transform.ts";
import { magnitudesOf } from "../spectrum/stft.ts";

/** Samples a second, and how the spectra are taken. */
export type EstimateTuningOptions = StftOptions & {
  /** Samples a second. */
  sr: number;
};

const FMIN_HZ = 150;
const FMAX_HZ = 4000;
// A peak counts when it is above a tenth of its frame's largest value.
const THRESHOLD = 0.1;
const BINS_PER_SEMITONE = 100;

/**
 * How far the music is tuned from A4 = 440 Hz, in semitones from −0.5 to 0.5 by hundredths: the commonest deviation of
 * the louder half of all spectral peaks between 150 and 4000 Hz (librosa.estimate_tuning with its defaults). 0 when
 * there is no peak, as in silence.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 446 * i) / 8000)); // A4, a little sharp
 * display(music.estimateTuning(y, {sr: 8000})); // 0.23 semitones
 */
export function estimateTuning(y: Signal, options: EstimateTuningOptions): number {
  requirePositive(options.sr, "sr", "estimateTuning");
  return tuningOf(magnitudesOf(y, options, "estimateTuning"), options.sr);
}

/** The tuning of a spectrogram of magnitudes or powers. */
export function tuningOf(spectra: Spectrogram, sr: number): number {
  const { hz, heights } = spectralPeaks(spectra, sr);
  if (hz.length === 0) return 0;
  const sorted = Float64Array.from(heights).sort();
  const middle = sorted.length >> 1;
  const threshold = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  const counts = new Float64Array(BINS_PER_SEMITONE);
  for (let i = 0; i < hz.length; i++) {
    if (heights[i] < threshold) continue;
    const semitones = 12 * Math.log2((16 * hz[i]) / 440);
    // From −0.5 to 0.5 about the nearest semitone.
    const deviation = semitones + 0.5 - Math.floor(semitones + 0.5);
    counts[Math.min(BINS_PER_SEMITONE - 1, Math.floor(deviation * BINS_PER_SEMITONE))]++;
  }
  return (counts.indexOf(Math.max(...counts)) - BINS_PER_SEMITONE / 2) / BINS_PER_SEMITONE;
}

/** The peaks of all frames, placed between the bins by a parabola (librosa.piptrack). */
function spectralPeaks({ data, frames, bins }: Spectrogram, sr: number): { hz: number[]; heights: number[] } {
  const hzPerBin = sr / (2 * (bins - 1));
  const low = Math.max(1, Math.ceil(FMIN_HZ / hzPerBin));
  const high = Math.min(bins - 2, Math.ceil(Math.min(FMAX_HZ, sr / 2) / hzPerBin) - 1);
  const hz: number[] = [];
  const heights: number[] = [];
  for (let t = 0; t < frames; t++) {
    const start = t * bins;
    let largest = 0;
    for (let k = 0; k < bins; k++) largest = Math.max(largest, data[start + k]);
    const floor = THRESHOLD * largest;
    for (let k = low; k <= high; k++) {
      const value = data[start + k];
      if (!(value > floor)) continue;
      const before = data[start + k - 1];
      const after = data[start + k + 1];
      // Neighbours that are not above the floor count as zero, as if they were not there.
      if (!(value > (before > floor ? before : 0) && value >= (after > floor ? after : 0))) continue;
      const curvature = before + after - 2 * value;
      const slope = (after - before) / 2;
      const shift = Math.abs(slope) < Math.abs(curvature) ? -slope / curvature : 0;
      hz.push((k + shift) * hzPerBin);
      heights.push(value + 0.5 * slope * shift);
    }
  }
  return { hz, heights };
}
