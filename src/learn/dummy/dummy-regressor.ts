import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { anyOf, finiteNumber, nothing, oneOf } from "../base/params.ts";
import { Regressor } from "../base/regressor.ts";
import { checkedRegression } from "../base/targets.ts";
import { quantileOf, weightedQuantile } from "./quantile.ts";

type Strategy = "mean" | "median" | "quantile" | "constant";
type Fitted = { constant: number };

/**
 * The baseline that looks at no feature: it predicts the same number for every row, such as the mean of the
 * training rows' numbers. A model that is no better than this has learned nothing.
 *
 * `fit` takes time in proportion to rows × log(rows), `predict` to rows.
 * @example
 * const baseline = new DummyRegressor({strategy: "median"}).fit([[0], [0], [0]], [90, 100, 180]);
 * display(baseline.predict([[1], [2]]));
 */
export class DummyRegressor extends Regressor<Fitted> {
  static override readonly typeName = "DummyRegressor";
  static override readonly params = {
    strategy: oneOf("mean", "median", "quantile", "constant"),
    constant: anyOf(nothing("needed only for the strategy constant"), finiteNumber(0)),
    quantile: anyOf(nothing("needed only for the strategy quantile"), finiteNumber(0, { least: 0, most: 1 })),
  };
  declare strategy: Strategy;
  declare constant: number | null;
  declare quantile: number | null;

  constructor(
    params: {
      /** Which number is predicted: the mean, the middle one, a quantile, or `constant`. */
      strategy?: Strategy;
      /** The number that "constant" predicts. */
      constant?: number | null;
      /** For "quantile" the part of the training rows, 0 to 1, whose numbers are below the predicted one. */
      quantile?: number | null;
    } = {},
  ) {
    super(params);
  }

  fit(X: MatrixLike, y: ArrayLike<number>, options?: FitOptions): this {
    const { matrix, target } = checkedRegression(X, y);
    this.fitted = { constant: this.chosen(target, checkedWeights(options, matrix.rows)) };
    return this;
  }

  predict(X: MatrixLike): number[] {
    return new Array(Matrix.from(X).rows).fill(this.learned.constant);
  }

  private chosen(target: Float64Array, weights: Float64Array | null): number {
    const { strategy, constant, quantile } = this;
    if (strategy === "mean") return mean(target, weights);
    if (strategy === "constant") return given(constant, "constant");
    const part = strategy === "median" ? 0.5 : given(quantile, "quantile");
    return weights === null ? quantileOf(target, part) : weightedQuantile(target, weights, part);
  }
}

function mean(target: Float64Array, weights: Float64Array | null): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < target.length; i++) {
    const weight = weights === null ? 1 : weights[i]!;
    sum += weight * target[i]!;
    total += weight;
  }
  return sum / total;
}

function given(value: number | null, name: string): number {
  if (value === null)
    throw new RangeError(`DummyRegressor: ${name} must be given for the strategy "${name}"`);
  return value;
}
