import { checkSameLength, type Label, type Labels, selectLabels, uniqueLabels } from "../base/labels.ts";
import type { Predictor } from "../base/learner.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { shown } from "../base/shown.ts";
import { accuracy } from "../metrics/accuracy.ts";
import type { Fold, Splitter } from "./fold.ts";
import { StratifiedKFold } from "./stratified-k-fold.ts";

/** How good predictions are; larger is better. */
export type Scoring = (yTrue: Labels, yPred: Labels) => number;

/** How a cross-validation is done. */
export type CrossValidationOptions = {
  /** What makes the folds; by default `new StratifiedKFold()`, five folds without shuffling. */
  cv?: Splitter;
  /** For each row the group that it belongs to; handed to `cv`. */
  groups?: Labels;
  /** How good predictions are, larger is better; by default `metrics.accuracy`. */
  scoring?: Scoring;
};

/** The names of the options of every cross-validation. */
export const optionNames = ["cv", "groups", "scoring"] as const;

/** A fold with its rows and labels at hand. */
export type PreparedFold = Fold & { XTrain: Matrix; yTrain: Label[]; XTest: Matrix; yTest: Label[] };

/** Checks the arguments of a cross-validation and takes the rows of each fold out of `X` and `y`, once. */
export function prepare(
  estimator: Predictor,
  X: MatrixLike,
  y: Labels,
  { cv = new StratifiedKFold(), groups, scoring = accuracy }: CrossValidationOptions,
): { folds: PreparedFold[]; labels: Label[]; scoring: Scoring } {
  if (typeof estimator?.fit !== "function" || typeof estimator.predict !== "function") {
    throw new TypeError(`estimator must have the methods fit and predict, but it is ${shown(estimator)}`);
  }
  if (typeof cv?.split !== "function") {
    throw new TypeError(`cv must be a splitter such as new StratifiedKFold(), but it is ${shown(cv)}`);
  }
  if (typeof scoring !== "function") {
    throw new TypeError(`scoring must be a function such as metrics.accuracy, but it is ${shown(scoring)}`);
  }
  const matrix = Matrix.from(X);
  uniqueLabels(y);
  checkSameLength("X", matrix.rows, "y", y.length);
  const labels = Array.from(y);
  const folds = cv.split(matrix, labels, groups).map(({ train, test }) => ({
    train,
    test,
    XTrain: matrix.selectRows(train),
    yTrain: selectLabels(labels, train),
    XTest: matrix.selectRows(test),
    yTest: selectLabels(labels, test),
  }));
  return { folds, labels, scoring };
}

/** For each row what was predicted for it when it was held out, as far as `predictions` of the first folds go. */
export function pool(
  folds: readonly Fold[],
  predictions: readonly ArrayLike<Label>[],
  rows: number,
): (Label | null)[] {
  const pooled: (Label | null)[] = Array.from({ length: rows }, () => null);
  for (const [i, predicted] of predictions.entries()) {
    folds[i]!.test.forEach((row, j) => {
      pooled[row] = predicted[j]!;
    });
  }
  return pooled;
}

/** The score of pooled predictions: one over all rows that were held out, so that each row counts once. */
export function pooledScore(
  labels: readonly Label[],
  pooled: readonly (Label | null)[],
  scoring: Scoring,
): number {
  const yTrue: Label[] = [];
  const yPred: Label[] = [];
  for (const [row, predicted] of pooled.entries()) {
    if (predicted === null) continue;
    yTrue.push(labels[row]!);
    yPred.push(predicted);
  }
  return scoring(yTrue, yPred);
}

/** Predictions as a plain array; throws when there is not one for each row. */
export function checkedPredictions(predicted: ArrayLike<Label>, rows: number): Label[] {
  if (predicted?.length !== rows) {
    throw new RangeError(
      `The estimator's predict must return one label a row, ${rows}, but it returned ${predicted?.length ?? shown(predicted)}`,
    );
  }
  return Array.from(predicted);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
