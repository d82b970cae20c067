import { LARGEST, Matrix } from "../base/matrix.ts";
import { anyOf, finiteNumber, nothing, oneOf, yesOrNo } from "../base/params.ts";
import { Transformer } from "../base/transformer.ts";
import { checkedWithMissing, type MatrixWithMissing } from "./with-missing.ts";

type Strategy = "mean" | "median" | "most_frequent" | "constant";
type Fitted = { statistics: Float64Array; kept: number[]; indicated: number[] };

/**
 * Puts a number where one is missing (NaN or null): the mean, the median or the most frequent (of equally
 * frequent ones the smallest) of the column in the rows given to `fit`, or a number of your own.
 *
 * A column that had no number at all in `fit` is left out, unless the strategy is "constant". With `addIndicator`
 * there is one more column for each that had something missing in `fit`: 1 where it is missing, else 0.
 * Time of `fit`: rows × columns, and the sorting of each column for the median.
 * @example
 * const imputer = new SimpleImputer({strategy: "median"}).fit([[90], [null], [120], [180]]);
 * display(imputer.transform([[NaN], [100]]).data);
 */
export class SimpleImputer extends Transformer<Fitted, MatrixWithMissing> {
  static override readonly typeName = "SimpleImputer";
  static override readonly params = {
    strategy: oneOf("mean", "median", "most_frequent", "constant"),
    fillValue: anyOf(nothing("0"), finiteNumber(0, { least: -LARGEST, most: LARGEST })),
    addIndicator: yesOrNo(false),
  };
  declare strategy: Strategy;
  declare fillValue: number | null;
  declare addIndicator: boolean;

  constructor(
    params: {
      /** What is put in. */
      strategy?: Strategy;
      /** The number put in with strategy "constant"; null for 0. */
      fillValue?: number | null;
      /** Whether to add columns that tell what was missing. */
      addIndicator?: boolean;
    } = {},
  ) {
    super(params);
  }

  /** Learns what to put in; `y` is not looked at. Throws when `X` has no rows, or nothing but missing numbers. */
  fit(X: MatrixWithMissing, _y?: unknown): this {
    const { data, rows, cols } = checkedWithMissing(X);
    if (rows === 0 || cols === 0) {
      throw new RangeError(`fit needs at least one row and one column, but X is ${rows} × ${cols}`);
    }
    const statistics = new Float64Array(cols);
    const kept: number[] = [];
    const indicated: number[] = [];
    for (let j = 0; j < cols; j++) {
      const present: number[] = [];
      for (let at = j; at < data.length; at += cols) if (!Number.isNaN(data[at])) present.push(data[at]!);
      statistics[j] =
        this.strategy === "constant" ? (this.fillValue ?? 0) : statistic(present, this.strategy);
      if (present.length > 0 || this.strategy === "constant") kept.push(j);
      if (present.length < rows) indicated.push(j);
    }
    if (kept.length === 0) throw new RangeError("X must hold at least one number, but all are missing");
    this.fitted = { statistics, kept, indicated: this.addIndicator ? indicated : [] };
    return this;
  }

  /** A new Matrix with nothing missing. */
  transform(X: MatrixWithMissing): Matrix {
    const { statistics, kept, indicated } = this.learned;
    const { data, rows, cols } = checkedWithMissing(X);
    if (cols !== statistics.length && rows > 0) {
      throw new RangeError(
        `X must have ${statistics.length} columns, as when SimpleImputer was fitted, but it has ${cols}`,
      );
    }
    const width = kept.length + indicated.length;
    const filled = new Float64Array(rows * width);
    for (let i = 0, at = 0; i < rows; i++) {
      for (const j of kept) {
        const value = data[i * cols + j]!;
        filled[at++] = Number.isNaN(value) ? statistics[j]! : value;
      }
      for (const j of indicated) filled[at++] = Number.isNaN(data[i * cols + j]) ? 1 : 0;
    }
    return new Matrix(filled, rows, width);
  }

  /** What is put into each column; NaN for a column that is left out. */
  get statistics(): Float64Array {
    return this.learned.statistics.slice();
  }
}

function statistic(present: number[], strategy: Strategy): number {
  if (present.length === 0) return Number.NaN;
  if (strategy === "mean") return mean(present);
  present.sort((a, b) => a - b);
  if (strategy === "median") {
    const middle = present.length >> 1;
    return present.length % 2 === 1 ? present[middle]! : mean([present[middle - 1]!, present[middle]!]);
  }
  let best = present[0]!;
  let most = 0;
  for (let i = 0, from = 0; i < present.length; i++) {
    if (present[i] !== present[from]) from = i;
    if (i - from + 1 > most) {
      most = i - from + 1;
      best = present[i]!;
    }
  }
  return best;
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
