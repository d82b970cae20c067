import type { Matrix, MatrixLike } from "../base/matrix.ts";
import { finiteNumber } from "../base/params.ts";
import { checkedRows } from "../base/targets.ts";
import { FeatureSelector, type Selected } from "./feature-selector.ts";

type Fitted = Selected & { variances: Float64Array };

/**
 * Keeps the columns whose variance (dividing by n) is larger than `threshold`: with 0, those that are not
 * constant. It does not look at the classes. Time of `fit`: rows × columns.
 * @example
 * const varying = new VarianceThreshold().fit([[1, 0], [1, 2], [1, 4]]);
 * display(varying.getSupport());
 */
export class VarianceThreshold extends FeatureSelector<Fitted> {
  static override readonly typeName = "VarianceThreshold";
  static override readonly params = { threshold: finiteNumber(0, { least: 0 }) };
  declare threshold: number;

  constructor(
    params: {
      /** The variance that a column must exceed. */
      threshold?: number;
    } = {},
  ) {
    super(params);
  }

  /** Learns the variance of each column; `y` is not looked at. Throws when no column would be kept. */
  fit(X: MatrixLike, _y?: unknown): this {
    const matrix = checkedRows(X);
    const variances = Float64Array.from({ length: matrix.cols }, (_, j) => variance(matrix, j));
    const selected: number[] = [];
    for (let j = 0; j < matrix.cols; j++) if (variances[j]! > this.threshold) selected.push(j);
    if (selected.length === 0) {
      throw new RangeError(
        `VarianceThreshold: no column of X has a variance above ${this.threshold}; the largest is ${Math.max(...variances)}`,
      );
    }
    this.fitted = { cols: matrix.cols, selected, variances };
    return this;
  }

  /** The variance of each column. */
  get variances(): Float64Array {
    return this.learned.variances.slice();
  }
}

/** The variance of column `j`: of one that is constant exactly 0, whatever rounding makes of its mean. */
function variance({ data, rows, cols }: Matrix, j: number): number {
  let sum = 0;
  let isConstant = true;
  for (let at = j; at < data.length; at += cols) {
    sum += data[at]!;
    if (data[at] !== data[j]) isConstant = false;
  }
  if (isConstant) return 0;
  const mean = sum / rows;
  let squares = 0;
  for (let at = j; at < data.length; at += cols) squares += (data[at]! - mean) * (data[at]! - mean);
  return squares / rows;
}
