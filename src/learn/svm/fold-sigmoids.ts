import { MersenneTwister } from "../base/mersenne-twister.ts";
import { binaryProblem, range, type Stopping } from "./binary-problem.ts";
import { kernelSums } from "./decision-values.ts";
import type { GroupedRows } from "./grouped-rows.ts";
import { KernelMemory } from "./kernel-rows.ts";
import { fitSigmoid, type Sigmoid } from "./sigmoid.ts";
import { type SmoState, solveInSteps } from "./smo-steps.ts";

export type { Sigmoid } from "./sigmoid.ts";

const FOLDS = 5;

/**
 * Learns for pairs of classes how decision values become probabilities, from the values of rows that a machine was
 * not fitted on: five folds, shuffled as scikit-learn's LIBSVM does. (It seeds its generator anew for every machine.)
 */
export class FoldSigmoids {
  private readonly rows: GroupedRows;
  private readonly stopping: Stopping;
  private readonly every: number;
  private readonly seed: number;
  private readonly memory = new KernelMemory();
  private random: MersenneTwister;

  constructor(rows: GroupedRows, stopping: Stopping, every: number, seed: number) {
    this.rows = rows;
    this.stopping = stopping;
    this.every = every;
    this.seed = seed;
    this.random = new MersenneTwister(seed);
  }

  /** The sigmoid for the rows `first` of one class against the rows `second` of another. */
  *learn(first: Int32Array, second: Int32Array): Generator<SmoState, Sigmoid> {
    const size = first.length + second.length;
    const idOf = (place: number) => (place < first.length ? first[place]! : second[place - first.length]!);
    const order = this.shuffled(size);
    const values = new Float64Array(size);
    for (let fold = 0; fold < FOLDS; fold++) {
      const begin = Math.floor((fold * size) / FOLDS);
      const end = Math.floor(((fold + 1) * size) / FOLDS);
      const tested = order.subarray(begin, end);
      const trained = order.filter((_, at) => at < begin || at >= end);
      const positive = trained.filter((place) => place < first.length).map(idOf);
      const negative = trained.filter((place) => place >= first.length).map(idOf);
      if (positive.length === 0 || negative.length === 0) {
        const sure = positive.length > 0 ? 1 : negative.length > 0 ? -1 : 0;
        for (const place of tested) values[place] = sure;
        continue;
      }
      const decided = yield* this.decide(positive, negative, tested.map(idOf));
      for (const [at, place] of tested.entries()) values[place] = decided[at]!;
    }
    return fitSigmoid(values, first.length);
  }

  /** The decision values of the rows `tested` by a machine fitted on the others. */
  private *decide(
    positive: Int32Array,
    negative: Int32Array,
    tested: Int32Array,
  ): Generator<SmoState, Float64Array> {
    const { rows } = this;
    this.random = new MersenneTwister(this.seed);
    // The negative class comes first here, hence the minus in the end.
    const problem = binaryProblem(rows, negative, positive, this.stopping, this.memory);
    const { alpha, offset } = yield* solveInSteps(problem, this.every);
    const used = range(0, alpha.length).filter((k) => alpha[k] !== 0);
    const vector = (k: number) =>
      rows.order[k < negative.length ? negative[k]! : positive[k - negative.length]!]!;
    const weights = Float64Array.from(used, (k) => (k < negative.length ? alpha[k]! : -alpha[k]!));
    const table = rows.X.selectRows(tested.map((id) => rows.order[id]!));
    return kernelSums(rows.kernel, rows.X.selectRows(used.map(vector)), weights, offset, table).map(
      (value) => -value,
    );
  }

  private shuffled(size: number): Int32Array {
    const order = Int32Array.from({ length: size }, (_, i) => i);
    for (let i = 0; i < size; i++) {
      const j = i + this.below(size - i);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    return order;
  }

  /** A random whole number below `most` (Lemire, 2019, Fast random integer generation in an interval). */
  private below(most: number): number {
    const threshold = (2 ** 32 - most) % most;
    for (;;) {
      // At most 2^53, so exact, for up to two million rows.
      const product = this.random.uint32() * most;
      if (product % 2 ** 32 >= threshold) return Math.floor(product / 2 ** 32);
    }
  }
}
