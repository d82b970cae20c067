import type { Labels } from "../base/labels.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { checkedGroups, type Fold, foldsFrom } from "./fold.ts";
import { ParamSplitter } from "./param-splitter.ts";

/**
 * Tests on one group at a time and learns from all others; groups in sorted order. Needs `groups`.
 * @example
 * const folds = new LeaveOneGroupOut().split([[1], [2], [3]], ["a", "b", "a"], ["kit 1", "kit 1", "kit 2"]);
 * display(folds.length);
 */
export class LeaveOneGroupOut extends ParamSplitter {
  protected static override readonly splitterName = "LeaveOneGroupOut";
  static override readonly params = {};

  /** It has no parameters: the groups are given with the rows. Throws when it is given any. */
  constructor(params: Readonly<Record<string, never>> = {}) {
    super(params);
  }

  /** One fold for each group. Throws when `groups` is missing or there are fewer than two groups. */
  split(X: MatrixLike, _y: Labels | undefined, groups?: Labels): Fold[] {
    const { classes, codes } = checkedGroups(X, groups, "LeaveOneGroupOut");
    if (classes.length < 2) {
      throw new RangeError(`LeaveOneGroupOut needs at least two groups, but groups has ${classes.length}`);
    }
    return foldsFrom(codes, classes.length);
  }
}
