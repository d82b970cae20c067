import { Classifier, checkedTraining, firstLargest } from "../base/classifier.ts";
import type { Label, Labels } from "../base/labels.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { checkNoOptions } from "../base/no-options.ts";
import { unknownParam } from "../base/params.ts";
import type { Neighbors } from "./nearest.ts";
import {
  findNeighbors,
  type Metric,
  neighborParams,
  neighborRows,
  neighborWeight,
} from "./neighbor-params.ts";

type Fitted = { training: Matrix; classes: Label[]; codes: Int32Array };

/**
 * k-nearest neighbours: a row gets the class that most of the `nNeighbors` nearest training rows have.
 *
 * Of training rows that are equally far the one with the smaller index counts as nearer (scikit-learn leaves that
 * open); of classes with equally many votes the first in `classes` wins. With `weights: "distance"` a neighbour's
 * vote is 1 / distance, and rows at distance 0 outvote all others.
 *
 * `fit` only copies; `predict` takes time in proportion to training rows × rows × columns. Source: Cover and Hart,
 * "Nearest neighbor pattern classification" (1967).
 * @example
 * const model = new KNeighborsClassifier({nNeighbors: 3});
 * model.fit([[1], [2], [3], [8], [9], [10]], ["kick", "kick", "kick", "snare", "snare", "snare"]);
 * display(model.predict([[2.5], [9.5]]));
 */
export class KNeighborsClassifier extends Classifier<Fitted> {
  static override readonly typeName = "KNeighborsClassifier";
  static override readonly params = neighborParams;
  declare nNeighbors: number;
  declare weights: "uniform" | "distance";
  declare metric: Metric;
  declare p: 1 | 2;

  constructor(
    params: {
      /** How many neighbours have a vote. */
      nNeighbors?: number;
      /** Whether all votes count the same, or near neighbours count more. */
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

  fit(X: MatrixLike, y: Labels, ...others: never[]): this {
    checkNoOptions("KNeighborsClassifier", others);
    const { matrix, labels } = checkedTraining(X, y);
    const training = new Matrix(matrix.data.slice(), matrix.rows, matrix.cols);
    this.fitted = { training, ...labels };
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

  /** Whether `predictAlong` can do this parameter. */
  predictsAlong(param: string): boolean {
    return param === "nNeighbors";
  }

  /**
   * What `predict(X)` would be for each of several values of `nNeighbors`, from one search for neighbours. Used
   * by `validationCurve`. Throws when another parameter is meant, or a value is not allowed.
   */
  predictAlong(X: MatrixLike, param: string, values: readonly unknown[]): Label[][] {
    if (!this.predictsAlong(param)) throw unknownParam("predictAlong", param, ["nNeighbors"]);
    for (const nNeighbors of values) this.clone().setParams({ nNeighbors });
    const ks = values as readonly number[];
    const { classes } = this.learned;
    const most = Math.max(...ks);
    const found = this.search(X, most);
    const wanted = new Set(ks);
    const byK = new Map(ks.map((k) => [k, [] as Label[]]));
    for (let i = 0; i < found.indices.length / most; i++) {
      const votes = new Float64Array(classes.length);
      for (let j = 0; j < most; j++) {
        this.vote(votes, 0, found, i * most, j);
        if (wanted.has(j + 1)) byK.get(j + 1)!.push(classes[firstLargest(votes, 0, votes.length)]!);
      }
    }
    return ks.map((k) => byK.get(k)!);
  }

  protected votes(X: MatrixLike): Float64Array {
    const width = this.learned.classes.length;
    const k = this.nNeighbors;
    const found = this.search(X, k);
    const votes = new Float64Array((found.indices.length / k) * width);
    for (let i = 0; i * width < votes.length; i++) {
      for (let j = 0; j < k; j++) this.vote(votes, i * width, found, i * k, j);
    }
    return votes;
  }

  /** Adds to `votes` the vote of neighbour number `j` of those that begin at `first` in `found`. */
  private vote(votes: Float64Array, at: number, found: Neighbors, first: number, j: number): void {
    const code = at + this.learned.codes[found.indices[first + j]!]!;
    votes[code] = votes[code]! + neighborWeight(this.weights, found.distances, first, j);
  }

  private search(X: MatrixLike, k: number): Neighbors {
    const { training } = this.learned;
    return findNeighbors(training, this.checkedInput(X, training.cols), k, this);
  }
}
