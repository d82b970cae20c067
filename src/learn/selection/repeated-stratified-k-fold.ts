import type { Labels } from "../base/labels.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { seed, wholeNumber } from "../base/params.ts";
import { RandomState } from "../random-state.ts";
import type { Fold } from "./fold.ts";
import { MOST_DRAWS } from "./most-draws.ts";
import { ParamSplitter } from "./param-splitter.ts";
import { stratifiedFolds } from "./stratified-k-fold.ts";

/**
 * `StratifiedKFold` with shuffling, `nRepeats` times over, each time in another order: scores that depend less on
 * the luck of one deal. The same folds as scikit-learn's.
 * @example
 * const cv = new RepeatedStratifiedKFold({nSplits: 2, nRepeats: 3});
 * display(cv.split([[1], [2], [3], [4]], ["a", "a", "b", "b"]).length);
 */
export class RepeatedStratifiedKFold extends ParamSplitter {
  protected static override readonly splitterName = "RepeatedStratifiedKFold";
  static override readonly params = {
    nSplits: wholeNumber(5, 2),
    nRepeats: wholeNumber(10, 1, MOST_DRAWS),
    randomState: seed,
  };
  declare readonly nSplits: number;
  declare readonly nRepeats: number;
  declare readonly randomState: number;

  constructor(
    params: {
      /** How many test sets in each round, 2 or more. */
      nSplits?: number;
      /** How many rounds. */
      nRepeats?: number;
      /** The seed of the orders: a whole number from 0. */
      randomState?: number;
    } = {},
  ) {
    super(params);
  }

  /** The folds of all rounds, round after round. Throws as `StratifiedKFold`. */
  split(X: MatrixLike, y: Labels): Fold[] {
    const random = new RandomState(this.randomState);
    const rounds = Array.from({ length: this.nRepeats });
    return rounds.flatMap(() => stratifiedFolds(X, y, this.nSplits, random, "RepeatedStratifiedKFold"));
  }
}
