import { checkSameLength, encodeLabels, type Label, type Labels } from "../base/labels.ts";
import { cloned, type Predictor } from "../base/learner.ts";
import { checkOptions } from "../base/options.ts";
import { checkParams, seed, wholeNumber } from "../base/params.ts";
import type { Samples } from "../compose/step.ts";
import { RandomState } from "../random-state.ts";
import { answerOf } from "./answer.ts";
import { splitterFor } from "./cv.ts";
import { MOST_DRAWS } from "./most-draws.ts";
import {
  type CrossValidationOptions,
  checkedRows,
  checkPredictor,
  optionNames,
  prepareFold,
} from "./prepare.ts";
import { scorerFor } from "./scoring.ts";
import { drain, fitPausing, inParts, type Pausing, type Step } from "./steps.ts";
import { mean } from "./sums.ts";

/** A score, and those that chance reaches. */
export type PermutationTest = {
  /** The mean score over folds with the labels as they are. */
  score: number;
  /** The same with the labels shuffled, once for each permutation. */
  permutationScores: number[];
  /** How often chance is at least as good, the real score counted among it: (C + 1) / (permutations + 1). */
  pValue: number;
};
export type PartialPermutationTest = Pick<PermutationTest, "permutationScores"> & Partial<PermutationTest>;

export type PermutationTestOptions = CrossValidationOptions & {
  /** How often the labels are shuffled. */
  nPermutations?: number;
  /** The seed of the shuffles: a whole number from 0. */
  randomState?: number;
};

const rules = { nPermutations: wholeNumber(100, 1, MOST_DRAWS), randomState: seed };

/**
 * Whether a score could be chance: cross-validates with the true labels, and with labels shuffled over the rows
 * (with `groups`: within each group), which have nothing to do with `X` any more. Test 1 of Ojala and Garriga
 * (2010); the same shuffles as scikit-learn's. Throws as `crossValidate`.
 *
 * @param estimator a model with `fit` and `predict`: one of this course, or an object of your own
 * @param X the samples, one a row
 * @param y the class of each row, or for a regressor its number
 * @example
 * const {X, y} = await datasets.load("drum-test");
 * const test = await permutationTestScore(new KNeighborsClassifier(), X, y, {nPermutations: 20});
 * display(test.pValue);
 */
export function permutationTestScore(
  estimator: Predictor,
  X: Samples,
  y: Labels,
  options: PermutationTestOptions = {},
): PermutationTest {
  return drain(permutationTestScoreSteps(estimator, X, y, options));
}

/**
 * As `permutationTestScore`, one permutation (or step of a fit) at a time; the true labels come first.
 *
 * @param estimator a model with `fit` and `predict`: one of this course, or an object of your own
 * @param X the samples, one a row
 * @param y the class of each row, or for a regressor its number
 * @example
 * const X = [[1], [2], [8], [9]];
 * const options = {cv: new StratifiedKFold({nSplits: 2}), nPermutations: 3};
 * const steps = learn.permutationTestScoreSteps(new DummyClassifier(), X, ["a", "a", "b", "b"], options);
 * for (const {progress} of steps) display(progress);
 */
export function* permutationTestScoreSteps(
  estimator: Predictor,
  X: Samples,
  y: Labels,
  options: PermutationTestOptions = {},
): Generator<Step<PartialPermutationTest>, PermutationTest> {
  checkOptions("permutationTestScore", ["nPermutations", "randomState", ...optionNames], options);
  const { cv, groups, scoring, nPermutations = 100, randomState = 0 } = options;
  checkParams("permutationTestScore", rules, { nPermutations, randomState });
  checkPredictor(estimator);
  const splitter = splitterFor(estimator, cv);
  const rows = checkedRows(estimator, X, y, groups);
  const scorer = scorerFor(scoring, estimator, () => rows.classes);
  const shuffled = shuffles(rows.labels, groups, nPermutations, new RandomState(randomState));

  function* scored(index: number): Pausing<number> {
    const labels = index === 0 ? rows.labels : shuffled[index - 1]!;
    const scores: number[] = [];
    for (const fold of splitter.split(rows.samples, labels, groups ?? undefined)) {
      const { XTrain, yTrain, XTest, yTest } = prepareFold(fold, { ...rows, labels });
      const model = cloned(estimator);
      yield* fitPausing(model, XTrain, yTrain);
      scores.push(scorer.score(yTest, answerOf(model, XTest, scorer.needs, rows.classes)));
    }
    return mean(scores);
  }
  const parts = yield* inParts(nPermutations + 1, scored, ([score, ...permutationScores]) => ({
    ...(score !== undefined && { score }),
    permutationScores,
  }));
  const [score, ...permutationScores] = parts as [number, ...number[]];
  const asGood = permutationScores.filter((other) => other >= score).length;
  return { score, permutationScores, pValue: (asGood + 1) / (nPermutations + 1) };
}

function shuffles(
  labels: readonly Label[],
  groups: Labels | null | undefined,
  count: number,
  random: RandomState,
): Label[][] {
  if (!groups) return Array.from({ length: count }, () => random.permutation(labels));
  checkSameLength("y", labels.length, "groups", groups.length);
  const { classes, codes } = encodeLabels(groups, "groups");
  const rowsOf = classes.map(() => [] as number[]);
  for (const [row, group] of codes.entries()) rowsOf[group]!.push(row);
  return Array.from({ length: count }, () => {
    const mixed = [...labels];
    for (const rows of rowsOf) {
      for (const [i, from] of random.permutation(rows).entries()) mixed[rows[i]!] = labels[from]!;
    }
    return mixed;
  });
}
