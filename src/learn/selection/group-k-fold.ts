import type { Labels } from "../base/labels.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { wholeNumber } from "../base/params.ts";
import { unstableArgsort } from "../base/unstable-argsort.ts";
import { countsOf, enoughGroups, type Fold, foldsFrom } from "./fold.ts";
import { ParamSplitter } from "./param-splitter.ts";

/**
 * Parts the rows into `nSplits` test sets so that a group (a drum kit, a player) is never on both sides: groups
 * are dealt out from the largest on, each to the set that has the fewest rows so far. Needs `groups`. The same
 * folds as scikit-learn's.
 * @example
 * const folds = new GroupKFold({nSplits: 2}).split([[1], [2], [3]], ["a", "b", "a"], ["kit 1", "kit 1", "kit 2"]);
 * display(folds[0].test);
 */
export class GroupKFold extends ParamSplitter {
  protected static override readonly splitterName = "GroupKFold";
  static override readonly params = { nSplits: wholeNumber(5, 2) };
  declare readonly nSplits: number;

  constructor(
    params: {
      /** How many test sets, 2 or more. */
      nSplits?: number;
    } = {},
  ) {
    super(params);
  }

  /** One fold for each test set. Throws when `groups` is missing or there are fewer groups than folds. */
  split(X: MatrixLike, _y: Labels | undefined, groups?: Labels): Fold[] {
    const { nSplits } = this;
    const { classes, codes } = enoughGroups(X, groups, "GroupKFold", "nSplits", nSplits);
    const sizes = countsOf(codes, classes.length);
    const filled = new Array<number>(nSplits).fill(0);
    const foldOfGroup = new Int32Array(classes.length);
    for (const group of unstableArgsort(sizes).reverse()) {
      const lightest = filled.indexOf(Math.min(...filled));
      filled[lightest]! += sizes[group]!;
      foldOfGroup[group] = lightest;
    }
    return foldsFrom(
      codes.map((group) => foldOfGroup[group]!),
      nSplits,
    );
  }
}
