import { describe, expect, test } from "vitest";
import {
  crossValidate,
  DecisionTreeClassifier,
  GaussianNB,
  GridSearch,
  GroupKFold,
  GroupShuffleSplit,
  HalvingSearch,
  KFold,
  learningCurve,
  permutationTestScore,
  RandomizedSearch,
  RepeatedStratifiedKFold,
  type ScoringName,
  type SearchRow,
  ShuffleSplit,
  StratifiedGroupKFold,
  StratifiedKFold,
  StratifiedShuffleSplit,
  trainTestSplit,
} from "../../../../src/learn/index.ts";
import { allData, figures } from "../data.ts";
import { foldNumbers } from "../fixtures.ts";

type Rows = [train: number[], test: number[]];
type Found = {
  params: [maxDepth: number, minSamplesLeaf: number][];
  mean_test_score: number[];
  std_test_score: number[];
  rank_test_score: number[];
  iter?: number[];
  n_resources?: number[];
  best: number;
};
type Answers = {
  kFold: [number, number | null, number[]][];
  groupKFold: [number, number[]][];
  stratifiedGroupKFold: [number, number | null, number[]][];
  repeated: number[];
  shuffleSplit: Rows[];
  stratifiedShuffleSplit: Rows[];
  groupShuffleSplit: Rows[];
  trainTest: Rows;
  trainTestStratified: Rows;
  learningCurve: [number[], number[][], number[][]];
  permutation: Record<"rows" | "groups", [number, number[], number]>;
  scores: Record<string, number[]>;
  grid: Found;
  randomized: Found;
  halving: Found;
};

const sklearn = figures<Record<string, Answers>>("selection/selection");
const asArrays = (folds: { train: Int32Array; test: Int32Array }[]) =>
  folds.map(({ train, test }) => [Array.from(train), Array.from(test)]);
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function expectFound({ cvResults, bestIndex }: { cvResults: SearchRow[]; bestIndex: number }, found: Found) {
  expect(cvResults.map(({ params }) => [params.maxDepth, params.minSamplesLeaf])).toEqual(found.params);
  expect(cvResults.map((row) => row.meanTestScore)).toEqual(found.mean_test_score);
  expect(cvResults.map((row) => row.stdTestScore)).toEqual(found.std_test_score);
  expect(cvResults.map((row) => row.rankTestScore)).toEqual(found.rank_test_score);
  if (found.iter) expect(cvResults.map((row) => row.iteration)).toEqual(found.iter);
  if (found.n_resources) expect(cvResults.map((row) => row.nResources)).toEqual(found.n_resources);
  expect(bestIndex).toBe(found.best);
}

describe.each(allData)("on the data $name", ({ name, X, y, groups }) => {
  const answers = sklearn[name]!;
  const estimator = new DecisionTreeClassifier({ randomState: 0 });
  const cv = new StratifiedKFold({ nSplits: 4, shuffle: true, randomState: 3 });

  test("rows fall into scikit-learn's folds", () => {
    const seeded = (nSplits: number, seed: number | null) => ({
      nSplits,
      shuffle: seed !== null,
      randomState: seed ?? 0,
    });
    for (const [nSplits, seed, numbers] of answers.kFold) {
      expect(foldNumbers(new KFold(seeded(nSplits, seed)).split(X), y.length)).toEqual(numbers);
    }
    for (const [nSplits, numbers] of answers.groupKFold) {
      expect(foldNumbers(new GroupKFold({ nSplits }).split(X, y, groups), y.length)).toEqual(numbers);
    }
    for (const [nSplits, seed, numbers] of answers.stratifiedGroupKFold) {
      const splitter = new StratifiedGroupKFold(seeded(nSplits, seed));
      expect(foldNumbers(splitter.split(X, y, groups), y.length)).toEqual(numbers);
    }
    const repeated = new RepeatedStratifiedKFold({ nSplits: 3, nRepeats: 2, randomState: 4 }).split(X, y);
    expect(foldNumbers(repeated.slice(3), y.length)).toEqual(answers.repeated);
  });

  test("rows are drawn as scikit-learn draws them, in its order", () => {
    const shuffled = new ShuffleSplit({ nSplits: 1, testSize: 0.15, randomState: 6 });
    expect(asArrays(shuffled.split(X))).toEqual(answers.shuffleSplit);
    const params = { nSplits: 1, testSize: 20, trainSize: 0.3, randomState: 7 };
    expect(asArrays(new StratifiedShuffleSplit(params).split(X, y))).toEqual(answers.stratifiedShuffleSplit);
    const byGroup = new GroupShuffleSplit({ nSplits: 1, randomState: 2 });
    expect(asArrays(byGroup.split(X, y, groups))).toEqual(answers.groupShuffleSplit);
    expect(asArrays([trainTestSplit(X, y, { randomState: 11 })])).toEqual([answers.trainTest]);
    const stratified = trainTestSplit(X, y, { testSize: 0.4, stratify: y, randomState: 12 });
    expect(asArrays([stratified])).toEqual([answers.trainTestStratified]);
  });

  test("searches try the same candidates, with the same scores and ranks, and choose the same", () => {
    const paramGrid = { minSamplesLeaf: [1, 5], maxDepth: [1, 2, 4, 8] };
    expectFound(new GridSearch({ estimator, paramGrid, cv }).fit(X, y), answers.grid);
    const paramDistributions = { maxDepth: { integers: [1, 9] as const }, minSamplesLeaf: [1, 2, 5] };
    const random = new RandomizedSearch({ estimator, paramDistributions, nIter: 6, cv, randomState: 2 });
    expectFound(random.fit(X, y), answers.randomized);
    const two = new StratifiedKFold({ nSplits: 2 });
    const halving = new HalvingSearch({ estimator, paramGrid, cv: two, randomState: 5, factor: 2 });
    expectFound(halving.fit(X, y), answers.halving);
  });

  test("a learning curve has the same sizes and scores", () => {
    const curve = learningCurve(estimator, X, y, { cv, shuffle: true, randomState: 9 });
    expect([
      curve.trainSizes,
      curve.points.map(({ trainScores }) => trainScores),
      curve.points.map(({ foldScores }) => foldScores),
    ]).toEqual(answers.learningCurve);
  });

  test.each(["rows", "groups"] as const)("labels permuted over %s score the same", (over) => {
    const options = { cv, nPermutations: 8, randomState: 1, groups: over === "groups" ? groups : null };
    const { score, permutationScores, pValue } = permutationTestScore(estimator, X, y, options);
    expect([score, permutationScores, pValue]).toEqual(answers.permutation[over]);
  });

  test.each(Object.entries(answers.scores))("the score %s is the same", (score, expected) => {
    const scoring = camel(score) as ScoringName;
    const { folds } = crossValidate(new GaussianNB(), X, y, { cv, scoring });
    // Logarithms and sums of probabilities, added up in another order.
    folds.forEach(({ testScore }, i) => {
      expect(Math.abs(testScore - expected[i]!)).toBeLessThan(1e-12 * Math.max(1, Math.abs(expected[i]!)));
    });
  });
});
