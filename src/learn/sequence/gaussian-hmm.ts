import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { finiteNumber, oneOf, seed, wholeNumber } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import { checkedRows } from "../base/targets.ts";
import { KMeans } from "../cluster/k-means.ts";
import type { RandomState } from "../random-state.ts";
import {
  diagonals,
  estimatedStates,
  factor,
  type GaussianStates,
  gaussianLogDensities,
  overallCovariance,
  regularise,
} from "./gaussian-states.ts";
import { HiddenMarkovModel } from "./hidden-markov-model.ts";
import {
  probabilitiesOrNull,
  probabilityRowsOrNull,
  shapedTable,
  tableOrNull,
  tablesOrNull,
} from "./hmm-rules.ts";

type Seen = { length: number; matrix: Matrix };

/**
 * A hidden Markov model whose states show as numbers, normally distributed: such as the parts of a song that show
 * as loudness and brightness. A sequence is a table, a row for each step.
 *
 * Where `startProb`, `transMat`, `means` and `covars` are all given, it can be used without `fit`. Otherwise the
 * first means are those of k-means, the first covariance that of everything. Scores take O(steps × states × (states +
 * columns²)).
 * @example
 * const model = new GaussianHMM({nComponents: 2});
 * model.fit([[1], [1.2], [0.9], [7], [7.1], [6.8], [1.1], [1]]);
 * display(model.predict([[1], [1], [7], [7]]));
 */
export class GaussianHMM extends HiddenMarkovModel<MatrixLike, Seen, GaussianStates> {
  static override readonly typeName = "GaussianHMM";
  static override readonly params = {
    nComponents: wholeNumber(2, 1),
    covarianceType: oneOf("diag", "full"),
    minCovar: finiteNumber(1e-6, { above: 0 }),
    startProb: probabilitiesOrNull,
    transMat: probabilityRowsOrNull,
    means: tableOrNull,
    covars: tablesOrNull,
    maxIter: wholeNumber(100, 0),
    tol: finiteNumber(0.01, { least: 0 }),
    randomState: seed,
  };
  declare covarianceType: "diag" | "full";
  declare minCovar: number;
  declare means: MatrixLike | null;
  declare covars: MatrixLike | readonly MatrixLike[] | null;

  constructor(
    params: {
      /** How many hidden states. */
      nComponents?: number;
      /** Whether columns vary by themselves in a state ("diag"), or together ("full"). */
      covarianceType?: "diag" | "full";
      /** What a variance is at least ("diag"), or what is added to it ("full"), in the square of the columns' unit. */
      minCovar?: number;
      /** How likely each state is at the beginning; null: to be learned, all equally likely at first. */
      startProb?: ArrayLike<number> | null;
      /** How likely each state (row) is followed by each (column); null: to be learned. */
      transMat?: MatrixLike | null;
      /** The mean of each state, one a row; null: to be learned. */
      means?: MatrixLike | null;
      /** The variances of each state, one a row ("diag"), or a list of tables ("full"); null: to be learned. */
      covars?: MatrixLike | readonly MatrixLike[] | null;
      /** How many updates `fit` makes at most. */
      maxIter?: number;
      /** `fit` ends when the log-likelihood rises by less. */
      tol?: number;
      /** The seed of k-means. */
      randomState?: number;
    } = {},
  ) {
    super(params);
  }

  /** The mean of each state, one a row, as fitted. */
  get stateMeans(): Matrix {
    return copied(this.learned.emission.means);
  }

  /** The variances of each state, one a row ("diag"), or a table for each ("full"), as fitted. */
  get stateCovariances(): Matrix | Matrix[] {
    const { covars } = this.learned.emission;
    return Array.isArray(covars) ? covars.map(copied) : copied(covars);
  }

  /**
   * Draws states, and the numbers that each shows.
   *
   * @param n how many
   */
  sample(
    n: number,
    options: {
      /** The seed; that of the model unless given. */
      randomState?: number;
    } = {},
  ): { states: number[]; observations: Matrix } {
    const { states, observations } = this.sampled(n, options);
    return { states, observations: Matrix.from(observations as Float64Array[]) };
  }

  protected checkedSequences(sequences: MatrixLike | readonly MatrixLike[]): readonly Matrix[] {
    const first = sequences instanceof Matrix ? sequences : sequences?.[0];
    const isList =
      first instanceof Matrix ? first !== sequences : typeof (first as ArrayLike<unknown>)?.[0] === "object";
    const list = isList ? Array.from(sequences as readonly MatrixLike[]) : [sequences as MatrixLike];
    const tables = list.map((each) => checkedRows(each, 1, "A sequence"));
    const other = tables.find(({ cols }) => cols !== tables[0]!.cols);
    if (other) {
      throw new RangeError(
        `Every sequence must have as many columns as the first, which has ${tables[0]!.cols}, but one has ${other.cols}`,
      );
    }
    return tables;
  }

  protected givenEmission(): GaussianStates | null {
    if (this.means === null || this.covars === null) return null;
    const means = shapedTable(this.means, "means", this.nComponents, null);
    return { means, covars: this.givenCovars(means.cols)! };
  }

  protected firstEmission(sequences: readonly Matrix[]): GaussianStates {
    const { nComponents: states, randomState } = this;
    const { cols } = sequences[0]!;
    const data = Float64Array.from(sequences.flatMap((each) => Array.from(each.data)));
    const all = new Matrix(data, data.length / cols, cols);
    const means =
      this.means === null
        ? new KMeans({ nClusters: states, randomState }).fit(all).clusterCenters
        : shapedTable(this.means, "means", states, cols);
    return { means, covars: this.givenCovars(cols) ?? this.overallCovars(all) };
  }

  /** The covariances that the parameter gives, or null. */
  private givenCovars(cols: number): Matrix | Matrix[] | null {
    const { nComponents: states, covars, covarianceType } = this;
    if (covars === null) return null;
    if (covarianceType === "diag") return shapedTable(covars as MatrixLike, "covars", states, cols);
    const tables = covars as readonly MatrixLike[];
    if (tables.length !== states) {
      throw new RangeError(
        `covars must be a list of ${states} tables, one a state (nComponents), but it is ${shown(covars)}`,
      );
    }
    return tables.map((table, k) => shapedTable(table, `covars[${k}]`, cols, cols));
  }

  /** For every state the covariance of all rows. */
  private overallCovars(all: Matrix): Matrix | Matrix[] {
    const { nComponents: states, covarianceType, minCovar } = this;
    const isFull = covarianceType === "full";
    const table = overallCovariance(all);
    regularise(table, minCovar, isFull);
    const tables = Array.from({ length: states }, () => table);
    return isFull ? tables : diagonals(tables);
  }

  protected read(sequence: MatrixLike, { means }: GaussianStates): Seen {
    return { length: (sequence as Matrix).rows, matrix: this.checkedInput(sequence, means.cols) };
  }

  protected logLikelihoods({ matrix }: Seen, emission: GaussianStates): Float64Array {
    return gaussianLogDensities(matrix, emission);
  }

  protected reestimated(
    seen: readonly Seen[],
    posteriors: readonly Matrix[],
    last: GaussianStates,
  ): GaussianStates {
    return estimatedStates(
      seen.map(({ matrix }) => matrix),
      posteriors,
      last,
      this.minCovar,
    );
  }

  protected shownBy(state: number, { means, covars }: GaussianStates, random: RandomState): Float64Array {
    const { cols } = means;
    const lower = factor(covars, state, cols);
    const noise = Float64Array.from({ length: cols }, () => random.normal());
    return means.row(state).map((mean, a) => {
      let value = mean;
      for (let b = 0; b <= a; b++) value += lower[a * cols + b]! * noise[b]!;
      return value;
    });
  }
}

function copied({ data, rows, cols }: Matrix): Matrix {
  return new Matrix(data.slice(), rows, cols);
}
