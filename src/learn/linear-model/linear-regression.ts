import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { yesOrNo } from "../base/params.ts";
import { checkedRegression } from "../base/targets.ts";
import { centered, interceptOf } from "./centered.ts";
import { leastSquares } from "./least-squares.ts";
import { type LinearFit, LinearRegressor } from "./linear-regressor.ts";

type Fitted = LinearFit & { rank: number };

/**
 * Linear regression: predicts the sum of the features, each times its coefficient, and a constant, such that the
 * squares of the errors on the training rows are least.
 *
 * Where columns say the same, or there are more columns than rows, several coefficients are as good; it takes the
 * smallest (by singular values). `fit` takes rows × columns² steps, `predict` rows × columns.
 * @example
 * const model = new LinearRegression().fit([[1], [2], [3]], [60, 62, 64]);
 * display(model.coef);
 * display(model.predict([[8]]));
 */
export class LinearRegression extends LinearRegressor<Fitted> {
  static override readonly typeName = "LinearRegression";
  static override readonly params = { fitIntercept: yesOrNo(true) };
  declare fitIntercept: boolean;

  constructor(
    params: {
      /** Whether there is a constant; without, the prediction is 0 where all features are 0. */
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
    const solution = leastSquares(problem, problem.y);
    this.fitted = { ...solution, intercept: interceptOf(problem, solution.coef) };
    return this;
  }

  /** How many directions the columns of X vary in; fewer than columns where some say the same as others. */
  get rank(): number {
    return this.learned.rank;
  }
}
