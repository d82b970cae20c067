import { powerToDb } from "../base/decibels.ts";
import { requireSignal, requireWhole, type Signal } from "../base/signal.ts";
import { melPowersOf } from "../spectrum/mel-spectrogram.ts";

/** How novelty is measured. */
export type OnsetStrengthOptions = {
  /** Samples a second. */
  sr: number;
  /** Samples from one value to the next. Default 512. */
  hopLength?: number;
  /** Samples in a transform, a power of two. Default 2048. */
  nFft?: number;
  /** Number of mel bands. Default 128. */
  nMels?: number;
  /** Lowest frequency in Hz. Default 0. */
  fmin?: number;
  /** Highest frequency in Hz. Default sr / 2. */
  fmax?: number;
  /** Frames between the spectra that are compared. Default 1; superflux takes 2. */
  lag?: number;
  /** Neighbouring bands whose greatest value in the earlier spectrum counts: 1 is the band alone (default), 3 is superflux. */
  maxSize?: number;
  /** How the rises of the bands become one value: their "mean" (default), or "median" as in librosa's beat_track. */
  aggregate?: "mean" | "median";
  /** True (default): value t tells of sample t × hopLength. False: of the frame that starts there. */
  center?: boolean;
  /** True: a high-pass takes slow changes away. Default false. */
  detrend?: boolean;
};

/**
 * The novelty of a sound: how much louder its mel bands are, in dB, than `lag` frames before, on average over the bands
 * and without what became softer; one value a frame (librosa.onset.onset_strength). With `{lag: 2, maxSize: 3}` it is
 * superflux (Böck and Widmer, "Maximum filter vibrato suppression for onset detection", DAFx 2013).
 *
 * Throws when an option is wrong, or when an uncentred signal is shorter than a frame.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin(i / 2) * Math.exp(-(i % 2000) / 500)); // four strokes
 * const novelty = music.onsetStrength(y, {sr: 8000, hopLength: 128, nFft: 512, nMels: 32});
 * Plot.plot({height: 150, marks: [Plot.lineY(novelty)]})
 */
export function onsetStrength(y: Signal, options: OnsetStrengthOptions): Float64Array {
  return onsetStrengthOf(y, options, "onsetStrength");
}

/** {@link onsetStrength}, for a caller whose name the errors bear. */
export function onsetStrengthOf(y: Signal, options: OnsetStrengthOptions, caller: string): Float64Array {
  const { hopLength = 512, nFft = 2048, lag = 1, maxSize = 1, center = true, detrend = false } = options;
  const { aggregate = "mean" } = options;
  requireSignal(y, caller);
  requireWhole(lag, 1, "lag", caller);
  requireWhole(maxSize, 1, "maxSize", caller);
  if (aggregate !== "mean" && aggregate !== "median") {
    throw new RangeError(`${caller}: aggregate is "${aggregate}"; it must be "mean" or "median".`);
  }
  const { data, frames, bins } = powerToDb(melPowersOf(y, { ...options, hopLength }, caller));
  // librosa moves the curve by half a frame, so that a rise stands where its frame begins.
  const shift = lag + (center ? Math.floor(nFft / (2 * hopLength)) : 0);
  const out = new Float64Array(frames);
  const before = Math.floor(maxSize / 2);
  const after = maxSize - 1 - before;
  const rises = new Float64Array(bins);
  for (let t = 0; t + shift < frames; t++) {
    const now = (t + lag) * bins;
    const earlier = t * bins;
    for (let b = 0; b < bins; b++) {
      let greatest = data[earlier + b];
      const last = Math.min(bins - 1, b + after);
      for (let i = Math.max(0, b - before); i <= last; i++)
        if (data[earlier + i] > greatest) greatest = data[earlier + i];
      rises[b] = Math.max(0, data[now + b] - greatest);
    }
    out[t + shift] = aggregate === "mean" ? meanOf(rises) : medianOf(rises);
  }
  return detrend ? highPassed(out) : out;
}

/** x[t] − x[t − 1] + 0.99 × what came out before. */
function highPassed(x: Float64Array): Float64Array {
  let before = 0;
  let out = 0;
  return x.map((value) => {
    out = value - before + 0.99 * out;
    before = value;
    return out;
  });
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/** The middle value; it puts them in order. */
function medianOf(values: Float64Array): number {
  values.sort();
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}
