import type { Matrix } from "../base/matrix.ts";

/**
 * Each column's mean and standard deviation (population), the rows counting by `weights` if there are any. The
 * deviation is 0 where it is no larger than what rounding of the mean alone can cause.
 */
export function columnMoments(
  X: Matrix,
  weights: Float64Array | null,
): { mean: Float64Array; deviation: Float64Array } {
  const mean = new Float64Array(X.cols);
  const deviation = new Float64Array(X.cols);
  const column = new Float64Array(X.rows);
  const total = weights ? weights.reduce((sum, weight) => sum + weight, 0) : X.rows;
  for (let j = 0; j < X.cols; j++) {
    for (let i = 0; i < X.rows; i++) column[i] = X.data[i * X.cols + j]!;
    const moments = weights ? weighted(column, weights, total) : unweighted(column);
    mean[j] = moments.mean;
    deviation[j] = Math.sqrt(moments.variance);
  }
  return { mean, deviation };
}

function unweighted(column: Float64Array): { mean: number; variance: number } {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += column[i]!;
  const mean = sum / column.length;
  let correction = 0;
  let squares = 0;
  for (let i = 0; i < column.length; i++) {
    const difference = column[i]! - mean;
    correction += difference;
    squares += difference * difference;
  }
  return { mean, variance: corrected(squares, correction, column.length, mean) };
}

function weighted(
  column: Float64Array,
  weights: Float64Array,
  total: number,
): { mean: number; variance: number } {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += weights[i]! * column[i]!;
  const mean = sum / total;
  let correction = 0;
  let squares = 0;
  for (let i = 0; i < column.length; i++) {
    const difference = column[i]! - mean;
    correction += weights[i]! * difference;
    squares += weights[i]! * (difference * difference);
  }
  return { mean, variance: corrected(squares, correction, total, mean) };
}

/** The variance by the corrected two-pass algorithm (Chan, Golub and LeVeque, 1983), 0 where it is but rounding. */
function corrected(squares: number, correction: number, count: number, mean: number): number {
  const result = (squares - (correction * correction) / count) / count;
  const rounding = count * mean * Number.EPSILON;
  return result <= count * Number.EPSILON * result + rounding * rounding ? 0 : result;
}
