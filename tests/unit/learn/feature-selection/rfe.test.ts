import { expect, test } from "vitest";
import {
  DecisionTreeClassifier,
  DummyClassifier,
  fromJSON,
  Matrix,
  RandomState,
  RFE,
  VarianceThreshold,
} from "../../../../src/learn/index.ts";

const random = new RandomState(4);
const X = Array.from({ length: 60 }, () => Array.from({ length: 5 }, () => random.normal()));
const y = X.map((row) => (row[1]! > 0 ? (row[3]! > 0 ? "a" : "b") : "c"));

test("the columns that decide are kept, and the model of them predicts", () => {
  const estimator = new DecisionTreeClassifier();
  const rfe = new RFE({ estimator, nFeaturesToSelect: 2 }).fit(X, y);
  expect(rfe.getSupport(true)).toEqual([1, 3]);
  expect(rfe.ranking.toSorted()).toEqual([1, 1, 2, 3, 4]);
  expect(rfe.score(X, y)).toBe(1);
  expect(() => estimator.predict(X)).toThrow("has not been fitted");
  const copy = fromJSON(JSON.parse(JSON.stringify(rfe))) as RFE;
  expect(copy.predict(X)).toEqual(rfe.predict(X));
  expect(rfe.clone().getParams().estimator__maxDepth).toBe(null);
});

test("each round tells what it left out", () => {
  const rounds = [
    ...new RFE({ estimator: new DecisionTreeClassifier(), step: 2, nFeaturesToSelect: 2 }).fitSteps(X, y),
  ];
  expect(rounds.map(({ eliminated }) => eliminated.length)).toEqual([2, 1]);
  expect(rounds.at(-1)!.columns).toEqual([1, 3]);
});

test("coefficients count by their squares, over all classes", () => {
  const linear = {
    fit() {},
    predict: () => [],
    coef: new Matrix(Float64Array.of(1, -3, 2, 2, 0, 2.5), 2, 3),
  };
  const first = new RFE({ estimator: linear as never }).fitSteps([[1, 2, 3]], ["a"]).next();
  expect((first.value as { importances: number[] }).importances).toEqual([5, 9, 10.25]);
});

test("a model that tells no importances is refused", () => {
  expect(() => new RFE({ estimator: new DummyClassifier() }).fit(X, y)).toThrow(
    "must have coef or featureImportances",
  );
  expect(() => new RFE({} as never)).toThrow("estimator must be an estimator with fit");
  expect(() => new RFE({ estimator: new DummyClassifier(), step: 0 })).toThrow("step must be");
});

test("constant columns are left out, and not all can be", () => {
  const table = [
    [1, 0.1, 5],
    [2, 0.1, 5],
    [4, 0.1, 6],
  ];
  expect(new VarianceThreshold().fit(table).getSupport()).toEqual([true, false, true]);
  expect(() => new VarianceThreshold({ threshold: 9 }).fit(table)).toThrow(
    "no column of X has a variance above 9",
  );
});
