import { isRevivable } from "../base/is-revivable.ts";
import type { Label } from "../base/labels.ts";
import type { Predictor } from "../base/learner.ts";
import { answerOf } from "./answer.ts";
import { coarseFirst } from "./coarse-first.ts";
import type { PreparedFold } from "./prepare.ts";
import type { Answer, Needs } from "./scoring.ts";
import { fitPausing } from "./steps.ts";
import { withParam } from "./with-params.ts";

/** What a model that was fitted on a fold says of its training rows and of those held out. */
export type FoldAnswers = { train: Answer; test: Answer };

/** The answers of all folds for the parameter's value at `index`. */
export type ValueAnswers = { index: number; folds: FoldAnswers[] };

/** A parameter and the values to try. */
export type Range = { paramName: string; values: readonly unknown[] };

type Progress = { progress: number; completed: ValueAnswers[] };

/** How many values are tried first where all could be tried at once. */
const COARSE = 9;

/**
 * Fits and predicts on every fold with every value of a parameter. Yields after each fit, and wherever one pauses,
 * the values that were completed and how much of the work is done, 0 to 1. An estimator of ours that can predict
 * for all values from one fit does so (not a subclass: it may predict in a way of its own).
 */
export function* predictRange(
  estimator: Predictor,
  folds: readonly PreparedFold[],
  range: Range,
  needs: Needs,
  classes: readonly Label[],
): Generator<Progress, void> {
  if (range.values.length === 0) return;
  const together = needs === "labels" && isRevivable(estimator) && estimator.predictsAlong?.(range.paramName);
  if (together) yield* predictTogether(estimator, folds, range);
  else yield* predictOneByOne(estimator, folds, range, needs, classes);
}

function* predictOneByOne(
  estimator: Predictor,
  folds: readonly PreparedFold[],
  { paramName, values }: Range,
  needs: Needs,
  classes: readonly Label[],
): Generator<Progress, void> {
  const total = values.length * folds.length;
  let done = 0;
  for (const index of coarseFirst(values.length)) {
    const results: FoldAnswers[] = [];
    for (const { XTrain, yTrain, XTest } of folds) {
      const model = withParam(estimator, paramName, values[index]);
      const pause: Progress = { progress: done / total, completed: [] };
      const fit = fitPausing(model, XTrain, yTrain);
      while (!fit.next().done) yield pause;
      results.push({
        train: answerOf(model, XTrain, needs, classes),
        test: answerOf(model, XTest, needs, classes),
      });
      const completed = results.length === folds.length ? [{ index, folds: results }] : [];
      yield { progress: ++done / total, completed };
    }
  }
}

function* predictTogether(
  estimator: Predictor,
  folds: readonly PreparedFold[],
  { paramName, values }: Range,
): Generator<Progress, void> {
  // In two rounds, though one would do: a few points over the whole range can be seen after half the time.
  const order = coarseFirst(values.length);
  const rounds = [order.slice(0, COARSE), order.slice(COARSE)].filter((indices) => indices.length > 0);
  let done = 0;
  for (const indices of rounds) {
    const wanted = indices.map((index) => values[index]);
    // A model of a hundred trees can predict for ten, but not the other way round.
    const largest = wanted.reduce((a, b) => ((b as number) > (a as number) ? b : a));
    const completed: ValueAnswers[] = indices.map((index) => ({ index, folds: [] }));
    for (const { XTrain, yTrain, XTest } of folds) {
      const model = withParam(estimator, paramName, largest);
      model.fit(XTrain, yTrain);
      const train = model.predictAlong!(XTrain, paramName, wanted);
      const test = model.predictAlong!(XTest, paramName, wanted);
      for (const [i, { folds }] of completed.entries()) {
        folds.push({
          train: { labels: train[i]!, values: null },
          test: { labels: test[i]!, values: null },
        });
      }
      const finished = completed[0]!.folds.length === folds.length;
      yield { progress: ++done / (rounds.length * folds.length), completed: finished ? completed : [] };
    }
  }
}
