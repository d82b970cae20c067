import { Matrix } from "../base/matrix.ts";

/** A regression whose constant is taken out, and whose rows are scaled so that all count the same. */
export type Centered = {
  X: Matrix;
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
  { data, rows, cols }: Matrix,
  y: Float64Array,
  weights: Float64Array | null,
  fitIntercept: boolean,
): Centered {
  const means = new Float64Array(cols);
  let yMean = 0;
  if (fitIntercept) {
    let total = 0;
    for (let i = 0; i < rows; i++) {
      const weight = weights === null ? 1 : weights[i]!;
      total += weight;
      yMean += weight * y[i]!;
      for (let j = 0; j < cols; j++) means[j] = means[j]! + weight * data[i * cols + j]!;
    }
    yMean /= total;
    for (let j = 0; j < cols; j++) means[j] = isConstant(data, j, cols) ? data[j]! : means[j]! / total;
  }
  const X = new Float64Array(rows * cols);
  const target = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const factor = weights === null ? 1 : Math.sqrt(weights[i]!);
    target[i] = factor * (y[i]! - yMean);
    for (let j = 0; j < cols; j++) X[i * cols + j] = factor * (data[i * cols + j]! - means[j]!);
  }
  return { X: new Matrix(X, rows, cols), y: target, means, yMean };
}

function isConstant(data: Float64Array, col: number, cols: number): boolean {
  const first = data[col]!;
  for (let at = col; at < data.length; at += cols) if (data[at] !== first) return false;
  return true;
}

/** The constant that belongs to these coefficients of a centred regression. */
export function interceptOf({ means, yMean }: Centered, coef: Float64Array): number {
  let intercept = yMean;
  for (let j = 0; j < coef.length; j++) intercept -= means[j]! * coef[j]!;
  return intercept;
}
