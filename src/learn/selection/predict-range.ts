import type { Label } from "../base/labels.ts";
import { cloned, type Predictor } from "../base/learner.ts";
import { shown } from "../base/shown.ts";
import { isRevivable } from "../from-json.ts";
import { coarseFirst } from "./coarse-first.ts";
import { checkedPredictions, type PreparedFold } from "./prepare.ts";

/** What a model that was fitted on a fold predicts for its training rows and for those held out. */
export type FoldPredictions = { train: Label[]; test: Label[] };

/** Predictions of all folds for the parameter's value at `index`. */
export type ValuePredictions = { index: number; folds: FoldPredictions[] };

/** A copy of `estimator` with one parameter set. A learner's own object may have it as a plain property. */
export function withParam<T extends Predictor>(estimator: T, paramName: string, value: unknown): T {
  const model = cloned(estimator);
  if (model.setParams) model.setParams({ [paramName]: value });
  else if (paramName in model) Object.assign(model, { [paramName]: value });
  else throw new TypeError(`The estimator has neither setParams nor a property ${shown(paramName)}`);
  return model;
}

/**
 * Fits and predicts on every fold with every value of a parameter. Yields after each fit the values that it
 * completed, and how much of the work is done, 0 to 1. An estimator of ours that can predict for all values from
 * one fit does so (not a subclass: it may predict in a way of its own).
 */
export function* predictRange(
  estimator: Predictor,
  folds: readonly PreparedFold[],
  paramName: string,
  values: readonly unknown[],
): Generator<{ progress: number; completed: ValuePredictions[] }, void> {
  if (values.length === 0) return;
  const together = isRevivable(estimator) && estimator.predictsAlong?.(paramName);
  yield* (together ? predictTogether : predictOneByOne)(estimator, folds, paramName, values);
}

function* predictOneByOne(
  estimator: Predictor,
  folds: readonly PreparedFold[],
  paramName: string,
  values: readonly unknown[],
) {
  const total = values.length * folds.length;
  let done = 0;
  for (const index of coarseFirst(values.length)) {
    const results: FoldPredictions[] = [];
    for (const { XTrain, yTrain, XTest } of folds) {
      const model = withParam(estimator, paramName, values[index]);
      model.fit(XTrain, yTrain);
      results.push({
        train: checkedPredictions(model.predict(XTrain), XTrain.rows),
        test: checkedPredictions(model.predict(XTest), XTest.rows),
      });
      const completed = results.length === folds.length ? [{ index, folds: results }] : [];
      yield { progress: ++done / total, completed };
    }
  }
}

function* predictTogether(
  estimator: Predictor,
  folds: readonly PreparedFold[],
  paramName: string,
  values: readonly unknown[],
) {
  const completed: ValuePredictions[] = values.map((_, index) => ({ index, folds: [] }));
  for (const [f, { XTrain, yTrain, XTest }] of folds.entries()) {
    const model = withParam(estimator, paramName, values[0]);
    model.fit(XTrain, yTrain);
    const train = model.predictAlong!(XTrain, paramName, values);
    const test = model.predictAlong!(XTest, paramName, values);
    for (const { index, folds } of completed) folds.push({ train: train[index]!, test: test[index]! });
    yield { progress: (f + 1) / folds.length, completed: f + 1 === folds.length ? completed : [] };
  }
}
