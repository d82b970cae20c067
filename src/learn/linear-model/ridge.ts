import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import type { Matrix, MatrixLike } from "../base/matrix.ts";
import { finiteNumber, yesOrNo } from "../base/params.ts";
import { checkedRegression } from "../base/targets.ts";
import { cholesky, solveCholesky } from "../linalg/cholesky.ts";
import { gram, transposed } from "../linalg/products.ts";
import { svd } from "../linalg/svd.ts";
import { centered, interceptOf } from "./centered.ts";
import { leastSquares } from "./least-squares.ts";
import { type LinearFit, LinearRegressor } from "./linear-regressor.ts";

/**
 * Ridge regression: linear regression in which large coefficients cost something, `alpha` times the sum of their
 * squares. It keeps them in bounds where columns are alike or rows are few. The constant is not penalised.
 *
 * Features of about the same size make the penalty fair: scale them first. `fit` takes rows × columns × the
 * smaller of both steps, `predict` rows × columns. Hoerl and Kennard, 1970.
 * @example
 * const model = new Ridge({alpha: 0.5}).fit([[1, 1], [2, 2], [3, 3]], [60, 62, 64]);
 * display(model.coef);
 */
export class Ridge extends LinearRegressor<LinearFit> {
  static override readonly typeName = "Ridge";
  static override readonly params = { alpha: finiteNumber(1, { least: 0 }), fitIntercept: yesOrNo(true) };
  declare alpha: number;
  declare fitIntercept: boolean;

  constructor(
    params: {
      /** What large coefficients cost; 0 for nothing, which is linear regression. */
      alpha?: number;
      /** Whether there is a constant. */
      fitIntercept?: boolean;
    } = {},
  ) {
    super(params);
  }

  fit(X: MatrixLike, y: ArrayLike<number>, options?: FitOptions): this {
    const { matrix, target } = checkedRegression(X, y);
    const weights = checkedWeights(options, matrix.rows);
    const problem = centered(matrix, target, weights, this.fitIntercept);
    const coef = ridgeCoef(problem.X, problem.y, this.alpha);
    this.fitted = { coef, intercept: interceptOf(problem, coef) };
    return this;
  }
}

function ridgeCoef(X: Matrix, y: Float64Array, alpha: number): Float64Array {
  if (alpha === 0) return leastSquares(X, y).coef;
  // With more columns than rows the same follows from the products of rows, of which there are fewer.
  const wide = X.cols > X.rows;
  const size = wide ? X.rows : X.cols;
  const products = gram(wide ? transposed(X) : X);
  for (let i = 0; i < size; i++) products[i * size + i] = products[i * size + i]! + alpha;
  const lower = cholesky(products, size);
  if (lower === null) return bySingularValues(X, y, alpha);
  const solution = solveCholesky(lower, size, wide ? y : timesColumns(X, y));
  return wide ? timesColumns(X, solution) : solution;
}

/** The slow way, for what rounding has made unfit for Cholesky. */
function bySingularValues(X: Matrix, y: Float64Array, alpha: number): Float64Array {
  const { U, s, Vt } = svd(X);
  const along = timesColumns(U, y);
  for (let k = 0; k < s.length; k++) along[k] = (along[k]! * s[k]!) / (s[k]! * s[k]! + alpha);
  return timesColumns(Vt, along);
}

/** Xᵀy. */
function timesColumns({ data, rows, cols }: Matrix, y: Float64Array): Float64Array {
  const sums = new Float64Array(cols);
  for (let i = 0; i < rows; i++) {
    const factor = y[i]!;
    for (let j = 0; j < cols; j++) sums[j] = sums[j]! + data[i * cols + j]! * factor;
  }
  return sums;
}
