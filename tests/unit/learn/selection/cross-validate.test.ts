import { expect, test } from "vitest";
import {
  crossValidate,
  crossValidateSteps,
  DecisionTreeClassifier,
  KNeighborsClassifier,
  LeaveOneGroupOut,
  type PartialCrossValidation,
  RandomState,
  StratifiedKFold,
} from "../../../../src/learn/index.ts";

const random = new RandomState(9);
const X = Array.from({ length: 60 }, () => [random.normal(), random.normal()]);
const y = X.map(([a, b]) => (a! + 0.5 * b! + random.normal() > 0 ? "up" : "down"));
const groups = X.map((_, i) => (i < 40 ? "big" : i < 55 ? "middle" : "small"));

test("the pooled score counts every row once, so it differs from the mean over groups of different size", () => {
  const cv = new LeaveOneGroupOut();
  const { folds, pooled } = crossValidate(new KNeighborsClassifier(), X, y, { cv, groups });
  const right = y.filter((label, row) => pooled.predictions[row] === label).length;
  expect(pooled.score).toBe(right / y.length);
  const overFolds = folds.reduce((sum, { testScore }) => sum + testScore, 0) / folds.length;
  expect(Math.abs(pooled.score - overFolds)).toBeGreaterThan(0.001);
});

test("each fold is a fresh fit on its training rows", () => {
  const model = new DecisionTreeClassifier({ maxDepth: 3 });
  const { folds, trainScore } = crossValidate(model, X, y);
  for (const { train, test, ...fold } of folds) {
    const rows = (indices: Int32Array) => Array.from(indices, (i) => X[i]!);
    const labels = (indices: Int32Array) => Array.from(indices, (i) => y[i]!);
    const byHand = model.clone().fit(rows(train), labels(train));
    expect(fold).toEqual({
      predictions: byHand.predict(rows(test)),
      trainScore: byHand.score(rows(train), labels(train)),
      testScore: byHand.score(rows(test), labels(test)),
    });
  }
  expect(trainScore).toBe(folds.reduce((sum, fold) => sum + fold.trainScore, 0) / 5);
  expect(() => model.predict(X)).toThrow("has not been fitted");
});

test("rows that are in no test set have no prediction", () => {
  const cv = { split: () => [{ train: Int32Array.of(0, 1, 2, 3, 4, 5), test: Int32Array.of(6, 8) }] };
  const { pooled } = crossValidate(new KNeighborsClassifier(), X, y, { cv });
  expect(pooled.predictions.flatMap((label, row) => (label === null ? [] : [row]))).toEqual([6, 8]);
});

test("its steps yield the folds so far, and end with the same result", () => {
  const cv = new StratifiedKFold({ nSplits: 3 });
  const whole = crossValidate(new KNeighborsClassifier(), X, y, { cv });
  const steps = crossValidateSteps(new KNeighborsClassifier(), X, y, { cv });
  const seen: { progress: number; partial: PartialCrossValidation }[] = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) seen.push(step.value);
  expect(seen).toEqual(
    [1, 2, 3].map((n) => ({ progress: n / 3, partial: { folds: whole.folds.slice(0, n) } })),
  );
  expect(step.value).toEqual(whole);
});

test("a learner's own estimator and scoring will do", () => {
  const always = {
    fit() {},
    predict: (rows: { rows?: number }) => Array.from({ length: rows.rows! }, () => "up"),
  };
  const scoring = (yTrue: ArrayLike<unknown>, yPred: ArrayLike<unknown>) =>
    yTrue.length + (yPred[0] === "up" ? 0.5 : 0);
  const { folds, pooled } = crossValidate(always as never, X, y, { scoring });
  expect(folds[0]!.trainScore).toBe(48.5);
  expect(pooled.score).toBe(60.5);
});

test("unfit arguments are refused in plain words", () => {
  const knn = new KNeighborsClassifier();
  expect(() => crossValidate({} as never, X, y)).toThrow("estimator must have the methods fit and predict");
  expect(() => crossValidate(knn, X, y.slice(1))).toThrow("X has 60 and y has 59");
  expect(() => crossValidate(knn, X, y, { cv: 1 })).toThrow("cv must be a splitter");
  expect(() => crossValidate(knn, X, y, { cv: new LeaveOneGroupOut() })).toThrow("needs groups");
  const short = { fit() {}, predict: () => ["up"] };
  expect(() => crossValidate(short, X, y)).toThrow(
    "predict must return one label a row, 12, but it returned 1",
  );
});

test.each([
  [{ folds: 3 }, 'crossValidate has no option "folds": did you mean'],
  [{ group: groups }, 'no option "group": did you mean groups? Its options are cv, groups, scoring'],
  [
    { scoring: "acuracy" },
    'There is no scoring "acuracy": did you mean "accuracy"? There are accuracy, balanced',
  ],
  [
    { scoring: 3 },
    'scoring must be a name such as "accuracy" or a function such as metrics.accuracy, but it is 3',
  ],
  [5, "crossValidate takes its options by name, in braces: {cv, groups, scoring}, but it got 5"],
  [null, "but it got null"],
])("options that it does not have are refused: %#", (options, message) => {
  expect(() => crossValidate(new KNeighborsClassifier(), X, y, options as object)).toThrow(message);
});
