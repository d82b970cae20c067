import { decibels } from "../base/decibels.ts";
import { requirePositive, requireShare, requireWhole } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import { extremes } from "./extremes.ts";
import { type SpectralInput, type SpectralOptions, spectraOf } from "./spectral-input.ts";

/** In which octaves peaks and valleys are compared. */
export type ContrastOptions = {
  /** Where the second band begins, in Hz; the first lies below. Each of the others is an octave wide. Default 200. */
  fmin?: number;
  /** Number of bands above the first; the last reaches up to sr / 2. Default 6. */
  nBands?: number;
  /** Which share of a band's bins is the peak, and which the valley. Default 0.02, and at least one bin. */
  quantile?: number;
};

/**
 * How far the peaks of each octave stand above its valleys, in dB: nBands + 1 numbers a frame (Jiang et al. 2002, in
 * librosa's form: the mean of the greatest 2 % of a band's magnitudes against that of its least, each as
 * 10 log₁₀ and not lower than 80 dB below the loudest). Throws when a band would begin above sr / 2, or has no bin.
 *
 * @param input the samples, or magnitude spectra made before
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * display(music.frameOf(music.spectralContrast(y, {sr: 8000, nBands: 4}), 5)); // dB, highest in the octave of A4
 */
export function spectralContrast(
  input: SpectralInput,
  options: SpectralOptions & ContrastOptions,
): Spectrogram {
  const spectra = spectraOf(input, options, "spectralContrast");
  const bands = contrastBands(spectra.frequencies, options, "spectralContrast");
  return contrastOf(peaksAndValleys(spectra, bands));
}

/** The bins start … end − 1 of a band, and how many of them are the peak or the valley. */
export type Band = { start: number; end: number; count: number };

/** The bands of {@link spectralContrast}. Throws when there is no such band. */
export function contrastBands(frequencies: Float64Array, options: ContrastOptions, caller: string): Band[] {
  const { fmin = 200, nBands = 6, quantile = 0.02 } = options;
  requirePositive(fmin, "fmin", caller);
  requireWhole(nBands, 1, "nBands", caller);
  requireShare(quantile, "quantile", caller);
  const nyquist = frequencies[frequencies.length - 1];
  return Array.from({ length: nBands + 1 }, (_, band) => {
    const [low, high] = [band === 0 ? 0 : fmin * 2 ** (band - 1), fmin * 2 ** band];
    if (low >= nyquist) {
      throw new RangeError(
        `${caller}: nBands is ${nBands}; with fmin ${fmin} one band would begin at ${low} Hz, but there is nothing above ${nyquist} Hz: use fewer bands or a lower fmin.`,
      );
    }
    const first = frequencies.findIndex((hz) => hz >= low);
    const last = frequencies.findLastIndex((hz) => hz <= high);
    if (last < first) {
      throw new RangeError(
        `${caller}: nFft is ${2 * (frequencies.length - 1)}; no bin lies between ${low} and ${high} Hz: use a longer transform or a higher fmin.`,
      );
    }
    // librosa gives each band the bin below it as well and takes its uppermost away; the count is of both.
    const top = band === nBands;
    const start = band === 0 ? 0 : first - 1;
    const end = top ? frequencies.length : last;
    const count = Math.max(1, roundHalfToEven(quantile * (end - start + (top ? 0 : 1))));
    return { start, end: Math.max(end, start + 1), count };
  });
}

/** The means of the greatest and of the least magnitudes, for each band of each frame. */
export type PeaksAndValleys = { peaks: Spectrogram; valleys: Spectrogram };

export function peaksAndValleys({ data, frames, bins }: Spectrogram, bands: Band[]): PeaksAndValleys {
  const size = { frames, bins: bands.length };
  const peaks = { ...size, data: new Float64Array(frames * bands.length) };
  const valleys = { ...size, data: new Float64Array(frames * bands.length) };
  const least = new Float64Array(bins);
  const greatest = new Float64Array(bins);
  for (let t = 0; t < frames; t++) {
    for (let b = 0; b < bands.length; b++) {
      const band = bands[b];
      const count = Math.min(band.count, band.end - band.start);
      extremes(data, t * bins + band.start, t * bins + band.end, count, least, greatest);
      for (let i = 0, at = t * bands.length + b; i < count; i++) {
        valleys.data[at] += least[i] / count;
        peaks.data[at] += greatest[i] / count;
      }
    }
  }
  return { peaks, valleys };
}

/** How far the peaks stand above the valleys, in dB. */
export function contrastOf({ peaks, valleys }: PeaksAndValleys): Spectrogram {
  const contrast = decibels(peaks, {}, 10, "spectralContrast");
  const floor = decibels(valleys, {}, 10, "spectralContrast").data;
  for (let i = 0; i < floor.length; i++) contrast.data[i] -= floor[i];
  return contrast;
}

/** numpy's rint. */
function roundHalfToEven(x: number): number {
  const below = Math.floor(x);
  if (x - below !== 0.5) return Math.round(x);
  return below % 2 === 0 ? below : below + 1;
}
