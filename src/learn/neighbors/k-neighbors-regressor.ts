import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { checkNoOptions } from "../base/no-options.ts";
import { Regressor } from "../base/regressor.ts";
import { checkedRegression } from "../base/targets.ts";
import type { Neighbors } from "./nearest.ts";
import {
  findNeighbors,
  type Metric,
  neighborParams,
  neighborRows,
  neighborWeight,
} from "./neighbor-params.ts";

type Fitted = { training: Matrix; target: Float64Array };

/**
 * k-nearest neighbours for numbers: a row gets the mean of the numbers that the `nNeighbors` nearest training rows
 * have.
 *
 * Of training rows that are equally far the one with the smaller index counts as nearer. With `weights: "distance"`
 * a neighbour counts 1 / distance, and rows at distance 0 alone decide.
 *
 * `fit` only copies; `predict` takes time in proportion to training rows × rows × columns. Source: Altman, "An
 * introduction to kernel and nearest-neighbor nonparametric regression" (1992).
 * @example
 * const model = new KNeighborsRegressor({nNeighbors: 2});
 * model.fit([[60], [62], [70], [72]], [0.1, 0.2, 0.8, 0.9]);
 * display(model.predict([[61], [71]]));
 */
export class KNeighborsRegressor extends Regressor<Fitted> {
  static override readonly typeName = "KNeighborsRegressor";
  static override readonly params = neighborParams;
  declare nNeighbors: number;
  declare weights: "uniform" | "distance";
  declare metric: Metric;
  declare p: 1 | 2;

  constructor(
    params: {
      /** The mean of how many neighbours is taken. */
      nNeighbors?: number;
      /** Whether all neighbours count the same, or near ones count more. */
      weights?: "uniform" | "distance";
      /**
       * What distance is: "euclidean", "manhattan", "cosine" (1 less the cosine of the angle, whatever the lengths), or
       * "minkowski": what `p` says.
       */
      metric?: Metric;
      /** With "minkowski" 2 for the straight line (Euclidean), 1 for the sum of the differences (Manhattan). */
      p?: 1 | 2;
    } = {},
  ) {
    super(params);
  }

  fit(X: MatrixLike, y: ArrayLike<number>, ...others: never[]): this {
    checkNoOptions("KNeighborsRegressor", others);
    const { matrix, target } = checkedRegression(X, y);
    this.fitted = { training: new Matrix(matrix.data.slice(), matrix.rows, matrix.cols), target };
    return this;
  }

  /**
   * The nearest training rows of each row of `X`, nearest first: their indices and distances, one array a row.
   * Throws when `k` is larger than the number of training rows.
   *
   * @param X the samples, one a row
   * @param k how many neighbours; `nNeighbors` unless given
   */
  kneighbors(X: MatrixLike, k = this.nNeighbors): { indices: number[][]; distances: number[][] } {
    return neighborRows(this.search(X, k), k);
  }

  predict(X: MatrixLike): number[] {
    const { target } = this.learned;
    const k = this.nNeighbors;
    const { indices, distances } = this.search(X, k);
    return Array.from({ length: indices.length / k }, (_, row) => {
      let sum = 0;
      let total = 0;
      for (let j = 0; j < k; j++) {
        const weight = neighborWeight(this.weights, distances, row * k, j);
        sum += weight * target[indices[row * k + j]!]!;
        total += weight;
      }
      return sum / total;
    });
  }

  private search(X: MatrixLike, k: number): Neighbors {
    const { training } = this.learned;
    return findNeighbors(training, this.checkedInput(X, training.cols), k, this);
  }
}
