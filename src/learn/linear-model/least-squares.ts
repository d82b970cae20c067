import type { Matrix } from "../base/matrix.ts";
import { svd } from "../linalg/svd.ts";

/** The solution of a least-squares problem, with how many directions of `X` it uses. */
export type LeastSquares = { coef: Float64Array; rank: number; singularValues: Float64Array };

/**
 * The coefficients with the least sum of squares of y − X · coef; the smallest such coefficients where several are
 * as good. Directions in which X varies less than rounding allows to see are left out. O(rows × columns²).
 */
export function leastSquares(X: Matrix, y: Float64Array): LeastSquares {
  const { U, s, Vt } = svd(X);
  const coef = new Float64Array(X.cols);
  const limit = Number.EPSILON * s[0]!;
  let rank = 0;
  while (rank < s.length && s[rank]! > limit) {
    let along = 0;
    for (let i = 0; i < X.rows; i++) along += U.data[i * U.cols + rank]! * y[i]!;
    along /= s[rank]!;
    for (let j = 0; j < X.cols; j++) coef[j] = coef[j]! + along * Vt.data[rank * X.cols + j]!;
    rank++;
  }
  return { coef, rank, singularValues: s };
}
