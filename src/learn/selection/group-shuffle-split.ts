import type { Labels } from "../base/labels.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { seed, wholeNumber } from "../base/params.ts";
import { RandomState } from "../random-state.ts";
import { checkedGroups, type Fold } from "./fold.ts";
import { MOST_DRAWS } from "./most-draws.ts";
import { ParamSplitter } from "./param-splitter.ts";
import { drawnFolds } from "./shuffle-split.ts";
import { partSize } from "./split-sizes.ts";

/**
 * Draws whole groups at random to test on, `nSplits` times over. Needs `groups`. The same rows as scikit-learn's.
 * @example
 * const cv = new GroupShuffleSplit({nSplits: 1, testSize: 1});
 * display(cv.split([[1], [2], [3]], ["a", "b", "a"], ["kit 1", "kit 1", "kit 2"])[0].test);
 */
export class GroupShuffleSplit extends ParamSplitter {
  protected static override readonly splitterName = "GroupShuffleSplit";
  static override readonly params = {
    nSplits: wholeNumber(5, 1, MOST_DRAWS),
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
      /** The share of the groups, or how many, to test on; a fifth unless `trainSize` says otherwise. */
      testSize?: number | null;
      /** The share of the groups, or how many, to learn from; by default the rest. */
      trainSize?: number | null;
      /** The seed: a whole number from 0. */
      randomState?: number;
    } = {},
  ) {
    super(params);
  }

  /** One fold for each draw. Throws when `groups` is missing or there are too few of them for both parts. */
  split(X: MatrixLike, _y: Labels | undefined, groups?: Labels): Fold[] {
    return groupDraws(X, groups, this.nSplits, this, 0.2, this.randomState, "GroupShuffleSplit");
  }
}

/** Folds of whole groups that are drawn at random; rows ascending. */
export function groupDraws(
  X: MatrixLike,
  groups: Labels | undefined,
  count: number,
  sizes: { testSize?: number | null; trainSize?: number | null },
  usual: number,
  randomState: number,
  who: string,
): Fold[] {
  const { classes, codes } = checkedGroups(X, groups, who);
  const random = new RandomState(randomState);
  return drawnFolds(classes.length, count, sizes, usual, random, who, "groups").map(({ train, test }) => {
    const rowsOf = (chosen: Int32Array) => {
      const isChosen = new Set(chosen);
      return codes.map((_, row) => row).filter((row) => isChosen.has(codes[row]!));
    };
    return { train: rowsOf(train), test: rowsOf(test) };
  });
}
