import { LARGEST, Matrix, type MatrixLike } from "../base/matrix.ts";
import { type ParamRule, yesOrNo } from "../base/params.ts";
import { checkedRows } from "../base/targets.ts";
import { Transformer } from "../base/transformer.ts";

type Fitted = { dataMin: Float64Array; dataMax: Float64Array; scale: Float64Array; min: Float64Array };
type Range = readonly [least: number, most: number];

/** A range smaller than this counts as none: the column is constant. */
const SMALLEST_RANGE = 10 * Number.EPSILON;

const range: ParamRule = {
  default: [0, 1],
  allows: (value) =>
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((end) => typeof end === "number" && Math.abs(end) <= LARGEST) &&
    value[0] < value[1],
  allowed: "two numbers from -1e100 to 1e100, the smaller one first, such as [0, 1]",
};

/**
 * Moves and stretches each column so that over the rows given to `fit` its least value becomes the first of
 * `featureRange` and its largest the second. A column that is constant there is only moved, to the first.
 *
 * Rows that come later may lie outside of the range; with `clip` they are cut off at its ends. Time of `fit` and
 * `transform`: rows × columns.
 * @example
 * const scaler = new MinMaxScaler().fit([[60], [120], [180]]);
 * display(scaler.transform([[90], [200]]).data);
 */
export class MinMaxScaler extends Transformer<Fitted> {
  static override readonly typeName = "MinMaxScaler";
  static override readonly params = { featureRange: range, clip: yesOrNo(false) };
  declare featureRange: Range;
  declare clip: boolean;

  constructor(
    params: {
      /** What each column's least and largest value become. */
      featureRange?: Range;
      /** Whether values outside of the range are cut off at its ends. */
      clip?: boolean;
    } = {},
  ) {
    super(params);
  }

  /** Learns each column's least and largest value; `y` is not looked at. Throws when `X` has no rows. */
  fit(X: MatrixLike, _y?: unknown): this {
    const { data, rows, cols } = checkedRows(X);
    const [least, most] = this.featureRange;
    const dataMin = data.slice(0, cols);
    const dataMax = data.slice(0, cols);
    for (let i = 1, at = cols; i < rows; i++) {
      for (let j = 0; j < cols; j++, at++) {
        if (data[at]! < dataMin[j]!) dataMin[j] = data[at]!;
        if (data[at]! > dataMax[j]!) dataMax[j] = data[at]!;
      }
    }
    const scale = new Float64Array(cols);
    const min = new Float64Array(cols);
    for (let j = 0; j < cols; j++) {
      const spread = dataMax[j]! - dataMin[j]!;
      scale[j] = (most - least) / (spread < SMALLEST_RANGE ? 1 : spread);
      min[j] = least - dataMin[j]! * scale[j]!;
    }
    this.fitted = { dataMin, dataMax, scale, min };
    return this;
  }

  /** A new Matrix: each column times its `scale`, plus its `min`. */
  transform(X: MatrixLike): Matrix {
    const { scale, min } = this.learned;
    const { data, rows, cols } = this.checkedInput(X, min.length);
    const [least, most] = this.featureRange;
    const scaled = new Float64Array(data.length);
    for (let i = 0, at = 0; i < rows; i++) {
      for (let j = 0; j < cols; j++, at++) {
        const value = data[at]! * scale[j]! + min[j]!;
        scaled[at] = this.clip ? Math.min(Math.max(value, least), most) : value;
      }
    }
    return new Matrix(scaled, rows, cols);
  }

  /** What `transform` made, scaled back: the numbers that it was given, but for those that were cut off. */
  inverseTransform(X: MatrixLike): Matrix {
    const { scale, min } = this.learned;
    const { data, rows, cols } = this.checkedInput(X, min.length);
    const back = new Float64Array(data.length);
    for (let i = 0, at = 0; i < rows; i++) {
      for (let j = 0; j < cols; j++, at++) back[at] = (data[at]! - min[j]!) / scale[j]!;
    }
    return new Matrix(back, rows, cols);
  }

  /** Each column's least value, as fitted. */
  get dataMin(): Float64Array {
    return this.learned.dataMin.slice();
  }

  /** Each column's largest value, as fitted. */
  get dataMax(): Float64Array {
    return this.learned.dataMax.slice();
  }

  /** What each column is multiplied by, as fitted. */
  get scale(): Float64Array {
    return this.learned.scale.slice();
  }

  /** What is then added to each column, as fitted. */
  get min(): Float64Array {
    return this.learned.min.slice();
  }
}
