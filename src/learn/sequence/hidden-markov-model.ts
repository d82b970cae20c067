import { Estimator } from "../base/estimator.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { shown } from "../base/shown.ts";
import { RandomState } from "../random-state.ts";
import { drain } from "../selection/steps.ts";
import { drawn } from "./drawn.ts";
import { logProbability, posteriorsOf } from "./forward-backward.ts";
import { shapedTable } from "./hmm-rules.ts";
import type { Lattice } from "./lattice-inputs.ts";
import { bestPath } from "./viterbi.ts";

/** The probabilities of a hidden Markov model; `emission` is how its states show. */
export type HmmModel<Emission> = { startProb: Float64Array; transMat: Matrix; emission: Emission };

/** What is fitted: the model and how it was found. */
export type HmmFitted<Emission> = HmmModel<Emission> & {
  converged: boolean;
  /** The log-likelihood of what was seen, before the first update and after each. */
  logLikelihoods: number[];
};

/** The state of `fitSteps`: the model as it is, and how likely it makes what was seen. */
export type HmmStep<Emission> = {
  /** How many updates were made. */
  iteration: number;
  /** ln of the probability of all sequences. */
  logLikelihood: number;
  /** The probability of each state at the beginning. */
  startProb: Float64Array;
  /** How likely each state (row) is followed by each (column). */
  transMat: Matrix;
} & Emission;

/**
 * What hidden Markov models share: states that follow each other with fixed probabilities and cannot be seen, but
 * show in what is seen (Rabiner, 1989). `Given` is a sequence as it is handed in, `Seen` as it is worked with.
 */
export abstract class HiddenMarkovModel<
  Given,
  Seen extends { length: number },
  Emission extends object,
> extends Estimator<HmmFitted<Emission>> {
  declare nComponents: number;
  declare startProb: ArrayLike<number> | null;
  declare transMat: MatrixLike | null;
  declare maxIter: number;
  declare tol: number;
  declare randomState: number;

  /** One sequence or several, checked. */
  protected abstract checkedSequences(sequences: Given | readonly Given[]): readonly Given[];
  /** How the states show, from the parameters; null where they are not given. */
  protected abstract givenEmission(): Emission | null;
  /** A first guess of how the states show. */
  protected abstract firstEmission(sequences: readonly Given[], random: RandomState): Emission;
  /** A sequence as the emission reads it. */
  protected abstract read(sequence: Given, emission: Emission): Seen;
  /** ln of the probability (density) of each step in each state: steps × states. */
  protected abstract logLikelihoods(seen: Seen, emission: Emission): Float64Array;
  /** How the states show, given how likely each was at each step. */
  protected abstract reestimated(
    seen: readonly Seen[],
    posteriors: readonly Matrix[],
    last: Emission,
  ): Emission;
  /** One thing that `state` shows. */
  protected abstract shownBy(state: number, emission: Emission, random: RandomState): unknown;

  /**
   * Learns from sequences by the algorithm of Baum and Welch (expectation maximisation), which makes them more
   * likely with each update. It finds the best model near where it begins: try several seeds. Where parameters are
   * given, it begins with those. An update takes O(steps × states²). Throws, changing nothing, if they are unfit.
   *
   * @param sequences one sequence, or a list of several
   */
  fit(sequences: Given | readonly Given[]): this {
    return drain(this.fitSteps(sequences));
  }

  /**
   * As `fit`, one update at a time: it yields the model before each.
   *
   * @param sequences one sequence, or a list of several
   */
  *fitSteps(sequences: Given | readonly Given[]): Generator<HmmStep<Emission>, this> {
    const given = this.checkedSequences(sequences);
    let model = this.firstModel(given);
    const seen = given.map((sequence) => this.read(sequence, model.emission));
    const logLikelihoods: number[] = [];
    let converged = false;
    for (let iteration = 0; ; iteration++) {
      const results = seen.map((each) => posteriorsOf(this.lattice(each, model)));
      const logLikelihood = results.reduce((sum, { logProb }) => sum + logProb, 0);
      converged = iteration > 0 && logLikelihood - logLikelihoods[iteration - 1]! < this.tol;
      logLikelihoods.push(logLikelihood);
      const { emission, ...chain } = model;
      yield { iteration, logLikelihood, ...chain, ...emission };
      if (converged || iteration === this.maxIter) break;
      const posteriors = results.map((result) => result.posteriors);
      model = {
        startProb: meanOf(posteriors.map((table) => table.row(0))),
        transMat: rowShares(
          results.map(({ transitions }) => transitions),
          model.transMat,
        ),
        emission: this.reestimated(seen, posteriors, model.emission),
      };
    }
    this.fitted = { ...model, converged, logLikelihoods };
    return this;
  }

  /**
   * The most likely path of hidden states through a sequence, by `viterbi`.
   *
   * @param sequence what was seen
   */
  predict(sequence: Given): number[] {
    return Array.from(bestPath(this.latticeOf(sequence)).path);
  }

  /**
   * How likely each state is at each step, all of the sequence considered: steps × states.
   *
   * @param sequence what was seen
   */
  predictProba(sequence: Given): Matrix {
    return posteriorsOf(this.latticeOf(sequence)).posteriors;
  }

  /**
   * ln of the probability (for numbers, its density) of a sequence, over all paths of states; −Infinity where it
   * is impossible.
   *
   * @param sequence what was seen
   */
  score(sequence: Given): number {
    return logProbability(this.latticeOf(sequence));
  }

  /** The probability of each state at the beginning, as fitted. */
  get startProbabilities(): Float64Array {
    return this.learned.startProb.slice();
  }

  /** How likely each state (row) is followed by each (column), as fitted. */
  get transitionMatrix(): Matrix {
    const { data, rows, cols } = this.learned.transMat;
    return new Matrix(data.slice(), rows, cols);
  }

  /** How many updates `fit` made. */
  get nIter(): number {
    return this.learned.logLikelihoods.length - 1;
  }

  /** Whether `fit` ended because there was little left to gain, not because of `maxIter`. */
  get converged(): boolean {
    return this.learned.converged;
  }

  /** ln of the probability of what was learned from: before the first update, and after each. */
  get logLikelihoodHistory(): number[] {
    return [...this.learned.logLikelihoods];
  }

  /** Draws a path of states, and what each shows. */
  protected sampled(
    n: number,
    options: { randomState?: number },
  ): { states: number[]; observations: unknown[] } {
    checkOptions("sample", ["randomState"], options);
    if (!Number.isInteger(n) || n < 1) {
      throw new RangeError(`n must be a whole number of at least 1, but it is ${shown(n)}`);
    }
    const { startProb, transMat, emission } = this.learned;
    const random = new RandomState(options.randomState ?? this.randomState);
    const states: number[] = [];
    const observations: unknown[] = [];
    for (let t = 0; t < n; t++) {
      const state = drawn(t === 0 ? startProb : transMat.row(states[t - 1]!), random);
      states.push(state);
      observations.push(this.shownBy(state, emission, random));
    }
    return { states, observations };
  }

  /** What was fitted; or, where all parameters are given, those. */
  protected override get learned(): HmmFitted<Emission> {
    if (this.fitted !== null || this.startProb === null || this.transMat === null) return super.learned;
    const emission = this.givenEmission();
    if (emission === null) return super.learned;
    return { ...this.givenChain(), emission, converged: false, logLikelihoods: [] };
  }

  private firstModel(sequences: readonly Given[]): HmmModel<Emission> {
    const random = new RandomState(this.randomState);
    return { ...this.givenChain(), emission: this.givenEmission() ?? this.firstEmission(sequences, random) };
  }

  /** The chain of states as the parameters give it; all equally likely where they do not. */
  private givenChain(): { startProb: Float64Array; transMat: Matrix } {
    const { nComponents: size, startProb, transMat } = this;
    const start = startProb === null ? new Float64Array(size).fill(1 / size) : Float64Array.from(startProb);
    if (start.length !== size) {
      throw new RangeError(
        `startProb must have ${size} probabilities (nComponents), but it has ${start.length}`,
      );
    }
    const equal = () => new Matrix(new Float64Array(size * size).fill(1 / size), size, size);
    return {
      startProb: start,
      transMat: transMat === null ? equal() : shapedTable(transMat, "transMat", size, size),
    };
  }

  private latticeOf(sequence: Given): Lattice {
    const { learned } = this;
    const [only, ...more] = this.checkedSequences(sequence);
    if (more.length > 0) throw new RangeError("This takes one sequence at a time, but it got several");
    return this.lattice(this.read(only!, learned.emission), learned);
  }

  private lattice(seen: Seen, { startProb, transMat, emission }: HmmModel<Emission>): Lattice {
    return {
      states: startProb.length,
      steps: seen.length,
      start: startProb.map(Math.log),
      trans: transMat.data.map(Math.log),
      seen: this.logLikelihoods(seen, emission),
    };
  }
}

function meanOf(rows: readonly Float64Array[]): Float64Array {
  return rows[0]!.map((_, j) => rows.reduce((sum, row) => sum + row[j]!, 0) / rows.length);
}

/** The sum of tables, each row divided by its sum; a row in which nothing happened is that of `last`. */
export function rowShares(tables: readonly Matrix[], last: Matrix): Matrix {
  const { rows, cols } = last;
  const shares = new Matrix(last.data.slice(), rows, cols);
  for (let i = 0; i < rows; i++) {
    const sums = new Float64Array(cols);
    for (const table of tables) for (let j = 0; j < cols; j++) sums[j]! += table.data[i * cols + j]!;
    const total = sums.reduce((sum, value) => sum + value, 0);
    if (total > 0) for (let j = 0; j < cols; j++) shares.data[i * cols + j] = sums[j]! / total;
  }
  return shares;
}
