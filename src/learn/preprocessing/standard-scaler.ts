import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { yesOrNo } from "../base/params.ts";
import { checkedRows } from "../base/targets.ts";
import { Transformer } from "../base/transformer.ts";
import { columnMoments } from "./column-moments.ts";

type Fitted = { mean: Float64Array; scale: Float64Array };

/**
 * Moves and stretches each column so that over the rows given to `fit` its mean is 0 and its standard deviation
 * (population, dividing by n) is 1. A column that is constant there is only moved.
 *
 * Time of `fit` and `transform`: rows × columns.
 * @example
 * const scaler = new StandardScaler().fit([[60], [120], [180]]);
 * display(scaler.transform([[120], [180]]).data);
 */
export class StandardScaler extends Transformer<Fitted> {
  static override readonly typeName = "StandardScaler";
  static override readonly params = { withMean: yesOrNo(true), withStd: yesOrNo(true) };
  declare withMean: boolean;
  declare withStd: boolean;

  constructor(
    params: {
      /** Whether to move each column's mean to 0. */
      withMean?: boolean;
      /** Whether to stretch each column's standard deviation to 1. */
      withStd?: boolean;
    } = {},
  ) {
    super(params);
  }

  /**
   * Learns each column's mean and standard deviation; returns this. Throws when `X` has no rows.
   *
   * @param X the samples, one a row
   * @param _y not looked at
   * @param options `sampleWeight`: how much each row counts
   */
  fit(X: MatrixLike, _y?: unknown, options?: FitOptions): this {
    const matrix = checkedRows(X);
    const { mean, deviation } = columnMoments(matrix, checkedWeights(options, matrix.rows));
    const scale = deviation.map((value) => (value === 0 || !this.withStd ? 1 : value));
    this.fitted = { mean, scale };
    return this;
  }

  /** A new Matrix: each column less its mean, divided by its scale. */
  transform(X: MatrixLike): Matrix {
    const { mean, scale } = this.learned;
    const { data, rows, cols } = this.checkedInput(X, mean.length);
    const moved = this.withMean ? mean : new Float64Array(cols);
    const scaled = new Float64Array(data.length);
    for (let i = 0, at = 0; i < rows; i++) {
      for (let j = 0; j < cols; j++, at++) scaled[at] = (data[at]! - moved[j]!) / scale[j]!;
    }
    return new Matrix(scaled, rows, cols);
  }

  /** What `transform` made, scaled back: the numbers that it was given. */
  inverseTransform(X: MatrixLike): Matrix {
    const { mean, scale } = this.learned;
    const { data, rows, cols } = this.checkedInput(X, mean.length);
    const moved = this.withMean ? mean : new Float64Array(cols);
    const back = new Float64Array(data.length);
    for (let i = 0, at = 0; i < rows; i++) {
      for (let j = 0; j < cols; j++, at++) back[at] = data[at]! * scale[j]! + moved[j]!;
    }
    return new Matrix(back, rows, cols);
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
