import { type Label, type Labels, selectLabels } from "../base/labels.ts";
import { checkOptions } from "../base/options.ts";
import type { Samples } from "../compose/step.ts";
import { answerOf } from "./answer.ts";
import type { BaseSearch } from "./base-search.ts";
import { type CrossValidation, type FoldResult, whole } from "./cross-validate.ts";
import { checkSearch } from "./fit-search.ts";
import type { Candidate } from "./parameter-grid.ts";
import { type CrossValidationOptions, optionNames, prepare } from "./prepare.ts";
import type { Answer } from "./scoring.ts";
import { drain, inParts, type Pausing, type Step } from "./steps.ts";

/** An outer fold: what the search chose on its training rows, and how that did on rows that it never saw. */
export type NestedFold = FoldResult & {
  /** The parameters that the search chose. */
  bestParams: Candidate;
  /** Their score within the search. */
  bestScore: number;
};

/** A cross-validation whose folds also tell what was chosen. */
export type NestedCrossValidation = CrossValidation & { folds: NestedFold[] };
export type PartialNestedCrossValidation = Pick<NestedCrossValidation, "folds"> &
  Partial<NestedCrossValidation>;

/**
 * How good a search's choice really is: in each outer fold a copy of the search sees the training rows alone,
 * chooses, and is tested on the rest. The score within the search is too high, since it is the best of many.
 * `groups` go to the outer folds, and those of the training rows to the search. Throws as `crossValidate`.
 *
 * @param search a GridSearch, RandomizedSearch or HalvingSearch, with its own inner folds
 * @param X the samples, one a row
 * @param y the class of each row, or for a regressor its number
 * @example
 * const {X, y} = await datasets.load("drum-test");
 * const search = new GridSearch({estimator: new KNeighborsClassifier(), paramGrid: {nNeighbors: [1, 5, 9]}});
 * const nested = await nestedCrossValidate(search, X, y);
 * display(nested.pooled.score);
 */
export function nestedCrossValidate(
  search: BaseSearch,
  X: Samples,
  y: Labels,
  options: CrossValidationOptions = {},
): NestedCrossValidation {
  return drain(nestedCrossValidateSteps(search, X, y, options));
}

/**
 * As `nestedCrossValidate`, one fit within a search at a time.
 *
 * @param search a GridSearch, RandomizedSearch or HalvingSearch, with its own inner folds
 * @param X the samples, one a row
 * @param y the class of each row, or for a regressor its number
 * @example
 * const cv = new KFold({nSplits: 2});
 * const search = new GridSearch({estimator: new KNeighborsClassifier(), paramGrid: {nNeighbors: [1]}, cv});
 * const steps = learn.nestedCrossValidateSteps(search, [[1], [8], [2], [9]], ["a", "b", "a", "b"], {cv});
 * for (const {progress} of steps) display(progress);
 */
export function* nestedCrossValidateSteps(
  search: BaseSearch,
  X: Samples,
  y: Labels,
  options: CrossValidationOptions = {},
): Generator<Step<PartialNestedCrossValidation>, NestedCrossValidation> {
  checkOptions("nestedCrossValidate", optionNames, options);
  checkSearch(search);
  const { groups } = options;
  const scoring = options.scoring ?? search.scoring;
  const { folds, labels, classes, scorer } = prepare(search.estimator, X, y, { ...options, scoring });
  const refitting = search.clone().setParams({ refit: true });

  function* searched(index: number): Pausing<{ result: NestedFold; answer: Answer }> {
    const { train, test, XTrain, yTrain, XTest, yTest } = folds[index]!;
    const copy = refitting.clone();
    const steps = copy.fitSteps(XTrain, yTrain, groups ? { groups: selectLabels(groups, train) } : {});
    while (!steps.next().done) yield;
    const trainScore = scorer.score(yTrain, answerOf(copy, XTrain, scorer.needs, classes));
    const answer = answerOf(copy, XTest, scorer.needs, classes);
    const testScore = scorer.score(yTest, answer);
    const predictions: Label[] = answer.labels;
    const { bestParams, bestScore } = copy;
    return { result: { train, test, trainScore, testScore, predictions, bestParams, bestScore }, answer };
  }
  const parts = yield* inParts(folds.length, searched, (done) => ({
    folds: done.map(({ result }) => result),
  }));
  return whole(folds, labels, scorer, parts);
}
