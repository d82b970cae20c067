import type { Labels } from "../base/labels.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { seed, wholeNumber, yesOrNo } from "../base/params.ts";
import { RandomState } from "../random-state.ts";
import { type Fold, foldsFrom, rowCount } from "./fold.ts";
import { ParamSplitter } from "./param-splitter.ts";

/**
 * Parts the rows into `nSplits` test sets of the same size, as they come: the first rows, the next, and so on.
 * With `shuffle` they are put into a random order before. The same folds as scikit-learn's.
 * @example
 * const folds = new KFold({nSplits: 2}).split([[1], [2], [3], [4]]);
 * display(folds[0].test);
 */
export class KFold extends ParamSplitter {
  protected static override readonly splitterName: string = "KFold";
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
      /** Whether rows are put into a random order first. */
      shuffle?: boolean;
      /** The seed of that order: a whole number from 0. */
      randomState?: number;
    } = {},
  ) {
    super(params);
  }

  /** One fold for each test set; classes play no part. Throws when there are fewer rows than folds. */
  split(X: MatrixLike, _y?: Labels): Fold[] {
    const random = this.shuffle ? new RandomState(this.randomState) : null;
    return evenFolds(rowCount(X), this.nSplits, random, "KFold");
  }
}

/** The folds of `KFold`, shuffled by `random` if there is one; `who` is named in messages. */
function evenFolds(rows: number, nSplits: number, random: RandomState | null, who: string): Fold[] {
  if (rows < nSplits) {
    throw new RangeError(
      `${who}: nSplits must be at most the number of rows, which is ${rows}, but it is ${nSplits}`,
    );
  }
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  random?.shuffle(order);
  const testFold = new Int32Array(rows);
  let from = 0;
  for (let fold = 0; fold < nSplits; fold++) {
    const size = Math.floor(rows / nSplits) + (fold < rows % nSplits ? 1 : 0);
    for (let i = from; i < from + size; i++) testFold[order[i]!] = fold;
    from += size;
  }
  return foldsFrom(testFold, nSplits);
}
