import { checkSameLength, type Label, type Labels, selectLabels, uniqueLabels } from "../base/labels.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { checkParams, seed, yesOrNo } from "../base/params.ts";
import type { Samples } from "../compose/step.ts";
import { RandomState } from "../random-state.ts";
import { asRows } from "./as-rows.ts";
import { type Fold, rowCount } from "./fold.ts";
import { groupDraws } from "./group-shuffle-split.ts";
import { selectRows } from "./samples.ts";
import { drawnFolds } from "./shuffle-split.ts";
import { type PartSizes, partCounts, partSize } from "./split-sizes.ts";
import { stratifiedDraws } from "./stratified-shuffle-split.ts";

/** Rows and labels in two parts, and which rows are in each. */
export type TrainTestSplit<Samples = Matrix> = {
  /** The rows to learn from. */
  XTrain: Samples;
  /** The rows to test on. */
  XTest: Samples;
  /** The labels of the rows to learn from. */
  yTrain: Label[];
  /** The labels of the rows to test on. */
  yTest: Label[];
  /** Which rows of `X` are learned from, in this order. */
  train: Int32Array;
  /** Which rows of `X` are tested on, in this order. */
  test: Int32Array;
};

export type TrainTestOptions = PartSizes & {
  /** The share of the rows (with `groups`: of the groups), or how many, to test on; a quarter unless told otherwise. */
  testSize?: number | null;
  /** The share, or how many, to learn from; by default the rest. */
  trainSize?: number | null;
  /** Whether rows are drawn at random; if not, the first ones are learned from and the last ones tested on. */
  shuffle?: boolean;
  /** The classes that are to have the same share in both parts: `y`, or another label for each row. */
  stratify?: Labels | null;
  /** For each row its group; a group is then never in both parts. */
  groups?: Labels | null;
  /** The seed of the draw: a whole number from 0. */
  randomState?: number;
};

const sizeRules = { testSize: partSize, trainSize: partSize, shuffle: yesOrNo(true), randomState: seed };

/**
 * Parts rows and labels into those to learn from and those to test on. The same rows in the same order as
 * scikit-learn's of the same seed; by groups, those of its `GroupShuffleSplit`.
 *
 * Throws when a part would be empty, a class to stratify by has too few rows, an option is unknown, or options
 * exclude each other.
 *
 * @param X the samples, one a row: numbers, of which some may be missing (NaN), become a Matrix, a list of anything else stays a list
 * @param y the class of each row, or a number
 * @example
 * const {X, y} = await datasets.load("drum-test");
 * const {XTrain, XTest, yTrain, yTest} = learn.trainTestSplit(X, y, {stratify: y, randomState: 7});
 * display(new KNeighborsClassifier().fit(XTrain, yTrain).score(XTest, yTest));
 */
export function trainTestSplit(X: MatrixLike, y: Labels, options?: TrainTestOptions): TrainTestSplit;
export function trainTestSplit<Row>(
  X: ArrayLike<Row>,
  y: Labels,
  options?: TrainTestOptions,
): TrainTestSplit<Row[]>;
export function trainTestSplit(
  X: Samples,
  y: Labels,
  options: TrainTestOptions = {},
): TrainTestSplit<MatrixLike> {
  checkOptions("trainTestSplit", [...Object.keys(sizeRules), "stratify", "groups"], options);
  const { stratify, groups, ...sizes } = options;
  checkParams("trainTestSplit", sizeRules, sizes);
  const samples = asRows(X) ?? Matrix.from(X as MatrixLike);
  uniqueLabels(y);
  checkSameLength("X", rowCount(samples), "y", y.length);
  const { train, test } = splitOnce(samples, options);
  return {
    XTrain: selectRows(samples, train),
    XTest: selectRows(samples, test),
    yTrain: selectLabels(y, train),
    yTest: selectLabels(y, test),
    train,
    test,
  };
}

function splitOnce(
  X: MatrixLike,
  { stratify, groups, shuffle = true, randomState = 0, ...sizes }: TrainTestOptions,
): Fold {
  const who = "trainTestSplit";
  const usual = 0.25;
  if (stratify && groups) {
    throw new TypeError(
      `${who} keeps either groups together or classes in their shares: give stratify or groups`,
    );
  }
  if (!shuffle) {
    if (stratify || groups) {
      throw new TypeError(
        `${who} cannot ${stratify ? "stratify" : "keep groups together"} with shuffle: false`,
      );
    }
    const { nTrain, nTest } = partCounts(rowCount(X), sizes, usual, who);
    const rows = Int32Array.from({ length: nTrain + nTest }, (_, row) => row);
    return { train: rows.slice(0, nTrain), test: rows.slice(nTrain) };
  }
  if (groups) return groupDraws(X, groups, 1, sizes, usual, randomState, who)[0]!;
  const random = new RandomState(randomState);
  if (stratify) return stratifiedDraws(X, stratify, 1, sizes, usual, random, who)[0]!;
  return drawnFolds(rowCount(X), 1, sizes, usual, random, who)[0]!;
}
