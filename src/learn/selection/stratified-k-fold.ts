import { checkSameLength, encodeLabels, type Labels } from "../base/labels.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { seed, wholeNumber, yesOrNo } from "../base/params.ts";
import { RandomState } from "../random-state.ts";
import { type Fold, foldsFrom, rowCount } from "./fold.ts";
import { ParamSplitter } from "./param-splitter.ts";

/**
 * Parts the rows into `nSplits` test sets, each with about the same share of every class. Rows stay in their
 * order unless `shuffle`; then `randomState` seeds the order. The same folds as scikit-learn's.
 * @example
 * const folds = new StratifiedKFold({nSplits: 2}).split([[1], [2], [3], [4]], ["a", "a", "b", "b"]);
 * display(folds[0].test);
 */
export class StratifiedKFold extends ParamSplitter {
  protected static override readonly splitterName: string = "StratifiedKFold";
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
      /** Whether rows are dealt out at random, not in their order. */
      shuffle?: boolean;
      /** The seed of that order: a whole number from 0. */
      randomState?: number;
    } = {},
  ) {
    super(params);
  }

  /**
   * One fold for each test set. Throws when every class has fewer rows than there are folds; a class with fewer
   * is simply missing from some test sets.
   */
  split(X: MatrixLike, y: Labels): Fold[] {
    const random = this.shuffle ? new RandomState(this.randomState) : null;
    return stratifiedFolds(X, y, this.nSplits, random, "StratifiedKFold");
  }
}

/** The folds of `StratifiedKFold`, shuffled by `random` if there is one; `who` is named in messages. */
export function stratifiedFolds(
  X: MatrixLike,
  y: Labels,
  nSplits: number,
  random: RandomState | null,
  who: string,
): Fold[] {
  const { codes: sortedCodes } = encodeLabels(y);
  checkSameLength("X", rowCount(X), "y", y.length);
  const codes = byAppearance(sortedCodes);
  const counts: number[] = [];
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  checkLargestClass(counts, nSplits, who);

  const testFold = new Int32Array(y.length);
  let sorted = 0; // how many rows the classes before this one have
  for (const [code, count] of counts.entries()) {
    // Dealing out the rows sorted by class, one to each fold in turn, says how many of a class each fold gets.
    const folds = Int32Array.from({ length: count }, (_, i) => (sorted + i) % nSplits).sort();
    sorted += count;
    random?.shuffle(folds);
    let next = 0;
    for (let row = 0; row < codes.length; row++) if (codes[row] === code) testFold[row] = folds[next++]!;
  }
  return foldsFrom(testFold, nSplits);
}

/** Throws when every class has fewer rows than there are folds. */
export function checkLargestClass(counts: readonly number[], nSplits: number, who: string): void {
  const largest = counts.reduce((most, count) => Math.max(most, count), 0);
  if (largest < nSplits) {
    throw new RangeError(
      `${who}: nSplits must be at most the number of rows of the most frequent class, which is ${largest}, but it is ${nSplits}`,
    );
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
