import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { finiteNumber, wholeNumber, yesOrNo } from "../base/params.ts";
import { checkedRegression } from "../base/targets.ts";
import { centered, interceptOf } from "./centered.ts";
import { coordinateDescent, type LassoStep } from "./coordinate-descent.ts";
import { type LinearFit, LinearRegressor } from "./linear-regressor.ts";

type Fitted = LinearFit & { dualGap: number; nIter: number; converged: boolean };

/**
 * Lasso: linear regression in which coefficients cost something, `alpha` times the sum of their sizes against half
 * the mean of the squared errors. Features that do not help enough get the coefficient 0, and so are left out.
 *
 * Features of about the same size make the penalty fair: scale them first. `fit` takes rows × columns steps an
 * iteration, `predict` rows × columns. By cyclic coordinate descent, as in scikit-learn. Tibshirani, 1996.
 * @example
 * const model = new Lasso({alpha: 0.1}).fit([[1, 4], [2, 1], [3, 3], [4, 2]], [60, 62, 64, 66]);
 * display(model.coef);
 */
export class Lasso extends LinearRegressor<Fitted> {
  static override readonly typeName = "Lasso";
  static override readonly params = {
    alpha: finiteNumber(1, { least: 0 }),
    fitIntercept: yesOrNo(true),
    tol: finiteNumber(1e-4, { least: 0 }),
    maxIter: wholeNumber(1000, 1),
  };
  declare alpha: number;
  declare fitIntercept: boolean;
  declare tol: number;
  declare maxIter: number;

  constructor(
    params: {
      /** What the size of a coefficient costs; 0 for nothing. */
      alpha?: number;
      /** Whether there is a constant. */
      fitIntercept?: boolean;
      /** How near to the least loss is near enough, as a share of what y varies. */
      tol?: number;
      /** How many times all coefficients are looked at, at most. */
      maxIter?: number;
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
    const steps = this.fitSteps(X, y, options);
    while (!steps.next().done);
    return this;
  }

  /**
   * As `fit`, one iteration at a time: yields the coefficients and their largest change.
   *
   * @param X the samples, one a row
   * @param y the number to predict for each row
   * @param options how much each row counts
   */
  *fitSteps(X: MatrixLike, y: ArrayLike<number>, options?: FitOptions): Generator<LassoStep, this> {
    const { matrix, target } = checkedRegression(X, y);
    const { rows } = matrix;
    // The penalty is meant for weights that are 1 in the mean.
    const given = checkedWeights(options, rows);
    const total = given?.reduce((sum, weight) => sum + weight, 0) ?? 0;
    const weights = given === null ? null : given.map((weight) => (weight * rows) / total);
    const problem = centered(matrix, target, weights, this.fitIntercept);
    const { coef, gap, nIter, converged } = yield* coordinateDescent(
      { ...problem, penalty: this.alpha * rows },
      this,
    );
    this.fitted = { coef, intercept: interceptOf(problem, coef), dualGap: gap / rows, nIter, converged };
    return this;
  }

  /** How far the loss is from the least one at most. */
  get dualGap(): number {
    return this.learned.dualGap;
  }

  /** How many iterations `fit` took. */
  get nIter(): number {
    return this.learned.nIter;
  }

  /** Whether `fit` came near enough to the least loss before `maxIter`. If not: scale the features, or raise alpha. */
  get converged(): boolean {
    return this.learned.converged;
  }
}
