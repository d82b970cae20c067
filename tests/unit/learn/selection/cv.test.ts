import { expect, test } from "vitest";
import {
  crossValidate,
  crossValPredict,
  fromJSON,
  GridSearch,
  KFold,
  KNeighborsClassifier,
  KNeighborsRegressor,
  permutationTestScore,
  RandomState,
  StratifiedKFold,
} from "../../../../src/learn/index.ts";

const random = new RandomState(4);
const X = Array.from({ length: 30 }, () => [random.normal(), random.normal()]);
const y = X.map(([a]) => (a! > 0 ? "up" : "down"));
const numbers = X.map(([a, b]) => a! - b!);
const knn = new KNeighborsClassifier();

test("cv may be how many folds the usual splitter makes", () => {
  const of3 = new StratifiedKFold({ nSplits: 3 });
  expect(crossValidate(knn, X, y, { cv: 3 })).toEqual(crossValidate(knn, X, y, { cv: of3 }));
  const regressor = new KNeighborsRegressor();
  expect(crossValPredict(regressor, X, numbers, { cv: 3 })).toEqual(
    crossValPredict(regressor, X, numbers, { cv: new KFold({ nSplits: 3 }) }),
  );
});

test("cv may be the folds themselves, plain arrays too, or a splitter that yields them", () => {
  const folds = new KFold({ nSplits: 3 }).split(X);
  const expected = crossValidate(knn, X, y, { cv: new KFold({ nSplits: 3 }) });
  expect(crossValidate(knn, X, y, { cv: folds })).toEqual(expected);
  const plain = folds.map(({ train, test }) => ({ train: [...train], test: [...test] }));
  expect(crossValidate(knn, X, y, { cv: plain })).toEqual(expected);
  const own = { *split() { yield* folds; } }; // biome-ignore format: one line
  expect(crossValidate(knn, X, y, { cv: own as never })).toEqual(expected);
  expect(permutationTestScore(knn, X, y, { cv: plain, nPermutations: 2 })).toEqual(
    permutationTestScore(knn, X, y, { cv: new KFold({ nSplits: 3 }), nPermutations: 2 }),
  );
});

test("a search keeps such a cv through JSON", () => {
  for (const cv of [3, new KFold({ nSplits: 3 }).split(X), new KFold({ nSplits: 3 }), null]) {
    const search = new GridSearch({ estimator: knn, paramGrid: { nNeighbors: [1, 3] }, cv });
    const again = fromJSON(JSON.parse(JSON.stringify(search))) as GridSearch;
    expect(again.cv).toEqual(cv);
    expect(again.fit(X, y).cvResults).toEqual(search.fit(X, y).cvResults);
  }
});

test.each([
  [1, "a number of folds from 2 on, or a list of folds such as [{train: [0, 1], test: [2]}], but it is 1"],
  [2.5, "but it is 2.5"],
  ["5", 'but it is "5"'],
  [KFold, "but it is a function: write new before its name"],
  [31, "StratifiedKFold: nSplits must be at most the number of rows of the most frequent class"],
  [[], "cv must give at least one fold such as {train: [0, 1], test: [2]}, but it gave an array of 0"],
  [
    { split: () => null },
    "cv must give at least one fold such as {train: [0, 1], test: [2]}, but it gave null",
  ],
  [[{ train: [0, 1] }], "at least one row in each, but test of fold 0 is undefined"],
  [[null], "but train of fold 0 is undefined"],
  [[{ train: [0, 1], test: [] }], "but test of fold 0 is an array of 0"],
  [[{ train: [0, 1], test: [30] }], "must name rows of X, 0 to 29, but test of fold 0 has 30"],
  [[{ train: [0, -1], test: [3] }], "but train of fold 0 has -1"],
  [[{ train: [0, 0.5], test: [3] }], "but train of fold 0 has 0.5"],
  [[{ train: [0, "1"], test: [3] }], 'but train of fold 0 has "1"'],
])("another cv is refused: %#", (cv, message) => {
  expect(() => crossValidate(knn, X, y, { cv: cv as never })).toThrow(message);
});
