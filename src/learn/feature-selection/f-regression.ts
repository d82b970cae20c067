import type { MatrixLike } from "../base/matrix.ts";
import { Matrix } from "../base/matrix.ts";
import { checkedRegression } from "../base/targets.ts";
import { fSurvival } from "./f-distribution.ts";
import { type FeatureScores, shiftedColumn } from "./score-function.ts";

/**
 * How well a straight line on each column alone predicts `y`: the F of that, and its p-value. Where the column or
 * `y` is constant F is 0 and p 1; where the line is exact F is the largest number and p 0.
 *
 * Throws with fewer than three rows. Time: rows × columns.
 *
 * @param X the samples, one a row
 * @param y the number of each row
 * @example
 * learn.fRegression([[1, 5], [2, 4], [3, 6], [4, 5]], [10, 21, 29, 41]).scores
 */
export function fRegression(X: MatrixLike, y: ArrayLike<number>): FeatureScores {
  const { matrix, target } = checkedRegression(X, y);
  const { rows, cols } = matrix;
  if (rows < 3) throw new RangeError(`fRegression needs at least three rows, but X has ${rows}`);
  const centredTarget = centred(shiftedColumn(new Matrix(target, rows, 1), 0));
  const targetSquares = product(centredTarget, centredTarget);
  const scores = new Float64Array(cols);
  const pValues = new Float64Array(cols);
  for (let j = 0; j < cols; j++) {
    const column = centred(shiftedColumn(matrix, j));
    const squares = product(column, column) * targetSquares;
    const squared = squares === 0 ? 0 : product(column, centredTarget) ** 2 / squares;
    const f = (squared / (1 - squared)) * (rows - 2);
    scores[j] = squared >= 1 ? Number.MAX_VALUE : f;
    pValues[j] = fSurvival(scores[j]!, 1, rows - 2);
  }
  return { scores, pValues };
}

function centred(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
