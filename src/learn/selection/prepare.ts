import { checkSameLength, type Label, type Labels, selectLabels, uniqueLabels } from "../base/labels.ts";
import type { Predictor } from "../base/learner.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { shown } from "../base/shown.ts";
import type { Samples } from "../compose/step.ts";
import { type CV, splitterFor } from "./cv.ts";
import { type Fold, rowCount } from "./fold.ts";
import { checkedSamples, selectRows } from "./samples.ts";
import { type Answer, type Scorer, type Scoring, scorerFor } from "./scoring.ts";

/** How a cross-validation is done. */
export type CrossValidationOptions = {
  /**
   * What makes the folds: a splitter, a number of folds, or a list of folds. By default five, without shuffling:
   * `new StratifiedKFold()`, for a regressor `new KFold()`.
   */
  cv?: CV | null;
  /** For each row the group that it belongs to; handed to `cv`. */
  groups?: Labels | null;
  /**
   * How good predictions are, larger is better: a name such as "f1Macro" or a function such as `metrics.accuracy`.
   * By default "accuracy", for a regressor "r2".
   */
  scoring?: Scoring | null;
};

/** The names of the options of every cross-validation. */
export const optionNames = ["cv", "groups", "scoring"] as const;

/** A fold with its rows and labels at hand. */
export type PreparedFold = Fold & { XTrain: MatrixLike; yTrain: Label[]; XTest: MatrixLike; yTest: Label[] };

/** Checked samples and labels, and the classes that occur. The samples are a Matrix unless they hold more than numbers. */
export type Rows = { samples: MatrixLike; labels: Label[]; classes: Label[] };

/** Throws unless `estimator` has `fit` and `predict`. */
export function checkPredictor(estimator: Predictor): void {
  if (typeof estimator?.fit === "function" && typeof estimator.predict === "function") return;
  const hint = typeof estimator === "function" ? ": write new before its name" : "";
  const lacks =
    typeof estimator?.fit === "function" ? "it has no predict" : `it is ${shown(estimator)}${hint}`;
  throw new TypeError(`estimator must have the methods fit and predict, but ${lacks}`);
}

/** Samples and labels (and groups, if there are any), checked to be of one length, and to be fit for the estimator. */
export function checkedRows(estimator: Predictor, X: Samples, y: Labels, groups?: Labels | null): Rows {
  const classes = uniqueLabels(y);
  const samples = checkedSamples(estimator, X, y);
  checkSameLength("X", rowCount(samples), "y", y.length);
  if (groups) checkSameLength("X", y.length, "groups", groups.length);
  return { samples, labels: Array.from(y), classes };
}

/** The rows and labels of a fold. */
export function prepareFold({ train, test }: Fold, { samples, labels }: Rows): PreparedFold {
  return {
    train,
    test,
    XTrain: selectRows(samples, train),
    yTrain: selectLabels(labels, train),
    XTest: selectRows(samples, test),
    yTest: selectLabels(labels, test),
  };
}

/** Checks the arguments of a cross-validation and takes the rows of each fold out of `X` and `y`, once. */
export function prepare(
  estimator: Predictor,
  X: Samples,
  y: Labels,
  { cv, groups, scoring }: CrossValidationOptions,
): Rows & { folds: PreparedFold[]; scorer: Scorer } {
  checkPredictor(estimator);
  const splitter = splitterFor(estimator, cv);
  // An unknown scoring is told of before anything is said of the rows.
  scorerFor(scoring, estimator, () => [0, 1]);
  const rows = checkedRows(estimator, X, y, groups);
  const scorer = scorerFor(scoring, estimator, () => rows.classes);
  const folds = splitter.split(rows.samples, rows.labels, groups ?? undefined);
  return { ...rows, folds: folds.map((fold) => prepareFold(fold, rows)), scorer };
}

/** For each row what was said of it when it was held out, as far as the `answers` of the first folds go. */
export function pool(
  folds: readonly Fold[],
  answers: readonly ArrayLike<Label>[],
  rows: number,
): (Label | null)[] {
  const pooled: (Label | null)[] = Array.from({ length: rows }, () => null);
  for (const [i, predicted] of answers.entries()) {
    folds[i]!.test.forEach((row, j) => {
      pooled[row] = predicted[j]!;
    });
  }
  return pooled;
}

/** The score of all held-out rows taken together, so that each counts once; of a row held out twice the last time. */
export function pooledScore(
  labels: readonly Label[],
  folds: readonly Fold[],
  answers: readonly Answer[],
  scorer: Scorer,
): number {
  const from: ([fold: number, at: number] | undefined)[] = labels.map(() => undefined);
  for (const [fold, { test }] of folds.entries()) {
    test.forEach((row, at) => {
      from[row] = [fold, at];
    });
  }
  const held = labels.flatMap((_, row) => (from[row] ? [row] : []));
  const cols = answers[0]?.values?.cols;
  const values =
    cols === undefined ? null : new Matrix(new Float64Array(held.length * cols), held.length, cols);
  const yPred = held.map((row, i) => {
    const [fold, at] = from[row]!;
    values?.row(i).set(answers[fold]!.values!.row(at));
    return answers[fold]!.labels[at]!;
  });
  return scorer.score(
    held.map((row) => labels[row]!),
    { labels: yPred, values },
  );
}
