import { checkedWeights, type FitOptions } from "../base/fit-options.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { anyOf, finiteNumber, oneOf, seed, wholeNumber } from "../base/params.ts";
import { checkedRows } from "../base/targets.ts";
import { Transformer } from "../base/transformer.ts";
import { centredRows, columnMeans } from "../linalg/centred-rows.ts";
import { RandomState } from "../random-state.ts";
import { drawnCenters, givenCenters, type Init, initRule, MOST_STARTS } from "./first-centers.ts";
import { inertiaOf, type LloydResult, lloyd } from "./lloyd.ts";
import { NearestCenters } from "./nearest-centers.ts";
import { squaredDistance } from "./squared-distance.ts";

type Fitted = {
  mean: Float64Array;
  /** Less the mean, so that predicting rounds as fitting does. */
  centred: Float64Array;
  nClusters: number;
  labels: Int32Array;
  inertia: number;
  nIter: number;
  converged: boolean;
};

/** One assignment of rows to centres, as `fitSteps` yields it. */
export type KMeansStep = {
  /** Which of the runs, from 0. */
  run: number;
  /** Which assignment of this run, from 0. */
  iteration: number;
  /** The centres, one a row. */
  centers: Matrix;
  /** For each row the number of the nearest centre. */
  labels: Int32Array;
  /** The sum of the squared distances of rows to their centres. */
  inertia: number;
};

/**
 * K-means: parts the rows into `nClusters` so that the sum of their squared distances to the mean of their cluster
 * (the inertia) is small. Lloyd's algorithm, from several starts, of which the best is kept. With the same seed the
 * starts are scikit-learn's.
 *
 * `fit` takes O(rows × columns × clusters) an iteration, `predict` as much once.
 * @example
 * const kmeans = new KMeans({nClusters: 2}).fit([[1, 1], [1, 2], [8, 8], [9, 8]]);
 * display(kmeans.labels);
 * display(kmeans.predict([[0, 0], [7, 9]]));
 */
export class KMeans extends Transformer<Fitted> {
  static override readonly typeName = "KMeans";
  static override readonly params = {
    nClusters: wholeNumber(8, 1),
    init: initRule,
    nInit: anyOf(wholeNumber(10, 1, MOST_STARTS), oneOf("auto")),
    maxIter: wholeNumber(300, 1),
    tol: finiteNumber(1e-4, { least: 0 }),
    randomState: seed,
  };
  declare nClusters: number;
  declare init: Init;
  declare nInit: number | "auto";
  declare maxIter: number;
  declare tol: number;
  declare randomState: number;

  constructor(
    params: {
      /** How many clusters. */
      nClusters?: number;
      /** How the first centres are drawn from the rows, or the first centres themselves (then there is one run). */
      init?: Init;
      /** How many starts are tried; "auto" for 1 where the init is "k-means++", else 10. */
      nInit?: number | "auto";
      /** How many iterations a run has at most. */
      maxIter?: number;
      /** A run ends when centres move by less than this part of the columns' mean variance. */
      tol?: number;
      /** The seed for drawing first centres. */
      randomState?: number;
    } = {},
  ) {
    super(params);
  }

  /**
   * Finds the clusters of the rows of `X`; `y` is not looked at. Throws when there are fewer rows than clusters.
   *
   * @param X the samples, one a row
   */
  fit(X: MatrixLike, _y?: unknown, options?: FitOptions): this {
    const steps = this.runs(X, options);
    while (!steps.next().done);
    return this;
  }

  /** As `fit`, in steps: yields each assignment of rows to centres; the best run is kept when all are done. */
  *fitSteps(X: MatrixLike, _y?: unknown, options?: FitOptions): Generator<KMeansStep, this> {
    const steps = this.runs(X, options);
    for (let step = steps.next(); !step.done; step = steps.next()) {
      const { run, iteration, data, mean, weights, centers, labels } = step.value;
      const inertia = inertiaOf(data, labels, centers, weights);
      yield { run, iteration, centers: movedBack(centers, mean), labels: labels.slice(), inertia };
    }
    return this;
  }

  /** All runs, without what only a watcher needs. */
  private *runs(X: MatrixLike, options: FitOptions | undefined) {
    const matrix = checkedRows(X);
    const weights = checkedWeights(options, matrix.rows);
    const { nClusters, init, maxIter } = this;
    if (nClusters > matrix.rows) {
      throw new RangeError(
        `KMeans: nClusters must be at most the number of rows, which is ${matrix.rows}, but it is ${nClusters}`,
      );
    }
    const mean = columnMeans(matrix);
    const data = centredRows(matrix, mean);
    const drawn = typeof init === "string";
    const given = drawn ? null : givenCenters(init, nClusters, mean);
    const variance = data.squares.reduce((sum, square) => sum + square, 0) / (matrix.rows * matrix.cols);
    const bounds = { maxIter, tolerance: this.tol * variance };
    const random = new RandomState(this.randomState);
    let best: LloydResult | null = null;
    for (let run = 0; run < this.starts(); run++) {
      const start = drawn ? drawnCenters(init, data, nClusters, random) : given!;
      const steps = lloyd(data, start, nClusters, weights, bounds);
      let step = steps.next();
      for (let iteration = 0; !step.done; iteration++, step = steps.next()) {
        yield { run, iteration, data, mean, weights, ...step.value };
      }
      const result = step.value;
      if (!best || (result.inertia < best.inertia && !sameClusters(result.labels, best.labels, nClusters))) {
        best = result;
      }
    }
    const { centers: centred, labels, inertia, nIter, converged } = best!;
    this.fitted = { mean, centred, nClusters, labels, inertia, nIter, converged };
  }

  private starts(): number {
    if (typeof this.init !== "string") return 1;
    if (this.nInit !== "auto") return this.nInit;
    return this.init === "k-means++" ? 1 : 10;
  }

  /**
   * For each row of `X` the number of the nearest centre, the first of equally near ones.
   *
   * @param X the samples, one a row
   */
  predict(X: MatrixLike): number[] {
    return Array.from(this.assigned(X).labels);
  }

  /**
   * `fit(X)`, then the cluster of each of its rows.
   *
   * @param X the samples, one a row
   */
  fitPredict(X: MatrixLike, _y?: unknown, options?: FitOptions): number[] {
    return this.fit(X, undefined, options).labels;
  }

  /**
   * The distance of each row of `X` to each centre: rows × clusters.
   *
   * @param X the samples, one a row
   */
  transform(X: MatrixLike): Matrix {
    const { mean, centred, nClusters } = this.learned;
    const { values, rows, cols } = centredRows(this.checkedInput(X, mean.length), mean);
    const distances = new Float64Array(rows * nClusters);
    for (let at = 0; at < distances.length; at++) {
      const row = Math.floor(at / nClusters);
      distances[at] = Math.sqrt(squaredDistance(values, row * cols, centred, (at % nClusters) * cols, cols));
    }
    return new Matrix(distances, rows, nClusters);
  }

  /**
   * Less the inertia of the rows of `X`: the larger, the nearer they are to the centres.
   *
   * @param X the samples, one a row
   */
  score(X: MatrixLike, _y?: unknown, options?: FitOptions): number {
    const { data, labels } = this.assigned(X);
    return -inertiaOf(data, labels, this.learned.centred, checkedWeights(options, data.rows));
  }

  private assigned(X: MatrixLike) {
    const { mean, centred, nClusters } = this.learned;
    const data = centredRows(this.checkedInput(X, mean.length), mean);
    const nearest = new NearestCenters(data, nClusters);
    nearest.assign(centred);
    return { data, labels: nearest.labels };
  }

  /** The centres, one a row: clusters × columns. */
  get clusterCenters(): Matrix {
    return movedBack(this.learned.centred, this.learned.mean);
  }

  /** The cluster of each row that was fitted. */
  get labels(): number[] {
    return Array.from(this.learned.labels);
  }

  /** The sum of the squared distances of the fitted rows to their centres, each times its row's weight. */
  get inertia(): number {
    return this.learned.inertia;
  }

  /** How many iterations the best run took. */
  get nIter(): number {
    return this.learned.nIter;
  }

  /** Whether the best run ended before `maxIter` forced it to. */
  get converged(): boolean {
    return this.learned.converged;
  }
}

function movedBack(centred: Float64Array, mean: Float64Array): Matrix {
  const cols = mean.length;
  return new Matrix(
    centred.map((value, at) => value + mean[at % cols]!),
    centred.length / cols,
    cols,
  );
}

/** Whether two assignments part the rows alike, whatever the numbers of the clusters. */
function sameClusters(a: Int32Array, b: Int32Array, k: number): boolean {
  const partner = new Int32Array(k).fill(-1);
  return a.every((label, i) => {
    if (partner[label] === -1) partner[label] = b[i]!;
    return partner[label] === b[i];
  });
}
