import { Estimator } from "./estimator.ts";
import type { Matrix, MatrixLike } from "./matrix.ts";

/** An estimator that makes another table of each table `X`: it learns how from the rows given to `fit`. */
export abstract class Transformer<Fitted extends object, Input = MatrixLike> extends Estimator<Fitted> {
  /** Learns from the rows of `X`, and from `y` where it needs one; returns this. Throws, changing nothing, if they are unfit. */
  abstract fit(X: Input, y?: unknown): this;

  /** A new Matrix made of `X` by what was learned, with as many rows. Throws before `fit`. */
  abstract transform(X: Input): Matrix;

  /**
   * `fit(X, y)`, then `transform(X)`.
   *
   * @param X the samples, one a row
   * @param y what belongs to each row, where it is needed
   */
  fitTransform(X: Input, y?: unknown): Matrix {
    return this.fit(X, y).transform(X);
  }
}
