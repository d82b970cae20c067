import type { Spectrogram } from "../base/spectrogram.ts";
import type { LagCurve } from "./lag-curve.ts";

/** The lags of a curve's values, in samples: from 0 to the longest that was asked for. */
export function lagsOf({ last, lagStep }: LagCurve): Float64Array {
  return Float64Array.from({ length: last + 1 }, (_, k) => k * lagStep);
}

/** A matrix with a row for each frame and a column for each lag. */
export function emptyLagMatrix({ last }: LagCurve, frames: number): Spectrogram {
  return { data: new Float64Array(frames * (last + 1)), frames, bins: last + 1 };
}

/** Copies a curve's values to row t. */
export function writeRow(matrix: Spectrogram, t: number, values: Float64Array): void {
  matrix.data.set(values.subarray(0, matrix.bins), t * matrix.bins);
}
