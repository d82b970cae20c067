import { LONGEST_FRAME, requireAtMost, requireWhole } from "../base/signal.ts";
import { requireMagnitudes, type Spectrogram } from "../base/spectrogram.ts";
import { mirrorEnds, runningMedian } from "./running-median.ts";
import { softMask } from "./soft-mask.ts";

/** How harmonic and percussive are told apart. A pair is for the harmonic and for the percussive part, in this order. */
export type HpssOptions = {
  /** Frames, and bins, that a median is taken of. Default 31 of each. */
  kernelSize?: number | [number, number];
  /** How sharply the masks decide: 2 is Wiener's filter, Infinity all or nothing. Default 2. */
  power?: number;
  /** How many times as strong as the other a part must be; above 1, something belongs to neither. Default 1. */
  margin?: number | [number, number];
};

/** What is kept of each bin of each frame, from 0 to 1. */
export type HpssMasks = {
  /** What belongs to lasting tones: horizontal lines of a spectrogram. */
  harmonicMask: Spectrogram;
  /** What belongs to strokes: vertical lines of it. */
  percussiveMask: Spectrogram;
};

/**
 * Masks that part a magnitude spectrogram into tones and strokes: a tone is what stays in the median over the time
 * about it, a stroke what stays in the median over the frequencies about it (Fitzgerald 2010; with margins: Driedger et
 * al. 2014; librosa.decompose.hpss). With a margin of 1 they add up to 1. Throws when a magnitude is below 0, a margin
 * below 1, or a power not above 0.
 *
 * @param magnitudes a magnitude spectrogram
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin(i / 2) + (i % 2000 === 0 ? 5 : 0)); // a tone and clicks
 * const {harmonicMask} = music.hpssMasks(music.magnitudeSpectrogram(y, {nFft: 256}));
 * Plot.plot({height: 150, marks: [Plot.lineY(music.frameOf(harmonicMask, 9))]})
 */
export function hpssMasks(magnitudes: Spectrogram, options: HpssOptions = {}): HpssMasks {
  requireMagnitudes(magnitudes, "magnitudes", "hpssMasks");
  return masksOf(magnitudes, options, "hpssMasks");
}

/** {@link hpssMasks} of magnitudes that are known to be right, for a caller whose name the errors bear. */
export function masksOf(magnitudes: Spectrogram, options: HpssOptions, caller: string): HpssMasks {
  const { kernelSize = 31, power = 2, margin = 1 } = options;
  const [frames, bins] = Array.isArray(kernelSize) ? kernelSize : [kernelSize, kernelSize];
  const [harmonicMargin, percussiveMargin] = Array.isArray(margin) ? margin : [margin, margin];
  for (const size of [frames, bins]) {
    requireWhole(size, 1, "kernelSize", caller);
    requireAtMost(size, LONGEST_FRAME, "kernelSize", caller);
  }
  for (const value of [harmonicMargin, percussiveMargin]) {
    if (!(value >= 1 && value < Infinity)) {
      throw new RangeError(`${caller}: margin is ${value}; it must be a number of at least 1.`);
    }
  }
  if (!(power > 0)) throw new RangeError(`${caller}: power is ${power}; it must be above 0.`);
  const harmonic = medianOverTime(magnitudes, frames);
  const percussive = medianOverFrequency(magnitudes, bins);
  const neither = harmonicMargin === 1 && percussiveMargin === 1 ? 0.5 : 0;
  return {
    harmonicMask: softMask(harmonic, percussive, harmonicMargin, power, neither),
    percussiveMask: softMask(percussive, harmonic, percussiveMargin, power, neither),
  };
}

/** The median of each bin over `size` frames. */
function medianOverTime({ data, frames, bins }: Spectrogram, size: number): Spectrogram {
  const { line, before, sorted } = workFor(frames, size);
  const medians = new Float64Array(frames);
  const out = new Float64Array(data.length);
  for (let k = 0; k < bins; k++) {
    for (let t = 0; t < frames; t++) line[before + t] = data[t * bins + k];
    mirrorEnds(line, before, frames);
    runningMedian(line, size, medians, sorted);
    for (let t = 0; t < frames; t++) out[t * bins + k] = medians[t];
  }
  return { data: out, frames, bins };
}

/** The median of each frame over `size` bins. */
function medianOverFrequency({ data, frames, bins }: Spectrogram, size: number): Spectrogram {
  const { line, before, sorted } = workFor(bins, size);
  const out = new Float64Array(data.length);
  for (let t = 0; t < frames; t++) {
    line.set(data.subarray(t * bins, (t + 1) * bins), before);
    mirrorEnds(line, before, bins);
    runningMedian(line, size, out.subarray(t * bins, (t + 1) * bins), sorted);
  }
  return { data: out, frames, bins };
}

function workFor(length: number, size: number) {
  return { line: new Float64Array(length + size - 1), before: size >> 1, sorted: new Float64Array(size) };
}
