import { Matrix } from "../base/matrix.ts";

/** Which distance is meant: 2 for the Euclidean one, 1 for the sum of the absolute differences, or "cosine". */
export type Distance = 1 | 2 | "cosine";

/** A table as columns one after the other: adding up column by column is the fastest way to many distances. */
export function transposed(data: Float64Array, rows: number, cols: number): Float64Array {
  const columns = new Float64Array(data.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) columns[j * rows + i] = data[i * cols + j]!;
  return columns;
}

/**
 * Writes to `sums` the squared Euclidean distance of the query that starts at `at` in `queries` to every row of a
 * transposed table. Each sum adds the columns in their order, as `squaredDistance` does, so both are the same number.
 */
export function squaredDistances(
  columns: Float64Array,
  queries: Float64Array,
  at: number,
  cols: number,
  sums: Float64Array,
): void {
  const rows = sums.length;
  sums.fill(0);
  let j = 0;
  for (; j + 3 < cols; j += 4) {
    const q0 = queries[at + j]!;
    const q1 = queries[at + j + 1]!;
    const q2 = queries[at + j + 2]!;
    const q3 = queries[at + j + 3]!;
    const c0 = j * rows;
    const c1 = c0 + rows;
    const c2 = c1 + rows;
    const c3 = c2 + rows;
    for (let i = 0; i < rows; i++) {
      const d0 = columns[c0 + i]! - q0;
      const d1 = columns[c1 + i]! - q1;
      const d2 = columns[c2 + i]! - q2;
      const d3 = columns[c3 + i]! - q3;
      sums[i] = sums[i]! + d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
    }
  }
  for (; j < cols; j++) {
    const value = queries[at + j]!;
    for (let i = 0; i < rows; i++) {
      const difference = columns[j * rows + i]! - value;
      sums[i] = sums[i]! + difference * difference;
    }
  }
}

/** As `squaredDistances`, the sums of the absolute differences. */
export function absoluteDistances(
  columns: Float64Array,
  queries: Float64Array,
  at: number,
  cols: number,
  sums: Float64Array,
): void {
  const rows = sums.length;
  sums.fill(0);
  for (let j = 0; j < cols; j++) {
    const value = queries[at + j]!;
    for (let i = 0; i < rows; i++) sums[i] = sums[i]! + Math.abs(columns[j * rows + i]! - value);
  }
}

/** As `squaredDistances`, 1 less the cosine of the angle; the rows of the table and the queries must have length 1. */
export function cosineDistances(
  columns: Float64Array,
  queries: Float64Array,
  at: number,
  cols: number,
  sums: Float64Array,
): void {
  const rows = sums.length;
  sums.fill(0);
  for (let j = 0; j < cols; j++) {
    const value = queries[at + j]!;
    for (let i = 0; i < rows; i++) sums[i] = sums[i]! + columns[j * rows + i]! * value;
  }
  // Rounding may take a cosine beyond 1.
  for (let i = 0; i < rows; i++) sums[i] = Math.min(2, Math.max(0, 1 - sums[i]!));
}

/** The rows of a table, each divided by its length; a row of zeros as it is, at a right angle to all. */
export function unitRows({ data, rows, cols }: Matrix): Matrix {
  const unit = new Float64Array(data.length);
  for (let i = 0; i < rows; i++) {
    let squares = 0;
    for (let at = i * cols; at < (i + 1) * cols; at++) squares += data[at]! * data[at]!;
    const length = Math.sqrt(squares) || 1;
    for (let at = i * cols; at < (i + 1) * cols; at++) unit[at] = data[at]! / length;
  }
  return new Matrix(unit, rows, cols);
}

/** The squared Euclidean distance of two rows, given where they start. */
export function squaredDistance(
  a: Float64Array,
  atA: number,
  b: Float64Array,
  atB: number,
  cols: number,
): number {
  let sum = 0;
  for (let j = 0; j < cols; j++) {
    const difference = a[atA + j]! - b[atB + j]!;
    sum += difference * difference;
  }
  return sum;
}
