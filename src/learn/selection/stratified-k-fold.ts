import { checkSameLength, encodeLabels, type Labels } from "../base/labels.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { checkParams, seed, wholeNumber } from "../base/params.ts";
import { RandomState } from "../random-state.ts";
import { type Fold, foldsFrom, rowCount } from "./fold.ts";

const rules = {
  nSplits: wholeNumber(5, 2),
  shuffle: {
    default: false,
    allows: (value: unknown) => typeof value === "boolean",
    allowed: "true or false",
  },
  randomState: seed,
};

/**
 * Parts the rows into `nSplits` test sets, each with about the same share of every class. Rows stay in their
 * order unless `shuffle`; then `randomState` seeds the order. The same folds as scikit-learn's.
 * @example
 * const folds = new StratifiedKFold({nSplits: 2}).split([[1], [2], [3], [4]], ["a", "a", "b", "b"]);
 * display(folds[0].test);
 */
export class StratifiedKFold {
  readonly nSplits: number;
  readonly shuffle: boolean;
  readonly randomState: number;

  constructor(
    params: {
      /** How many test sets, 2 or more. */
      nSplits?: number;
      /** Whether rows are dealt out at random, not in their order. */
      shuffle?: boolean;
      /** The seed of that order: a whole number from 0. */
      randomState?: number;
    } = {},
  ) {
    checkParams("StratifiedKFold", rules, params);
    this.nSplits = params.nSplits ?? 5;
    this.shuffle = params.shuffle ?? false;
    this.randomState = params.randomState ?? 0;
  }

  /**
   * One fold for each test set. Throws when every class has fewer rows than there are folds; a class with fewer
   * is simply missing from some test sets.
   */
  split(X: MatrixLike, y: Labels): Fold[] {
    checkSameLength("X", rowCount(X), "y", y.length);
    const { nSplits } = this;
    const codes = byAppearance(encodeLabels(y).codes);
    const counts: number[] = [];
    for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
    const largest = Math.max(0, ...counts);
    if (largest < nSplits) {
      throw new RangeError(
        `StratifiedKFold: nSplits must be at most the number of rows of the most frequent class, which is ${largest}, but it is ${nSplits}`,
      );
    }

    const testFold = new Int32Array(y.length);
    const random = new RandomState(this.randomState);
    let sorted = 0; // how many rows the classes before this one have
    for (const [code, count] of counts.entries()) {
      // Dealing out the rows sorted by class, one to each fold in turn, says how many of a class each fold gets.
      const folds = Int32Array.from({ length: count }, (_, i) => (sorted + i) % nSplits).sort();
      sorted += count;
      if (this.shuffle) random.shuffle(folds);
      let next = 0;
      for (let row = 0; row < codes.length; row++) if (codes[row] === code) testFold[row] = folds[next++]!;
    }
    return foldsFrom(testFold, nSplits);
  }
}

/** The same classes numbered in the order in which they first occur. */
function byAppearance(codes: Int32Array): Int32Array {
  const numbers = new Map<number, number>();
  return codes.map((code) => {
    if (!numbers.has(code)) numbers.set(code, numbers.size);
    return numbers.get(code)!;
  });
}
