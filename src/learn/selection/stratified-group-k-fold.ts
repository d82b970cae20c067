import { checkSameLength, encodeLabels, type Labels } from "../base/labels.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { seed, wholeNumber, yesOrNo } from "../base/params.ts";
import { RandomState } from "../random-state.ts";
import { countsOf, enoughGroups, type Fold, foldsFrom, rowCount } from "./fold.ts";
import { ParamSplitter } from "./param-splitter.ts";
import { checkLargestClass } from "./stratified-k-fold.ts";
import { deviation, mean } from "./sums.ts";

/**
 * Parts the rows into `nSplits` test sets so that a group is never on both sides, and classes are as evenly
 * spread as whole groups allow. Needs `groups`. The same folds as scikit-learn 1.2's (whose `shuffle` also mixes
 * up which group has which classes, so that the spread is then by chance).
 * @example
 * const cv = new StratifiedGroupKFold({nSplits: 2});
 * const folds = cv.split([[1], [2], [3], [4]], ["a", "b", "a", "b"], ["kit 1", "kit 1", "kit 2", "kit 2"]);
 * display(folds[0].test);
 */
export class StratifiedGroupKFold extends ParamSplitter {
  protected static override readonly splitterName = "StratifiedGroupKFold";
  static override readonly params = {
    nSplits: wholeNumber(5, 2),
    shuffle: yesOrNo(false),
    randomState: seed,
  };
  declare readonly nSplits: number;
  declare readonly shuffle: boolean;
  declare readonly randomState: number;

  constructor(
    params: {
      /** How many test sets, 2 or more. */
      nSplits?: number;
      /** Whether groups are dealt out in a random order. */
      shuffle?: boolean;
      /** The seed of that order: a whole number from 0. */
      randomState?: number;
    } = {},
  ) {
    super(params);
  }

  /**
   * One fold for each test set. Throws when `groups` is missing, there are fewer groups than folds, or every class
   * has fewer rows than there are folds.
   */
  split(X: MatrixLike, y: Labels, groups?: Labels): Fold[] {
    const { nSplits } = this;
    const labels = encodeLabels(y);
    checkSameLength("X", rowCount(X), "y", y.length);
    const classCounts = countsOf(labels.codes, labels.classes.length);
    checkLargestClass(classCounts, nSplits, "StratifiedGroupKFold");
    const { classes, codes } = enoughGroups(X, groups, "StratifiedGroupKFold", "nSplits", nSplits);

    const perGroup = classes.map(() => classCounts.map(() => 0));
    for (const [row, group] of codes.entries()) perGroup[group]![labels.codes[row]!]!++;
    if (this.shuffle) new RandomState(this.randomState).shuffle(perGroup);
    const spread = perGroup.map(deviation);
    // The most lopsided groups first: they are the hardest to place. Equals keep their order.
    const order = spread.map((_, group) => group).sort((a, b) => spread[b]! - spread[a]!);

    const perFold = Array.from({ length: nSplits }, () => classCounts.map(() => 0));
    const foldOfGroup = new Int32Array(classes.length);
    for (const group of order) {
      const fold = bestFold(perFold, perGroup[group]!, classCounts);
      for (const [c, count] of perGroup[group]!.entries()) perFold[fold]![c]! += count;
      foldOfGroup[group] = fold;
    }
    return foldsFrom(
      codes.map((group) => foldOfGroup[group]!),
      nSplits,
    );
  }
}

/** Where a group is best put: where the classes' shares then differ least between folds; of equals the emptiest. */
function bestFold(
  perFold: readonly number[][],
  group: readonly number[],
  classCounts: readonly number[],
): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  let fewest = Number.POSITIVE_INFINITY;
  for (const [fold, counts] of perFold.entries()) {
    const unevenness = mean(classCounts.map((total, c) => variation(perFold, fold, c, group[c]!, total)));
    const rows = counts.reduce((sum, count) => sum + count, 0);
    if (unevenness < least || (isClose(unevenness, least) && rows < fewest)) {
      least = unevenness;
      fewest = rows;
      best = fold;
    }
  }
  return best;
}

/**
 * How the share of a class would vary over the folds with `more` of it in one. A table of several classes numpy
 * adds up row by row, that of a single one as a list.
 */
function variation(
  perFold: readonly number[][],
  changed: number,
  c: number,
  more: number,
  total: number,
): number {
  const shares = perFold.map((counts, fold) => (counts[c]! + (fold === changed ? more : 0)) / total);
  if (perFold[0]!.length === 1) return deviation(shares);
  const inOrder = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const middle = inOrder(shares);
  return Math.sqrt(inOrder(shares.map((share) => (share - middle) * (share - middle))));
}

function isClose(a: number, b: number): boolean {
  return Number.isFinite(b) && Math.abs(a - b) <= 1e-8 + 1e-5 * Math.abs(b);
}
