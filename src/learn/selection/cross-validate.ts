import type { Label, Labels } from "../base/labels.ts";
import { cloned, type Predictor } from "../base/learner.ts";
import { checkOptions } from "../base/options.ts";
import type { Samples } from "../compose/step.ts";
import { answerOf } from "./answer.ts";
import type { Fold } from "./fold.ts";
import {
  type CrossValidationOptions,
  optionNames,
  type PreparedFold,
  pool,
  pooledScore,
  prepare,
} from "./prepare.ts";
import type { Answer, Scorer } from "./scoring.ts";
import { drain, fitPausing, inParts, type Pausing, type Step } from "./steps.ts";
import { mean } from "./sums.ts";

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
 * @param y the class of each row, or for a regressor its number
 * @example
 * const {X, y, groups} = await datasets.load("drums");
 * const scores = await crossValidate(new KNeighborsClassifier(), X, y, {cv: new LeaveOneGroupOut(), groups});
 * display(scores.pooled.score);
 */
export function crossValidate(
  estimator: Predictor,
  X: Samples,
  y: Labels,
  options: CrossValidationOptions = {},
): CrossValidation {
  return drain(crossValidateSteps(estimator, X, y, options));
}

/**
 * As `crossValidate`, one fold at a time. An estimator of ours that fits in steps yields after each, too.
 *
 * @param estimator a model with `fit` and `predict`: one of this course, or an object of your own
 * @param X the samples, one a row
 * @param y the class of each row, or for a regressor its number
 * @example
 * const X = [[1], [2], [8], [9]];
 * const steps = learn.crossValidateSteps(new DummyClassifier(), X, ["a", "a", "b", "b"], {cv: new StratifiedKFold({nSplits: 2})});
 * for (const {progress} of steps) display(progress);
 */
export function* crossValidateSteps(
  estimator: Predictor,
  X: Samples,
  y: Labels,
  options: CrossValidationOptions = {},
): Generator<Step<PartialCrossValidation>, CrossValidation> {
  checkOptions("crossValidate", optionNames, options);
  const { folds, labels, classes, scorer } = prepare(estimator, X, y, options);
  const parts = yield* inParts(
    folds.length,
    (i) => fitFold(cloned(estimator), folds[i]!, scorer, classes),
    (done) => ({ folds: done.map(({ result }) => result) }),
  );
  return whole(folds, labels, scorer, parts);
}

/** Fits `model` on a fold and tests it on the rows held out. */
export function* testFold(
  model: Predictor,
  { XTrain, yTrain, XTest, yTest }: PreparedFold,
  scorer: Scorer,
  classes: readonly Label[],
): Pausing<{ testScore: number; answer: Answer }> {
  yield* fitPausing(model, XTrain, yTrain);
  const answer = answerOf(model, XTest, scorer.needs, classes);
  return { testScore: scorer.score(yTest, answer), answer };
}

/** As `testFold`, and asks it about the rows that it has learned from, too. */
export function* fitFold(
  model: Predictor,
  fold: PreparedFold,
  scorer: Scorer,
  classes: readonly Label[],
): Pausing<{ result: FoldResult; answer: Answer }> {
  const { testScore, answer } = yield* testFold(model, fold, scorer, classes);
  const { train, test, XTrain, yTrain } = fold;
  const trainScore = scorer.score(yTrain, answerOf(model, XTrain, scorer.needs, classes));
  return { result: { train, test, trainScore, testScore, predictions: answer.labels }, answer };
}

/** The folds taken together. */
export function whole<Result extends FoldResult>(
  folds: readonly PreparedFold[],
  labels: readonly Label[],
  scorer: Scorer,
  parts: readonly { result: Result; answer: Answer }[],
): CrossValidation & { folds: Result[] } {
  const results = parts.map(({ result }) => result);
  const answers = parts.map(({ answer }) => answer);
  const predictions = pool(
    folds,
    results.map((fold) => fold.predictions),
    labels.length,
  );
  return {
    folds: results,
    pooled: { score: pooledScore(labels, folds, answers, scorer), predictions },
    trainScore: mean(results.map((fold) => fold.trainScore)),
  };
}
