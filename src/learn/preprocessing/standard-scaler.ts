import { Estimator } from "../base/estimator.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";

type Fitted = { mean: Float64Array; scale: Float64Array };

/**
 * Moves and stretches each column so that over the rows given to `fit` its mean is 0 and its standard deviation
 * (population, dividing by n) is 1. A column that is constant there is only moved.
 * @example
 * const scaler = new StandardScaler().fit([[60], [120], [180]]);
 * display(scaler.transform([[120], [180]]).data);
 */
export class StandardScaler extends Estimator<Fitted> {
  static override readonly typeName = "StandardScaler";
  static override readonly params = {};

  /** Learns each column's mean and standard deviation; `y` is not looked at. Throws when `X` has no rows. */
  fit(X: MatrixLike, _y?: unknown): this {
    const { data, rows, cols } = Matrix.from(X);
    if (rows === 0) throw new RangeError("fit needs at least one row, but X has none");
    const mean = new Float64Array(cols);
    const scale = new Float64Array(cols);
    for (let j = 0; j < cols; j++) {
      let sum = 0;
      for (let at = j; at < data.length; at += cols) sum += data[at]!;
      mean[j] = sum / rows;
      const deviation = Math.sqrt(variance(data, rows, cols, j, mean[j]!));
      scale[j] = deviation === 0 ? 1 : deviation;
    }
    this.fitted = { mean, scale };
    return this;
  }

  /** A new Matrix: each column less its mean, divided by its scale. */
  transform(X: MatrixLike): Matrix {
    const { mean, scale } = this.learned;
    const { data, rows, cols } = this.checkedInput(X, mean.length);
    const scaled = new Float64Array(data.length);
    for (let at = 0; at < data.length; at++) scaled[at] = (data[at]! - mean[at % cols]!) / scale[at % cols]!;
    return new Matrix(scaled, rows, cols);
  }

  /** `fit(X)`, then `transform(X)`. */
  fitTransform(X: MatrixLike): Matrix {
    return this.fit(X).transform(X);
  }

  /** Each column's mean, as fitted. */
  get mean(): Float64Array {
    return this.learned.mean.slice();
  }

  /** What each column is divided by, as fitted: its standard deviation, or 1 where that is 0. */
  get scale(): Float64Array {
    return this.learned.scale.slice();
  }
}

/**
 * The variance of a column by the corrected two-pass algorithm (Chan, Golub and LeVeque, 1983); 0 where it is
 * no larger than what rounding of the mean alone can cause.
 */
function variance(data: Float64Array, rows: number, cols: number, col: number, mean: number): number {
  let correction = 0;
  let squares = 0;
  for (let at = col; at < data.length; at += cols) {
    const difference = data[at]! - mean;
    correction += difference;
    squares += difference * difference;
  }
  const result = (squares - (correction * correction) / rows) / rows;
  const rounding = rows * mean * Number.EPSILON;
  return result <= rows * Number.EPSILON * result + rounding * rounding ? 0 : result;
}
