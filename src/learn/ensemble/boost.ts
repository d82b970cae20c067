import type { Matrix } from "../base/matrix.ts";
import { binned } from "./bins.ts";
import type { BoostingLoss } from "./boosting-losses.ts";
import { type BoostedGrowth, type BoostedTree, BoostedTreeGrower } from "./grow-boosted-tree.ts";

/** A boosted model: what it says at first, and the trees of each round, one for each number that it says. */
export type Boosted = { baseline: Float64Array; rounds: BoostedTree[][] };

/** What each round of boosting yields: its number from 1 on, and the mean loss on the training rows after it. */
export type BoostingStep = { iteration: number; trainLoss: number };

export type BoostingOptions = BoostedGrowth & { maxIter: number; maxBins: number };

/** A tree for a table of more numbers than this takes so long that a page should have its turn after it. */
const LARGE = 100_000;

/**
 * Boosts trees: each round's trees go against the gradient of the loss. Yields after each round, and where the table is
 * large also after each tree, how the last round ended.
 */
export function* boost(
  X: Matrix,
  loss: BoostingLoss,
  options: BoostingOptions,
): Generator<BoostingStep, Boosted> {
  const { rows } = X;
  const { width } = loss;
  const grower = new BoostedTreeGrower(binned(X, options.maxBins), rows, options);
  const baseline = loss.baseline();
  const raw = new Float64Array(rows * width);
  for (let c = 0; c < width; c++) raw.fill(baseline[c]!, c * rows, (c + 1) * rows);
  const gradients = new Float32Array(rows * width);
  const hessians = new Float32Array(rows * width);
  const rounds: BoostedTree[][] = [];
  let last = { iteration: 0, trainLoss: loss.differentiate(raw, gradients, hessians) };
  for (let iteration = 1; iteration <= options.maxIter; iteration++) {
    const trees: BoostedTree[] = [];
    for (let c = 0; c < width; c++) {
      const [from, to] = [c * rows, (c + 1) * rows];
      trees.push(
        grower.grow(gradients.subarray(from, to), hessians.subarray(from, to), raw.subarray(from, to)),
      );
      if (rows * X.cols > LARGE && c < width - 1) yield last;
    }
    rounds.push(trees);
    last = { iteration, trainLoss: loss.differentiate(raw, gradients, hessians) };
    yield last;
  }
  return { baseline, rounds };
}

/** The raw predictions for the rows of `X` after each round: rows × width, always in the same array. */
export function* rawAlong(
  { baseline, rounds }: Boosted,
  { data, rows, cols }: Matrix,
): Generator<Float64Array> {
  const width = baseline.length;
  const raw = new Float64Array(rows * width);
  for (let at = 0; at < raw.length; at++) raw[at] = baseline[at % width]!;
  for (const trees of rounds) {
    for (let c = 0; c < width; c++) {
      const { feature, threshold, left, right, value } = trees[c]!;
      for (let i = 0; i < rows; i++) {
        const row = i * cols;
        let at = 0;
        for (let asked = feature[0]!; asked >= 0; asked = feature[at]!) {
          at = data[row + asked]! <= threshold[at]! ? left[at]! : right[at]!;
        }
        raw[i * width + c] = raw[i * width + c]! + value[at]!;
      }
    }
    yield raw;
  }
}
