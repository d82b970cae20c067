import type { MatrixLike } from "../base/matrix.ts";
import { Matrix } from "../base/matrix.ts";
import { Regressor } from "../base/regressor.ts";
import { linearScores } from "./scores.ts";

/** What every linear regressor learns. */
export type LinearFit = { coef: Float64Array; intercept: number };

/** A regressor that predicts the sum of the features, each times its coefficient, and a constant. */
export abstract class LinearRegressor<Fitted extends LinearFit> extends Regressor<Fitted> {
  /** The coefficient of each column of X. */
  get coef(): Float64Array {
    return this.learned.coef.slice();
  }

  /** The prediction where all features are 0. */
  get intercept(): number {
    return this.learned.intercept;
  }

  /** @param X the samples, one a row */
  predict(X: MatrixLike): number[] {
    const { coef, intercept } = this.learned;
    const rows = this.checkedInput(X, coef.length);
    const row = new Matrix(coef, 1, coef.length);
    return Array.from(linearScores(rows, row, Float64Array.of(intercept)).data);
  }
}
