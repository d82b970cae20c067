import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { finiteNumber, yesOrNo } from "../base/params.ts";
import { checkedRegression } from "../base/targets.ts";
import { cholesky, solveCholesky } from "../linalg/cholesky.ts";
import { columnsOf, gramOfColumns } from "../linalg/products.ts";
import { svd } from "../linalg/svd.ts";
import { type Centered, centered, interceptOf } from "./centered.ts";
import { dotAt, timesColumns } from "./column-products.ts";
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

  /**
   * @param X the samples, one a row
   * @param y the number to predict for each row
   * @param options how much each row counts
   */
  fit(X: MatrixLike, y: ArrayLike<number>, options?: FitOptions): this {
    const { matrix, target } = checkedRegression(X, y);
    const weights = checkedWeights(options, matrix.rows);
    const problem = centered(matrix, target, weights, this.fitIntercept);
    const coef = ridgeCoef(problem, this.alpha);
    this.fitted = { coef, intercept: interceptOf(problem, coef) };
    return this;
  }
}

function ridgeCoef(X: Centered, alpha: number): Float64Array {
  const { rows, cols, columns, y } = X;
  if (alpha === 0) return leastSquares(X, y).coef;
  if (cols <= rows) {
    const lower = penalised(gramOfColumns(columns, rows, cols), cols, alpha);
    if (lower !== null) return solveCholesky(lower, cols, timesColumns(X, y));
  } else {
    // With more columns than rows the same follows from the products of rows, of which there are fewer.
    const byRow = columnsOf(new Matrix(columns, cols, rows));
    const lower = penalised(gramOfColumns(byRow, cols, rows), rows, alpha);
    if (lower !== null) return timesColumns(X, solveCholesky(lower, rows, y));
  }
  return bySingularValues(X, alpha);
}

/** The Cholesky factor of `products` with `alpha` on the diagonal; null if rounding makes it unfit. */
function penalised(products: Float64Array, size: number, alpha: number): Float64Array | null {
  for (let i = 0; i < size; i++) products[i * size + i] = products[i * size + i]! + alpha;
  return cholesky(products, size);
}

/** The slow way, for what is unfit for Cholesky. */
function bySingularValues({ rows, cols, columns, y }: Centered, alpha: number): Float64Array {
  // The rows of `columns` are the columns of X, so that left and right change places.
  const { U, s, Vt } = svd(new Matrix(columns, cols, rows));
  const coef = new Float64Array(cols);
  for (let k = 0; k < s.length; k++) {
    const along = (dotAt(Vt.data, k * rows, y, 0, rows) * s[k]!) / (s[k]! * s[k]! + alpha);
    for (let j = 0; j < cols; j++) coef[j] = coef[j]! + along * U.data[j * U.cols + k]!;
  }
  return coef;
}
