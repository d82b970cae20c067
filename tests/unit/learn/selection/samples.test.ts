import { describe, expect, test } from "vitest";
import {
  biasVariance,
  bootstrapScore,
  ColumnTransformer,
  crossValidate,
  crossValPredict,
  GridSearch,
  KNeighborsClassifier,
  learningCurve,
  Matrix,
  MultinomialNB,
  nestedCrossValidate,
  OneHotEncoder,
  Pipeline,
  permutationTestScore,
  RandomState,
  SimpleImputer,
  StandardScaler,
  StratifiedKFold,
  TfidfVectorizer,
  trainTestSplit,
  validationCurve,
} from "../../../../src/learn/index.ts";

const random = new RandomState(12);
const y = Array.from({ length: 40 }, (_, i) => (i % 2 ? "fast" : "slow"));
const gaps = y.map((label, i) => [
  i % 7 === 3 ? Number.NaN : random.normal() + (label === "fast" ? 2 : 0),
  i,
]);
const imputing = () =>
  new Pipeline([
    ["impute", new SimpleImputer()],
    ["knn", new KNeighborsClassifier()],
  ]);
const byHand = () => {
  const { folds } = crossValidate(
    new KNeighborsClassifier(),
    gaps.map(() => [0]),
    y,
  );
  return folds.map(({ train, test }) => {
    const of = <T>(rows: Int32Array, all: readonly T[]) => Array.from(rows, (row) => all[row]!);
    return imputing().fit(of(train, gaps), of(train, y)).score(of(test, gaps), of(test, y));
  });
};

test("what is missing is filled in from the training rows of each fold alone", () => {
  const scores = byHand();
  const matrix = new Matrix(Float64Array.from(gaps.flat()), 40, 2);
  const withNulls = gaps.map((row) => row.map((value) => (Number.isNaN(value) ? null : value)));
  for (const X of [gaps, matrix, withNulls]) {
    const { folds } = crossValidate(imputing(), X as never, y);
    expect(folds.map(({ testScore }) => testScore)).toEqual(scores);
  }
});

describe("rows that hold more than finite numbers are taken by", () => {
  const options = { cv: new StratifiedKFold({ nSplits: 2 }) };
  const grid = () => new GridSearch({ estimator: imputing(), paramGrid: { knn__nNeighbors: [1, 3] } });
  const calls: [string, () => unknown][] = [
    ["crossValPredict", () => crossValPredict(imputing(), gaps, y, options)],
    ["learningCurve", () => learningCurve(imputing(), gaps, y, { ...options, trainSizes: [0.5, 1] })],
    [
      "validationCurve",
      () =>
        validationCurve(imputing(), gaps, y, { ...options, paramName: "knn__nNeighbors", paramRange: [1] }),
    ],
    [
      "permutationTestScore",
      () => permutationTestScore(imputing(), gaps, y, { ...options, nPermutations: 2 }),
    ],
    ["bootstrapScore", () => bootstrapScore(imputing(), gaps, y, { nDraws: 3 })],
    ["biasVariance", () => biasVariance(imputing(), gaps, y, { nDraws: 3, XTest: gaps, yTest: y })],
    [
      "a search",
      () =>
        grid()
          .fit(gaps, y)
          .score(gaps as never, y),
    ],
    ["nestedCrossValidate", () => nestedCrossValidate(grid(), gaps, y, options)],
  ];
  test.each(calls)("%s", (_, call) => {
    expect(call).not.toThrow();
  });
});

test("texts, and rows of text and numbers, are cross-validated", () => {
  const texts = y.map((label, i) => `${label === "fast" ? "up tempo drums" : "quiet piano"} ${i % 3}`);
  const reading = new Pipeline([
    ["words", new TfidfVectorizer()],
    ["bayes", new MultinomialNB()],
  ]);
  expect(crossValidate(reading, texts, y).pooled.score).toBe(1);
  const keys = y.map((label, i) => [i, label === "fast" ? "C" : "Am"]);
  const columns = new ColumnTransformer({
    transformers: [
      ["tempo", new StandardScaler(), [0]],
      ["key", new OneHotEncoder(), [1]],
    ],
  });
  const mixed = new Pipeline([
    ["columns", columns],
    ["knn", new KNeighborsClassifier()],
  ]);
  expect(crossValidate(mixed, keys as never, y).pooled.score).toBe(1);
});

test("an estimator that cannot take them says so, counting rows in all of X", () => {
  const own = { fit() {}, predict: () => [] };
  const message = "X must hold finite numbers only, but row 3, column 0 is NaN";
  expect(() => crossValidate(new KNeighborsClassifier(), gaps, y)).toThrow(message);
  expect(() => crossValidate(own, gaps, y)).toThrow(message);
  const scaling = new Pipeline([
    ["scale", new StandardScaler()],
    ["knn", new KNeighborsClassifier()],
  ]);
  expect(() => crossValidate(scaling, gaps, y)).toThrow(message);
  const words = gaps.map(([, b], i) => [b!, i === 31 ? "loud" : 1]);
  expect(() => crossValidate(imputing(), words as never, y)).toThrow('row 31, column 1 is "loud"');
  expect(() => crossValidate(imputing(), "X" as never, y)).toThrow("X must be a Matrix or an array of rows");
});

test("they are parted into rows to learn from and rows to test on", () => {
  const { XTrain, XTest, train, test } = trainTestSplit(gaps, y);
  expect(XTrain).toEqual(new Matrix(Float64Array.from([...train].flatMap((row) => gaps[row]!)), 30, 2));
  expect(XTest.rows).toBe(10);
  expect(() => trainTestSplit(new Array(40), y)).toThrow("an array whose first item is undefined");
  const texts = y.map((label, i) => `${label} ${i}`);
  expect(trainTestSplit(texts, y).XTest).toEqual([...test].map((row) => texts[row]));
});
