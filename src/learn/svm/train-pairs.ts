import { Matrix } from "../base/matrix.ts";
import { binaryProblem, range, type Stopping } from "./binary-problem.ts";
import type { PairModel } from "./decision-values.ts";
import { FoldSigmoids, type Sigmoid } from "./fold-sigmoids.ts";
import type { GroupedRows } from "./grouped-rows.ts";
import { KernelMemory } from "./kernel-rows.ts";
import { type SmoSolution, type SmoState, solveInSteps } from "./smo-steps.ts";

/** A fitted machine for each pair of classes. */
export type TrainedPairs = PairModel & {
  /** The positions of the support vectors among the training rows. */
  support: Int32Array;
  /** How many iterations each pair took. */
  iterations: Int32Array;
  /** Whether all pairs were solved before the limit. */
  solved: boolean;
  /** For each pair how its decision values become probabilities; null unless asked for. */
  sigmoids: Sigmoid[] | null;
};

/** How the search stands, and which two classes (by position) it is about. */
export type PairState = { pair: [number, number] } & SmoState;

/**
 * Learns to tell each class from each other one; yields how it stands after every `every` iterations. With `seed`
 * it also learns probabilities, from five folds of each pair.
 */
export function* trainPairs(
  rows: GroupedRows,
  stopping: Stopping,
  every: number,
  seed: number | null,
): Generator<PairState, TrainedPairs> {
  const { starts } = rows;
  const classes = starts.length - 1;
  const solutions: SmoSolution[] = [];
  const folds = seed === null ? null : new FoldSigmoids(rows, stopping, every, seed);
  const sigmoids: Sigmoid[] = [];
  const memory = new KernelMemory();
  for (let i = 0; i < classes; i++) {
    for (let j = i + 1; j < classes; j++) {
      const [first, second] = [range(starts[i]!, starts[i + 1]!), range(starts[j]!, starts[j + 1]!)];
      if (folds) sigmoids.push(yield* named(folds.learn(first, second), i, j));
      const problem = binaryProblem(rows, first, second, stopping, memory);
      solutions.push(yield* named(solveInSteps(problem, every), i, j));
    }
  }
  return { ...assemble(rows, solutions), sigmoids: folds && sigmoids };
}

function* named<T>(steps: Generator<SmoState, T>, i: number, j: number): Generator<PairState, T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    yield { pair: [i, j], ...value };
  }
}

/** The support vectors of all pairs, each once, and their weights. */
function assemble(rows: GroupedRows, solutions: SmoSolution[]): Omit<TrainedPairs, "sigmoids"> {
  const { X, order, starts, kernel } = rows;
  const classes = starts.length - 1;
  // For each row its weights in the problems of its class with the others.
  const all = Array.from({ length: classes - 1 }, () => new Float64Array(order.length));
  let pair = 0;
  for (let i = 0; i < classes; i++) {
    for (let j = i + 1; j < classes; j++, pair++) {
      const { alpha } = solutions[pair]!;
      const count = starts[i + 1]! - starts[i]!;
      for (let k = 0; k < count; k++) all[j - 1]![starts[i]! + k] = alpha[k]!;
      for (let k = count; k < alpha.length; k++) all[i]![starts[j]! + k - count] = -alpha[k]!;
    }
  }
  const used = range(0, order.length).filter((row) => all.some((weights) => weights[row] !== 0));
  const perClass = new Int32Array(classes);
  for (const row of used) {
    let c = 0;
    while (row >= starts[c + 1]!) c++;
    perClass[c] = perClass[c]! + 1;
  }
  const weights = new Matrix(new Float64Array((classes - 1) * used.length), classes - 1, used.length);
  for (const [c, ofRows] of all.entries())
    for (let v = 0; v < used.length; v++) weights.row(c)[v] = ofRows[used[v]!]!;
  const support = used.map((row) => order[row]!);
  return {
    kernel,
    vectors: X.selectRows(support),
    perClass,
    weights,
    offsets: Float64Array.from(solutions, ({ offset }) => offset),
    support,
    iterations: Int32Array.from(solutions, ({ iterations }) => iterations),
    solved: solutions.every(({ solved }) => solved),
  };
}
