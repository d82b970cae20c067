import type { Labels } from "../base/labels.ts";
import type { Predictor } from "../base/learner.ts";
import { checkOptions } from "../base/options.ts";
import type { Samples } from "../compose/step.ts";
import { predictRange } from "./predict-range.ts";
import { type CrossValidationOptions, optionNames, pooledScore, prepare } from "./prepare.ts";
import { drain, type Step } from "./steps.ts";
import { mean } from "./sums.ts";
import { withParam } from "./with-params.ts";

/** How an estimator does with one value of the parameter. */
export type CurvePoint<Value = unknown> = {
  value: Value;
  /** The score on the rows learned from, mean over folds. */
  trainScore: number;
  /** The score of the predictions for held-out rows of all folds, pooled. */
  validationScore: number;
  /** Each fold's own score on its held-out rows. */
  foldScores: number[];
};

/** One point a value, in the order of `paramRange`. */
export type ValidationCurve<Value = unknown> = {
  /** The parameter that was varied. */
  paramName: string;
  /** All values that are tried. */
  paramRange: Value[];
  /** What is known of each: its value, training and validation score, and the scores of its folds. */
  points: CurvePoint<Value>[];
};

export type ValidationCurveOptions<Value = unknown> = CrossValidationOptions & {
  /** The parameter to vary, as `setParams` knows it: "nNeighbors", or "knn__nNeighbors" in a pipeline. */
  paramName: string;
  /** The values to try. */
  paramRange: ArrayLike<Value>;
};

/**
 * Cross-validates `estimator` with each value of one parameter, on the same folds.
 * Throws as `crossValidate`, and when the parameter is unknown or a value not allowed.
 *
 * @param estimator a model with `fit` and `predict`: one of this course, or an object of your own
 * @param X the samples, one a row
 * @param y the class of each row, or for a regressor its number
 * @example
 * const {X, y} = await datasets.load("drum-test");
 * const curve = await validationCurve(new KNeighborsClassifier(), X, y, {paramName: "nNeighbors", paramRange: [1, 5, 9]});
 * display(curve.points);
 */
export function validationCurve<Value>(
  estimator: Predictor,
  X: Samples,
  y: Labels,
  options: ValidationCurveOptions<Value>,
): ValidationCurve<Value> {
  return drain(validationCurveSteps(estimator, X, y, options));
}

/**
 * As `validationCurve`, one fit (or step of one) at a time, the values spread over the whole range first. An estimator that can
 * predict for many values from one fit does so: its points come in two lots.
 *
 * @param estimator a model with `fit` and `predict`: one of this course, or an object of your own
 * @param X the samples, one a row
 * @param y the class of each row, or for a regressor its number
 * @example
 * const X = [[1], [2], [8], [9]];
 * const steps = learn.validationCurveSteps(new KNeighborsClassifier(), X, ["a", "a", "b", "b"], {
 *   paramName: "nNeighbors",
 *   paramRange: [1, 2],
 *   cv: new StratifiedKFold({nSplits: 2})
 * });
 * for (const {progress} of steps) display(progress);
 */
export function* validationCurveSteps<Value>(
  estimator: Predictor,
  X: Samples,
  y: Labels,
  options: ValidationCurveOptions<Value>,
): Generator<Step<ValidationCurve<Value>>, ValidationCurve<Value>> {
  checkOptions("validationCurve", ["paramName", "paramRange", ...optionNames], options);
  const { paramName, paramRange } = options;
  const { folds, labels, classes, scorer } = prepare(estimator, X, y, options);
  if (typeof paramName !== "string" || typeof paramRange !== "object" || !("length" in (paramRange ?? {}))) {
    throw new TypeError(
      'validationCurve needs a parameter and its values: {paramName: "nNeighbors", paramRange: [1, 3, 5]}',
    );
  }
  const values = Array.from(paramRange);
  if (estimator.clone) for (const value of values) withParam(estimator, paramName, value);
  const points: CurvePoint<Value>[] = [];
  const curve = () => ({ paramName, paramRange: values, points: points.filter(Boolean) });

  let partial = curve();
  for (const { progress, completed } of predictRange(
    estimator,
    folds,
    { paramName, values },
    scorer.needs,
    classes,
  )) {
    for (const { index, folds: results } of completed) {
      const ofTest = results.map(({ test }) => test);
      points[index] = {
        value: values[index]!,
        trainScore: mean(results.map(({ train }, f) => scorer.score(folds[f]!.yTrain, train))),
        validationScore: pooledScore(labels, folds, ofTest, scorer),
        foldScores: ofTest.map((answer, f) => scorer.score(folds[f]!.yTest, answer)),
      };
    }
    if (completed.length > 0) partial = curve();
    yield { progress, partial };
  }
  return curve();
}
