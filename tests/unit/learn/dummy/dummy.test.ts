import { expect, test } from "vitest";
import { DummyClassifier, DummyRegressor, fromJSON } from "../../../../src/learn/index.ts";

const rows = (n: number) => Array.from({ length: n }, () => [0]);

test("drawn classes come with the shares of the training rows, the same ones for the same seed", () => {
  const y = [..."aaaaaabbbc"];
  const model = new DummyClassifier({ strategy: "stratified", randomState: 4 }).fit(rows(10), y);
  const drawn = model.predict(rows(5000));
  const share = (label: string) => drawn.filter((other) => other === label).length / drawn.length;
  // More than four standard deviations.
  for (const [label, expected] of [
    ["a", 0.6],
    ["b", 0.3],
    ["c", 0.1],
  ] as const) {
    expect(Math.abs(share(label) - expected)).toBeLessThan(0.03);
  }
  expect(model.predict(rows(5000))).toEqual(drawn);
  expect(model.setParams({ randomState: 5 }).predict(rows(5000))).not.toEqual(drawn);
});

test("a class without weight is never drawn", () => {
  const model = new DummyClassifier({ strategy: "stratified" }).fit(rows(3), ["a", "b", "c"], {
    sampleWeight: [1, 0, 3],
  });
  expect(new Set(model.predict(rows(500)))).toEqual(new Set(["a", "c"]));
});

test("weights decide which class is the commonest", () => {
  const model = new DummyClassifier().fit(rows(3), ["a", "a", "b"], { sampleWeight: [1, 1, 3] });
  expect(model.predict([[7]])).toEqual(["b"]);
  expect(Array.from(model.classPrior)).toEqual([0.4, 0.6]);
});

test("a constant must be one of the classes", () => {
  const fitted = (constant: string | null) => () =>
    new DummyClassifier({ strategy: "constant", constant }).fit(rows(2), ["a", "b"]);
  expect(fitted("b")().predict(rows(2))).toEqual(["b", "b"]);
  expect(fitted("z")).toThrow('constant must be one of the classes in y, "a", "b", but it is "z"');
  expect(fitted(null)).toThrow("but it is null");
});

test("quantiles lie between the numbers, weighted ones are one of them", () => {
  const predicted = (params: object, options = {}) =>
    new DummyRegressor(params).fit(rows(4), [40, 10, 30, 20], options).predict([[1]])[0];
  expect(predicted({})).toBe(25);
  expect(predicted({ strategy: "median" })).toBe(25);
  expect(predicted({ strategy: "quantile", quantile: 1 })).toBe(40);
  expect(predicted({ strategy: "quantile", quantile: 0.1 })).toBeCloseTo(13, 12);
  expect(predicted({ strategy: "median" }, { sampleWeight: [5, 1, 1, 1] })).toBe(40);
  expect(predicted({ strategy: "quantile", quantile: 0 }, { sampleWeight: [1, 0, 1, 1] })).toBe(20);
  expect(predicted({ strategy: "constant", constant: -3 })).toBe(-3);
});

test("what a strategy needs must be given", () => {
  const fitted = (params: object) => () => new DummyRegressor(params).fit(rows(1), [1]);
  expect(fitted({ strategy: "quantile" })).toThrow(
    'DummyRegressor: quantile must be given for the strategy "quantile"',
  );
  expect(fitted({ strategy: "constant" })).toThrow(
    'DummyRegressor: constant must be given for the strategy "constant"',
  );
  expect(fitted({ strategy: "quantile", quantile: 2 })).toThrow("at least 0 and of at most 1");
});

test("both survive JSON, and no rows give no answers", () => {
  const classifier = new DummyClassifier({ strategy: "uniform", randomState: 2 }).fit(rows(2), [1, 2]);
  const regressor = new DummyRegressor().fit(rows(2), [1, 2]);
  for (const model of [classifier, regressor]) {
    expect(fromJSON(JSON.parse(JSON.stringify(model))).predict!(rows(9))).toEqual(model.predict(rows(9)));
    expect(model.predict([])).toEqual([]);
  }
});
