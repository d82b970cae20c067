import type { Labels } from "../base/labels.ts";
import type { Learner } from "../base/learner.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { shown } from "../base/shown.ts";
import { type Fold, rowCount, type Splitter } from "./fold.ts";
import { KFold } from "./k-fold.ts";
import { ParamSplitter } from "./param-splitter.ts";
import { StratifiedKFold } from "./stratified-k-fold.ts";

/** What makes the folds: a splitter, how many folds the usual splitter is to make, or a list of the folds themselves. */
export type CV = Splitter | number | readonly { train: ArrayLike<number>; test: ArrayLike<number> }[];

/** What `cv` may be, in words. */
export const allowedCV =
  "a splitter such as new StratifiedKFold(), a number of folds from 2 on, or a list of folds such as [{train: [0, 1], test: [2]}]";

/** Whether `cv` can be what makes the folds; the folds of a list are looked at when there are rows. */
export function isCV(cv: unknown): cv is CV {
  if (typeof cv === "number") return Number.isInteger(cv) && cv >= 2;
  return (
    Array.isArray(cv) || (typeof cv === "object" && typeof (cv as Splitter | null)?.split === "function")
  );
}

/**
 * The splitter that `cv` stands for, by default the one for this kind of estimator. Throws when it stands for none,
 * and its `split` when a splitter of the learner's own makes anything but folds of the rows.
 */
export function splitterFor(estimator: Learner, cv: CV | null | undefined): Splitter {
  if (cv !== null && cv !== undefined && !isCV(cv)) {
    throw new TypeError(
      `cv must be ${allowedCV}, but it is ${shown(cv)}${typeof cv === "function" ? ": write new before its name" : ""}`,
    );
  }
  if (ParamSplitter.isOurs(cv)) return cv;
  if (typeof cv === "object" && cv !== null) {
    const split = (X: MatrixLike, y: Labels, groups?: Labels): unknown =>
      "split" in cv ? cv.split(X, y, groups) : cv;
    return { split: (X, y, groups) => checkedFolds(split(X, y, groups), rowCount(X)) };
  }
  const params = cv === null || cv === undefined ? {} : { nSplits: cv };
  return estimator.estimatorType === "regressor" ? new KFold(params) : new StratifiedKFold(params);
}

function checkedFolds(folds: unknown, rows: number): Fold[] {
  const isIterable = typeof folds === "object" && folds !== null && Symbol.iterator in folds;
  const list = isIterable ? Array.from(folds as Iterable<unknown>) : [];
  if (list.length === 0) {
    throw new TypeError(
      `cv must give at least one fold such as {train: [0, 1], test: [2]}, but it gave ${shown(folds)}`,
    );
  }
  return list.map((fold, i) => {
    const { train, test } = (fold ?? {}) as Partial<Record<string, unknown>>;
    return { train: checkedRows(train, "train", i, rows), test: checkedRows(test, "test", i, rows) };
  });
}

function checkedRows(positions: unknown, part: string, fold: number, rows: number): Int32Array {
  const isList = typeof positions === "object" && positions !== null && "length" in positions;
  const list = isList ? Array.from(positions as ArrayLike<unknown>) : [];
  if (list.length === 0) {
    throw new TypeError(
      `Each fold of cv must be {train, test} with at least one row in each, but ${part} of fold ${fold} is ${shown(positions)}`,
    );
  }
  const unfit = list.find(
    (row) => !(Number.isInteger(row) && (row as number) >= 0 && (row as number) < rows),
  );
  if (unfit !== undefined || list.includes(undefined)) {
    throw new RangeError(
      `Each fold of cv must name rows of X, 0 to ${rows - 1}, but ${part} of fold ${fold} has ${shown(unfit)}`,
    );
  }
  return Int32Array.from(list as number[]);
}
