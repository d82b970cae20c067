import { Matrix } from "../base/matrix.ts";
import { cholesky, solveCholesky } from "../linalg/cholesky.ts";
import { gramOfColumns, transposed } from "../linalg/products.ts";
import { svd } from "../linalg/svd.ts";
import { type Columns, errorsOf, timesColumns } from "./column-products.ts";

/** The solution of a least-squares problem, with how many directions of X it uses. */
export type LeastSquares = { coef: Float64Array; rank: number };

/** Columns whose sizes differ by more are left to the singular values. */
const MOST_UNEQUAL = 1e5;
/** The same of columns of which so little (of the square) is not said by others. */
const LEAST_OF_ITS_OWN = 1e-5;

/**
 * The coefficients with the least sum of squares of y − X · coef; the smallest such coefficients where several are
 * as good. Directions in which X varies less than rounding allows to see are left out. O(rows × columns²).
 */
export function leastSquares(X: Columns, y: Float64Array): LeastSquares {
  const coef = X.rows > X.cols ? byNormalEquations(X, y) : null;
  return coef === null ? bySingularValues(X, y) : { coef, rank: X.cols };
}

/** Quick, and exact enough where each column says much of its own; else null. */
function byNormalEquations(X: Columns, y: Float64Array): Float64Array | null {
  const { cols } = X;
  const products = gramOfColumns(X.columns, X.rows, cols);
  const sizes = Float64Array.from({ length: cols }, (_, j) => Math.sqrt(products[j * cols + j]!));
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  if (sizes.some((size) => !(size * MOST_UNEQUAL > largest))) return null;
  for (let i = 0; i < cols; i++) {
    for (let j = 0; j < cols; j++) products[i * cols + j] = products[i * cols + j]! / (sizes[i]! * sizes[j]!);
  }
  const lower = cholesky(products, cols);
  if (lower === null || sizes.some((_, j) => lower[j * cols + j]! ** 2 < LEAST_OF_ITS_OWN)) return null;
  const coef = new Float64Array(cols);
  // The second time corrects what rounding left of the first.
  for (let time = 0; time < 2; time++) {
    const slopes = timesColumns(X, errorsOf(X, y, coef));
    const step = solveCholesky(
      lower,
      cols,
      slopes.map((slope, j) => slope / sizes[j]!),
    );
    for (let j = 0; j < cols; j++) coef[j] = coef[j]! + step[j]! / sizes[j]!;
  }
  return coef;
}

function bySingularValues(X: Columns, y: Float64Array): LeastSquares {
  const { U, s, Vt } = svd(transposed(new Matrix(X.columns, X.cols, X.rows)));
  const coef = new Float64Array(X.cols);
  const limit = Number.EPSILON * s[0]!;
  let rank = 0;
  for (; rank < s.length && s[rank]! > limit; rank++) {
    let along = 0;
    for (let i = 0; i < X.rows; i++) along += U.data[i * U.cols + rank]! * y[i]!;
    along /= s[rank]!;
    for (let j = 0; j < X.cols; j++) coef[j] = coef[j]! + along * Vt.data[rank * X.cols + j]!;
  }
  return { coef, rank };
}
