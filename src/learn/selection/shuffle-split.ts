import type { Labels } from "../base/labels.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { seed, wholeNumber } from "../base/params.ts";
import { RandomState } from "../random-state.ts";
import { type Fold, rowCount } from "./fold.ts";
import { MOST_DRAWS } from "./most-draws.ts";
import { ParamSplitter } from "./param-splitter.ts";
import { type PartSizes, partCounts, partSize } from "./split-sizes.ts";

/**
 * Draws a test set at random, `nSplits` times over; the sets may overlap. The same rows in the same order as
 * scikit-learn's.
 * @example
 * const [{train, test}] = new ShuffleSplit({nSplits: 1, testSize: 0.5}).split([[1], [2], [3], [4]]);
 * display(test);
 */
export class ShuffleSplit extends ParamSplitter {
  protected static override readonly splitterName = "ShuffleSplit";
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

  /** One fold for each draw. Throws when there are too few rows for both parts. */
  split(X: MatrixLike, _y?: Labels): Fold[] {
    const random = new RandomState(this.randomState);
    return drawnFolds(rowCount(X), this.nSplits, this, 0.1, random, "ShuffleSplit");
  }
}

/** `count` folds drawn at random from `rows` positions. */
export function drawnFolds(
  rows: number,
  count: number,
  sizes: PartSizes,
  usual: number,
  random: RandomState,
  who: string,
  what?: string,
): Fold[] {
  const { nTrain, nTest } = partCounts(rows, sizes, usual, who, what);
  return Array.from({ length: count }, () => {
    const order = Int32Array.from(random.permutation(rows));
    return { train: order.slice(nTest, nTest + nTrain), test: order.slice(0, nTest) };
  });
}
