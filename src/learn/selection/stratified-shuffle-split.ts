import { checkSameLength, encodeLabels, type Labels } from "../base/labels.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { pairwiseSum } from "../base/pairwise-sum.ts";
import { seed, wholeNumber } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import { RandomState } from "../random-state.ts";
import { countsOf, type Fold, rowCount } from "./fold.ts";
import { MOST_DRAWS } from "./most-draws.ts";
import { ParamSplitter } from "./param-splitter.ts";
import { type PartSizes, partCounts, partSize } from "./split-sizes.ts";

/**
 * Draws a test set at random in which each class has about its share, `nSplits` times over. The same rows in the
 * same order as scikit-learn's.
 * @example
 * const cv = new StratifiedShuffleSplit({nSplits: 1, testSize: 0.5});
 * display(cv.split([[1], [2], [3], [4]], ["a", "a", "b", "b"])[0].test);
 */
export class StratifiedShuffleSplit extends ParamSplitter {
  protected static override readonly splitterName = "StratifiedShuffleSplit";
  static override readonly params = {
    nSplits: wholeNumber(10, 1, MOST_DRAWS),
    testSize: partSize,
    trainSize: partSize,
    randomState: seed,
  };
  declare readonly nSplits: number;
  declare readonly testSize: number | null;
  declare readonly trainSize: number | null;
  declare readonly randomState: number;

  constructor(
    params: {
      /** How many times. */
      nSplits?: number;
      /** The share of the rows, or how many, to test on; a tenth unless `trainSize` says otherwise. */
      testSize?: number | null;
      /** The share of the rows, or how many, to learn from; by default the rest. */
      trainSize?: number | null;
      /** The seed: a whole number from 0. */
      randomState?: number;
    } = {},
  ) {
    super(params);
  }

  /** One fold for each draw. Throws when a class has one row only, or a part has fewer rows than there are classes. */
  split(X: MatrixLike, y: Labels): Fold[] {
    const random = new RandomState(this.randomState);
    return stratifiedDraws(X, y, this.nSplits, this, 0.1, random, "StratifiedShuffleSplit");
  }
}

/** `count` folds drawn at random with each class in its share; `usual` is the share of the test without sizes. */
export function stratifiedDraws(
  X: MatrixLike,
  y: Labels,
  count: number,
  sizes: PartSizes,
  usual: number,
  random: RandomState,
  who: string,
): Fold[] {
  const { classes, codes } = encodeLabels(y);
  checkSameLength("X", rowCount(X), "y", y.length);
  const { nTrain, nTest } = partCounts(codes.length, sizes, usual, who);
  const counts = countsOf(codes, classes.length);
  const single = counts.indexOf(1);
  if (single >= 0) {
    throw new RangeError(
      `${who} needs at least two rows of each class, one for each part, but ${shown(classes[single])} has one`,
    );
  }
  for (const [part, rows] of [
    ["trainSize", nTrain],
    ["testSize", nTest],
  ] as const) {
    if (rows >= classes.length) continue;
    throw new RangeError(
      `${who}: ${part} must be at least the number of classes, which is ${classes.length}, but it comes to ${rows}`,
    );
  }
  const rowsOf = classes.map(() => [] as number[]);
  for (const [row, code] of codes.entries()) rowsOf[code]!.push(row);
  return Array.from({ length: count }, () => {
    const inTrain = shares(counts, nTrain, random);
    const left = counts.map((total, c) => total - inTrain[c]!);
    const inTest = shares(left, nTest, random);
    const train: number[] = [];
    const test: number[] = [];
    for (const [c, rows] of rowsOf.entries()) {
      const order = random.permutation(rows);
      train.push(...order.slice(0, inTrain[c]!));
      test.push(...order.slice(inTrain[c]!, inTrain[c]! + inTest[c]!));
    }
    return {
      train: Int32Array.from(random.permutation(train)),
      test: Int32Array.from(random.permutation(test)),
    };
  });
}

/** How many of `draws` rows fall to each class: its share rounded down, what is left to the largest remainders. */
function shares(counts: readonly number[], draws: number, random: RandomState): number[] {
  const all = pairwiseSum(counts);
  const exact = counts.map((count) => (count / all) * draws);
  const given = exact.map(Math.floor);
  let left = draws - pairwiseSum(given);
  const remainders = exact.map((value, c) => value - given[c]!);
  for (const remainder of [...new Set(remainders)].sort((a, b) => b - a)) {
    if (left <= 0) break;
    const equal = remainders.flatMap((value, c) => (value === remainder ? [c] : []));
    const chosen = random.permutation(equal).slice(0, left);
    for (const c of chosen) given[c]!++;
    left -= chosen.length;
  }
  return given;
}
