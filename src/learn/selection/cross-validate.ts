import type { Label, Labels } from "../base/labels.ts";
import { cloned, type Predictor } from "../base/learner.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import type { Fold } from "./fold.ts";
import {
  type CrossValidationOptions,
  checkedPredictions,
  mean,
  optionNames,
  pool,
  pooledScore,
  prepare,
} from "./prepare.ts";
import { drain, type Step } from "./steps.ts";

/** How a model did on one fold; `predictions` are those for the rows of `test`, in that order. */
export type FoldResult = Fold & { trainScore: number; testScore: number; predictions: Label[] };

/** How a model does on rows that it has not seen, fold by fold and in all. */
export type CrossValidation = {
  /** Each fold's rows (`train`, `test`), scores, and predictions for the rows of `test`. */
  folds: FoldResult[];
  /**
   * All predictions for held-out rows taken together: by row, null where a row was never held out, and their
   * score. This is the score to quote: with groups of different size a mean over folds would weigh a row of a
   * small group more.
   */
  pooled: { score: number; predictions: (Label | null)[] };
  /** The score on the rows learned from, mean over folds. */
  trainScore: number;
};
export type PartialCrossValidation = Pick<CrossValidation, "folds"> & Partial<CrossValidation>;

/**
 * Fits a copy of `estimator` on each fold's training rows and tests it on the rows held out.
 * Throws when `X`, `y` or `groups` are unfit or differ in length, the folds cannot be made, or an option is unknown.
 *
 * @param estimator a model with `fit` and `predict`: one of this course, or an object of your own
 * @param X the samples, one a row
 * @param y the class of each row
 * @example
 * const {X, y, groups} = await datasets.load("drums");
 * const scores = await crossValidate(new KNeighborsClassifier(), X, y, {cv: new LeaveOneGroupOut(), groups});
 * display(scores.pooled.score);
 */
export function crossValidate(
  estimator: Predictor,
  X: MatrixLike,
  y: Labels,
  options: CrossValidationOptions = {},
): CrossValidation {
  return drain(crossValidateSteps(estimator, X, y, options));
}

/**
 * As `crossValidate`, one fold at a time.
 *
 * @param estimator a model with `fit` and `predict`: one of this course, or an object of your own
 * @param X the samples, one a row
 * @param y the class of each row
 * @example
 * const X = [[1], [2], [8], [9]];
 * const steps = learn.crossValidateSteps(new DummyClassifier(), X, ["a", "a", "b", "b"], {cv: new StratifiedKFold({nSplits: 2})});
 * for (const {progress} of steps) display(progress);
 */
export function* crossValidateSteps(
  estimator: Predictor,
  X: MatrixLike,
  y: Labels,
  options: CrossValidationOptions = {},
): Generator<Step<PartialCrossValidation>, CrossValidation> {
  checkOptions("crossValidate", optionNames, options);
  const { folds, labels, scoring } = prepare(estimator, X, y, options);
  const results: FoldResult[] = [];
  for (const { train, test, XTrain, yTrain, XTest, yTest } of folds) {
    const model = cloned(estimator);
    model.fit(XTrain, yTrain);
    const trainScore = scoring(yTrain, checkedPredictions(model.predict(XTrain), train.length));
    const predictions = checkedPredictions(model.predict(XTest), test.length);
    results.push({ train, test, trainScore, testScore: scoring(yTest, predictions), predictions });
    yield { progress: results.length / folds.length, partial: { folds: [...results] } };
  }
  const predictions = pool(
    folds,
    results.map((fold) => fold.predictions),
    labels.length,
  );
  return {
    folds: results,
    pooled: { score: pooledScore(labels, predictions, scoring), predictions },
    trainScore: mean(results.map((fold) => fold.trainScore)),
  };
}
