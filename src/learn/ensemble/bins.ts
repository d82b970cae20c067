import type { Matrix } from "../base/matrix.ts";

/** Every value of the training rows as a small whole number: how many thresholds of its column it is above. */
export type Bins = {
  /** Column after column. */
  codes: Uint8Array;
  /** The thresholds of each column, ascending: one less than it has bins. */
  thresholds: Float64Array[];
};

/** Parts each column into at most `maxBins` bins of about equally many rows, as scikit-learn's histograms do. */
export function binned({ data, rows, cols }: Matrix, maxBins: number): Bins {
  const codes = new Uint8Array(rows * cols);
  const thresholds: Float64Array[] = [];
  const column = new Float64Array(rows);
  for (let j = 0; j < cols; j++) {
    for (let i = 0; i < rows; i++) column[i] = data[i * cols + j]!;
    const limits = thresholdsOf(column.slice().sort(), maxBins);
    for (let i = 0; i < rows; i++) codes[j * rows + i] = binOf(column[i]!, limits);
    thresholds.push(limits);
  }
  return { codes, thresholds };
}

/** Between all different values if these are few, else at quantiles. */
function thresholdsOf(sorted: Float64Array, maxBins: number): Float64Array {
  const different = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  return different.length <= maxBins
    ? Float64Array.from({ length: different.length - 1 }, (_, i) => (different[i]! + different[i + 1]!) * 0.5)
    : Float64Array.from({ length: maxBins - 1 }, (_, i) => quantile(sorted, i + 1, maxBins));
}

/** The value below which `part` of `parts` equal parts lie: halfway between two values, unless it is at one. */
function quantile(sorted: Float64Array, part: number, parts: number): number {
  // By way of per cent, as numpy is asked: whether it is at a value depends on the last bit.
  const place = (sorted.length - 1) * ((part * (100 / parts)) / 100);
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return above - (above - below) * 0.5;
}

function binOf(value: number, thresholds: Float64Array): number {
  let low = 0;
  let high = thresholds.length;
  while (low < high) {
    const middle = (low + high - 1) >> 1;
    if (value <= thresholds[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}
