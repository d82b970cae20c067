import { shown } from "../base/shown.ts";
import { RandomState } from "../random-state.ts";
import { type FlatTree, importancesOf, leavesOf, normalised } from "../tree/flat-tree.ts";
import { growerOf } from "../tree/grow-tree.ts";
import type { Growth } from "../tree/grower.ts";

const MAX_SEED = 0x7fffffff;

/** One tree's seed after the other, as scikit-learn's forests of the same seed have them. */
export function treeSeeds(randomState: number, count: number): number[] {
  const random = new RandomState(randomState);
  return Array.from({ length: count }, () => random.integers(0, MAX_SEED));
}

/** Throws where a forest without drawn rows is told how to draw or judge them. */
export function checkBootstrap({
  bootstrap,
  maxSamples,
  oobScore,
}: {
  bootstrap: boolean;
  maxSamples: number | null;
  oobScore: boolean;
}): void {
  if (bootstrap || (maxSamples === null && !oobScore)) return;
  const param = maxSamples === null ? "oobScore" : "maxSamples";
  throw new RangeError(`${param} needs bootstrap to be true: without it no rows are drawn for a tree`);
}

/** How many rows are drawn for a tree: all, a number of them or a share. Throws when there are not as many. */
export function bagSize(maxSamples: number | null, rows: number): number {
  if (maxSamples === null) return rows;
  if (maxSamples < 1) return Math.max(1, roundedToEven(rows * maxSamples));
  if (maxSamples > rows) {
    throw new RangeError(
      `maxSamples must be at most the number of rows, which is ${rows}, but it is ${shown(maxSamples)}`,
    );
  }
  return maxSamples;
}

/** How often each of `rows` rows is drawn with replacement for the tree of this seed. */
export function bagOf(seed: number, rows: number, size: number): Float64Array {
  const random = new RandomState(seed);
  const counts = new Float64Array(rows);
  for (let i = 0; i < size; i++) counts[random.integers(0, rows)]!++;
  return counts;
}

/** The weights of rows that are drawn so often; those of all rows where none that is drawn has a weight. */
export function baggedWeights(bag: Float64Array, weights: Float64Array | null): Float64Array {
  if (weights === null) return bag;
  const bagged = bag.map((count, i) => count * weights[i]!);
  return bagged.some((weight) => weight > 0) ? bagged : weights;
}

/**
 * The weights of rows of which those drawn weigh the same in each class: rare classes count more. As they were where
 * no row of a class that was drawn has a weight.
 */
export function balancedInBag(
  bag: Float64Array,
  codes: Int32Array,
  classCount: number,
  weights: Float64Array,
): Float64Array {
  const counts = new Float64Array(classCount);
  for (let i = 0; i < codes.length; i++) counts[codes[i]!]! += bag[i]!;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const drawn = counts.filter((count) => count > 0).length;
  const ofClasses = counts.map((count) => (count > 0 ? total / (drawn * count) : 0));
  const balanced = weights.map((weight, i) => weight * ofClasses[codes[i]!]!);
  return balanced.some((weight) => weight > 0) ? balanced : weights;
}

/** After looking at so many numbers a page should have its turn. */
const NUMBERS_BETWEEN = 500_000;

/** Grows a tree of a forest that has `trees` yet; yields that now and then while the tree is growing, if it is large. */
export function* growInSteps(growth: Growth, trees: number): Generator<{ trees: number }, FlatTree> {
  const grower = growerOf(growth);
  let numbers = 0;
  for (let at = grower.next(); at >= 0; at = grower.next()) {
    numbers += grower.tree.nodes.rows[at]! * growth.maxFeatures;
    if (numbers < NUMBERS_BETWEEN) continue;
    numbers = 0;
    yield { trees };
  }
  return grower.done();
}

/** The mean importance of each feature over the trees that ask anything, all together 1. */
export function forestImportances(trees: readonly FlatTree[], cols: number): Float64Array {
  const sums = new Float64Array(cols);
  for (const tree of trees) {
    const importances = importancesOf(tree, cols);
    for (let j = 0; j < cols; j++) sums[j] = sums[j]! + importances[j]!;
  }
  return normalised(sums);
}

/** Of a tree's leaf values those that add up to 1 in each node: the probability of each class. */
export function sharesOf({ values, width }: FlatTree): Float64Array {
  const shares = new Float64Array(values.length);
  for (let at = 0; at < values.length; at += width) {
    let sum = 0;
    for (let c = 0; c < width; c++) sum += values[at + c]!;
    for (let c = 0; c < width; c++) shares[at + c] = values[at + c]! / sum;
  }
  return shares;
}

/** Adds to `sums`, rows × width, what a tree says for each row of `X`. */
export function addTree(
  tree: FlatTree,
  says: Float64Array,
  X: Float32Array,
  cols: number,
  sums: Float64Array,
): void {
  const { width } = tree;
  const leaves = new Int32Array(sums.length / width);
  leavesOf(tree, X, cols, leaves);
  for (let i = 0, to = 0; i < leaves.length; i++) {
    const from = leaves[i]! * width;
    for (let c = 0; c < width; c++, to++) sums[to] = sums[to]! + says[from + c]!;
  }
}

/** To the nearest whole number; halves to the even one. */
function roundedToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
