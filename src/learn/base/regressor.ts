import { r2 } from "../metrics/r2.ts";
import { Estimator } from "./estimator.ts";
import type { FitOptions } from "./fit-options.ts";
import type { MatrixLike } from "./matrix.ts";

/** An estimator that predicts a number for each row. */
export abstract class Regressor<Fitted extends object> extends Estimator<Fitted> {
  /**
   * Learns from the rows of `X` and their numbers `y`; returns this. Throws, changing nothing, if they are unfit.
   *
   * @param X the samples, one a row
   * @param y the number to predict for each row
   */
  abstract fit(X: MatrixLike, y: ArrayLike<number>, options?: FitOptions): this;

  /**
   * The number for each row of `X`.
   *
   * @param X the samples, one a row
   */
  abstract predict(X: MatrixLike): number[];

  /** What kind of estimator it is: it decides how it is scored and how folds are made. */
  get estimatorType(): "regressor" {
    return "regressor";
  }

  /**
   * The coefficient of determination R² of `predict(X)` against `y`: 1 is perfect, 0 is no better than the mean.
   *
   * @param X the samples, one a row
   * @param y the true number of each row
   */
  score(X: MatrixLike, y: ArrayLike<number>): number {
    return r2(y, this.predict(X));
  }
}
