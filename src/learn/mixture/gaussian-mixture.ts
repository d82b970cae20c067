import { firstLargest } from "../base/classifier.ts";
import { Estimator } from "../base/estimator.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { finiteNumber, oneOf, seed, wholeNumber } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import { checkedRows } from "../base/targets.ts";
import { MOST_STARTS } from "../cluster/first-centers.ts";
import { centredRows, columnMeans } from "../linalg/centred-rows.ts";
import { columnsOf } from "../linalg/products.ts";
import { RandomState } from "../random-state.ts";
import { estimateGaussians } from "./estimate.ts";
import { firstParts, type InitParams } from "./first-parts.ts";
import { type CovarianceType, type Gaussians, logDensities } from "./gaussians.ts";
import { givenMeans, givenWeights, meansRule, weightsRule } from "./given-start.ts";
import { meanOf, normalise } from "./responsibilities.ts";
import { sampleGaussians } from "./sample-gaussians.ts";
import { type Covariances, meansAround, shapedCovariances, shapedWhitening } from "./shaped.ts";

type Fitted = {
  /** The mean of the fitted rows; the components' means are stored less it, which keeps their digits. */
  origin: Float64Array;
  gaussians: Gaussians;
  lowerBound: number;
  nIter: number;
  converged: boolean;
};

/** The mixture after one iteration, as `fitSteps` yields it. */
export type GaussianMixtureStep = {
  /** Which of the runs, from 0. */
  run: number;
  /** Which iteration of this run, from 1. */
  iteration: number;
  /** The mean log-likelihood of the rows before this iteration. */
  lowerBound: number;
  /** The components' weights, adding up to 1. */
  weights: Float64Array;
  /** The components' means: components × columns. */
  means: Matrix;
  /** The covariances, in the shape that `covarianceType` has. */
  covariances: Covariances;
};

/**
 * A mixture of normal distributions, found by expectation and maximisation (Dempster, Laird and Rubin, 1977): each row
 * belongs to each component to a part, and components are fitted to their parts, in turn, until the log-likelihood
 * rises by less than `tol`. With the same seed it starts where scikit-learn's does.
 *
 * An iteration of `fit` takes O(rows × columns × components), with covariance matrices O(rows × columns² × components);
 * `predict` takes as long as one.
 * @example
 * const mixture = new GaussianMixture({nComponents: 2}).fit([[1], [1.2], [0.9], [5], [5.3], [4.8]]);
 * display(mixture.means.data);
 * display(mixture.predictProba([[1], [3]]).data);
 */
export class GaussianMixture extends Estimator<Fitted> {
  static override readonly typeName = "GaussianMixture";
  static override readonly params = {
    nComponents: wholeNumber(1, 1),
    covarianceType: oneOf("full", "tied", "diag", "spherical"),
    tol: finiteNumber(1e-3, { least: 0 }),
    regCovar: finiteNumber(1e-6, { least: 0 }),
    maxIter: wholeNumber(100, 1),
    nInit: wholeNumber(1, 1, MOST_STARTS),
    initParams: oneOf("kmeans", "k-means++", "random", "random_from_data"),
    weightsInit: weightsRule,
    meansInit: meansRule,
    randomState: seed,
  };
  declare nComponents: number;
  declare covarianceType: CovarianceType;
  declare tol: number;
  declare regCovar: number;
  declare maxIter: number;
  declare nInit: number;
  declare initParams: InitParams;
  declare weightsInit: ArrayLike<number> | null;
  declare meansInit: MatrixLike | null;
  declare randomState: number;

  constructor(
    params: {
      /** How many components. */
      nComponents?: number;
      /** A matrix for each component, one for all, a variance for each column, or one variance a component. */
      covarianceType?: CovarianceType;
      /** A run ends when the mean log-likelihood changes by less than this. */
      tol?: number;
      /** What is added to each variance, so that none becomes 0. */
      regCovar?: number;
      /** How many iterations a run has at most. */
      maxIter?: number;
      /** How many starts are tried; the most likely result is kept. */
      nInit?: number;
      /** What the rows' first parts are: clusters of k-means, random, or one row a component (by k-means++, or any). */
      initParams?: InitParams;
      /** The components' first weights, adding up to 1. */
      weightsInit?: ArrayLike<number> | null;
      /** The components' first means, one row a component. */
      meansInit?: MatrixLike | null;
      /** The seed for the start. */
      randomState?: number;
    } = {},
  ) {
    super(params);
  }

  /**
   * Finds the components; `y` is not looked at. Throws when there are fewer than two rows or than components, or a
   * component collapses.
   *
   * @param X the samples, one a row
   */
  fit(X: MatrixLike, _y?: unknown): this {
    const steps = this.fitSteps(X);
    while (!steps.next().done);
    return this;
  }

  /** As `fit`, in steps: yields the mixture after each iteration; the best run is kept when all are done. */
  *fitSteps(X: MatrixLike, _y?: unknown): Generator<GaussianMixtureStep, this> {
    const matrix = checkedRows(X, 2, "GaussianMixture");
    const { nComponents: k, covarianceType, regCovar } = this;
    if (k > matrix.rows) {
      throw new RangeError(
        `GaussianMixture: nComponents must be at most the number of rows, which is ${matrix.rows}, but it is ${k}`,
      );
    }
    const origin = columnMeans(matrix);
    const means = this.meansInit && givenMeans(this.meansInit, k, origin);
    const weights = this.weightsInit && givenWeights(this.weightsInit, k);
    const rows = centredRows(matrix, origin);
    const data = { ...rows, columns: columnsOf(new Matrix(rows.values, rows.rows, rows.cols)) };
    const random = new RandomState(this.randomState);
    let best: Omit<Fitted, "converged"> | null = null;
    let converged = false;
    for (let run = 0; run < this.nInit; run++) {
      const parts = firstParts(data, k, this.initParams, random);
      let gaussians = estimateGaussians(data, parts, covarianceType, regCovar);
      if (means) gaussians.means = means;
      if (weights) gaussians.weights = weights;
      let lowerBound = Number.NEGATIVE_INFINITY;
      let nIter = 0;
      for (let still = false; !still && nIter < this.maxIter; ) {
        nIter++;
        const logs = logDensities(gaussians, data);
        const before = lowerBound;
        lowerBound = meanOf(normalise(logs, k));
        gaussians = estimateGaussians(data, logs, covarianceType, regCovar);
        yield {
          run,
          iteration: nIter,
          lowerBound,
          weights: gaussians.weights.slice(),
          means: meansAround(gaussians, origin),
          covariances: shapedCovariances(covarianceType, gaussians.covariances, gaussians.cols),
        };
        still = Math.abs(lowerBound - before) < this.tol;
        converged ||= still;
      }
      if (!best || lowerBound > best.lowerBound) best = { origin, gaussians, lowerBound, nIter };
    }
    this.fitted = { ...best!, converged };
    return this;
  }

  /** For each row of `X` its log-densities, rows × components. */
  private logs(X: MatrixLike): Float64Array {
    const { origin, gaussians } = this.learned;
    return logDensities(gaussians, centredRows(this.checkedInput(X, origin.length), origin));
  }

  /**
   * For each row of `X` the number of the most probable component.
   *
   * @param X the samples, one a row
   */
  predict(X: MatrixLike): number[] {
    const k = this.learned.gaussians.weights.length;
    const logs = this.logs(X);
    return Array.from({ length: logs.length / k }, (_, i) => firstLargest(logs, i * k, k));
  }

  /**
   * `fit(X)`, then the most probable component of each of its rows.
   *
   * @param X the samples, one a row
   */
  fitPredict(X: MatrixLike, _y?: unknown): number[] {
    return this.fit(X).predict(X);
  }

  /**
   * The probability of each component for each row of `X`: rows × components.
   *
   * @param X the samples, one a row
   */
  predictProba(X: MatrixLike): Matrix {
    const k = this.learned.gaussians.weights.length;
    const logs = this.logs(X);
    normalise(logs, k);
    return new Matrix(logs, logs.length / k, k);
  }

  /**
   * The logarithm of the mixture's density at each row of `X`.
   *
   * @param X the samples, one a row
   */
  scoreSamples(X: MatrixLike): Float64Array {
    return normalise(this.logs(X), this.learned.gaussians.weights.length);
  }

  /**
   * The mean log-likelihood of the rows of `X`.
   *
   * @param X the samples, one a row; at least one
   */
  score(X: MatrixLike, _y?: unknown): number {
    return meanOf(this.scoreSamples(checkedRows(X, 1, "score")));
  }

  /**
   * The Bayesian information criterion on `X`: the lower, the better the mixture for its number of parameters.
   *
   * @param X the samples, one a row; at least one
   */
  bic(X: MatrixLike): number {
    const { rows } = checkedRows(X, 1, "bic");
    return -2 * this.score(X) * rows + this.nParameters() * Math.log(rows);
  }

  /**
   * Akaike's information criterion on `X`: the lower, the better the mixture for its number of parameters.
   *
   * @param X the samples, one a row; at least one
   */
  aic(X: MatrixLike): number {
    return -2 * this.score(X) * checkedRows(X, 1, "aic").rows + 2 * this.nParameters();
  }

  /**
   * Rows drawn from the mixture, component after component, and the component of each. With the same `randomState`
   * they are the same each time (not scikit-learn's).
   *
   * @param n how many rows
   */
  sample(n = 1): { X: Matrix; labels: number[] } {
    if (!Number.isInteger(n) || n < 1) {
      throw new RangeError(`sample(n) needs a whole number of at least 1, but n is ${shown(n)}`);
    }
    const { gaussians, origin } = this.learned;
    return sampleGaussians(gaussians, origin, n, new RandomState(this.randomState));
  }

  private nParameters(): number {
    const { type, cols, weights } = this.learned.gaussians;
    const k = weights.length;
    const half = (cols * (cols + 1)) / 2;
    const ofCovariances = { full: k * half, tied: half, diag: k * cols, spherical: k }[type];
    return ofCovariances + k * cols + k - 1;
  }

  /** The components' weights, adding up to 1. */
  get weights(): Float64Array {
    return this.learned.gaussians.weights.slice();
  }

  /** The components' means: components × columns. */
  get means(): Matrix {
    return meansAround(this.learned.gaussians, this.learned.origin);
  }

  /** The covariances: one Matrix a component, one for all, components × columns variances, or one a component. */
  get covariances(): Covariances {
    const { type, covariances, cols } = this.learned.gaussians;
    return shapedCovariances(type, covariances, cols);
  }

  /** U with UUᵀ the inverse of a covariance, upper triangular, or 1 / standard deviations; shaped as `covariances`. */
  get precisionsCholesky(): Covariances {
    const { type, whitening, cols } = this.learned.gaussians;
    return shapedWhitening(type, whitening, cols);
  }

  /** The mean log-likelihood of the fitted rows before the best run's last iteration. */
  get lowerBound(): number {
    return this.learned.lowerBound;
  }

  /** How many iterations the best run took. */
  get nIter(): number {
    return this.learned.nIter;
  }

  /** Whether any run ended before `maxIter` forced it to. */
  get converged(): boolean {
    return this.learned.converged;
  }
}
