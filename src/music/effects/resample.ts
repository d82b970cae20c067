import { requirePositive, requireSignal, type Signal } from "../base/signal.ts";
import { resampleFilter } from "./resample-filter.ts";

/** From which rate to which. */
export type ResampleOptions = {
  /** Samples a second of `y`. */
  origSr: number;
  /** Samples a second wanted: any number. */
  targetSr: number;
};

/** A filter that needs a larger table than this is interpolated from a smaller one. */
const MOST_WEIGHTS = 2 ** 18;
// What is longer than this, or needs a longer filter, would not fit into a browser's memory.
const MOST_SAMPLES = 2 ** 28;
const LEAST_RATIO = 2 ** -10;

/**
 * The sound at another sample rate: ceil(length × targetSr / origSr) samples (librosa.resample), the first at the same
 * moment as before. A sinc with 64 zero crossings on either side, through Kaiser's window: up to 0.9 of half the lower
 * rate levels stay within 0.001 dB, and what would fold back from above it is at least 95 dB down. Between whole rates
 * one filter is made for each place between two samples; between others it is interpolated. Throws when a rate is not
 * above 0, or the result would be too long.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * const y44 = music.resample(y, {origSr: 8000, targetSr: 44100});
 * display(`${y44.length} samples`);
 */
export function resample(y: Signal, { origSr, targetSr }: ResampleOptions): Float64Array {
  requireSignal(y, "resample");
  return resampled(y, origSr, targetSr, "resample");
}

/** {@link resample} of what is known to be a signal, for a caller whose name the errors bear. */
export function resampled(y: Signal, origSr: number, targetSr: number, caller: string): Float64Array {
  requirePositive(origSr, "origSr", caller);
  requirePositive(targetSr, "targetSr", caller);
  if (origSr === targetSr) return Float64Array.from(y);
  const ratio = targetSr / origSr;
  const length = Math.ceil(y.length * ratio);
  if (!(length <= MOST_SAMPLES && ratio >= LEAST_RATIO)) {
    throw new RangeError(
      `${caller}: targetSr is ${targetSr}, too far from origSr, which is ${origSr}: the result, or its filter, would be too long.`,
    );
  }
  const divisor = greatestCommonDivisor(origSr, targetSr);
  const [up, down] = [targetSr / divisor, origSr / divisor];
  const exact = divisor > 0 && up * 130 * Math.max(1, 1 / ratio) <= MOST_WEIGHTS;
  const { places, taps, table } = resampleFilter(ratio, exact ? up : 0);
  const samples = new Float64Array(y.length + 2 * taps);
  samples.set(y, taps);
  const out = new Float64Array(length);
  const before = taps - taps / 2 + 1;
  for (let n = 0; n < length; n++) {
    const place = exact ? (n * down) % up : ((n / ratio) % 1) * places;
    const sample = exact ? Math.floor((n * down) / up) : Math.floor(n / ratio);
    const start = before + sample;
    const row = Math.floor(place) * taps;
    out[n] = exact
      ? weighted(samples, start, table, row, taps)
      : weightedBetween(samples, start, table, row, taps, place % 1);
  }
  return out;
}

/** The samples from `start` on, times the weights of one row of the table. */
function weighted(
  samples: Float64Array,
  start: number,
  table: Float64Array,
  row: number,
  taps: number,
): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < taps; i += 4) {
    a += table[row + i] * samples[start + i];
    b += table[row + i + 1] * samples[start + i + 1];
    c += table[row + i + 2] * samples[start + i + 2];
    d += table[row + i + 3] * samples[start + i + 3];
  }
  return a + b + (c + d);
}

/** The same, with weights that lie `share` of the way from one row to the next. */
function weightedBetween(
  samples: Float64Array,
  start: number,
  table: Float64Array,
  row: number,
  taps: number,
  share: number,
): number {
  const here = weighted(samples, start, table, row, taps);
  return here + share * (weighted(samples, start, table, row + taps, taps) - here);
}

/** 0 where one of them is no whole number. */
function greatestCommonDivisor(a: number, b: number): number {
  if (!Number.isInteger(a) || !Number.isInteger(b)) return 0;
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
