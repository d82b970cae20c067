import type { Matrix } from "../base/matrix.ts";
import { columnsOf } from "../linalg/products.ts";

/** A regression whose constant is taken out, and whose rows are scaled so that all count the same. */
export type Centered = {
  rows: number;
  cols: number;
  /** X, column after column. */
  columns: Float64Array;
  y: Float64Array;
  /** What was subtracted from each column of X. */
  means: Float64Array;
  yMean: number;
};

/**
 * Takes the (weighted) means out of copies of `X` and `y`, if there is to be a constant, and multiplies each row by
 * the root of its weight: the least squares of what results are the weighted ones with a constant. A column that
 * is constant becomes exactly 0, though its mean may be rounded. O(rows × columns).
 */
export function centered(
  X: Matrix,
  target: Float64Array,
  weights: Float64Array | null,
  fitIntercept: boolean,
): Centered {
  const { rows, cols } = X;
  const columns = columnsOf(X);
  const y = target.slice();
  const means = new Float64Array(cols);
  const total = weights === null ? rows : weights.reduce((sum, weight) => sum + weight, 0);
  const yMean = fitIntercept ? subtractMean(y, 0, rows, weights, total) : 0;
  if (fitIntercept) {
    for (let j = 0; j < cols; j++) means[j] = subtractMean(columns, j * rows, rows, weights, total);
  }
  if (weights !== null) {
    const factors = weights.map(Math.sqrt);
    for (let i = 0; i < rows; i++) y[i] = y[i]! * factors[i]!;
    for (let at = 0; at < columns.length; at++) columns[at] = columns[at]! * factors[at % rows]!;
  }
  return { rows, cols, columns, y, means, yMean };
}

/** Subtracts their mean from the `length` values from `from` on, and returns it. */
function subtractMean(
  values: Float64Array,
  from: number,
  length: number,
  weights: Float64Array | null,
  total: number,
): number {
  const first = values[from]!;
  let sum = 0;
  let isConstant = true;
  for (let i = 0; i < length; i++) {
    const value = values[from + i]!;
    sum += weights === null ? value : weights[i]! * value;
    if (value !== first) isConstant = false;
  }
  const mean = isConstant ? first : sum / total;
  for (let at = from; at < from + length; at++) values[at] = values[at]! - mean;
  return mean;
}

/** The constant that belongs to these coefficients of a centred regression. */
export function interceptOf({ means, yMean }: Centered, coef: Float64Array): number {
  let intercept = yMean;
  for (let j = 0; j < coef.length; j++) intercept -= means[j]! * coef[j]!;
  return intercept;
}
