import { expect, test } from "vitest";
import {
  fromJSON,
  GradientBoostingClassifier,
  GradientBoostingRegressor,
  RandomState,
} from "../../../../src/learn/index.ts";

const random = new RandomState(9);
const X = Array.from({ length: 90 }, () => [random.normal(), random.normal()]);
const y = X.map(([a, b]) => (a! * b! > 0 ? "clap" : a! > 0 ? "kick" : "tom"));
const t = X.map(([a, b]) => a! * 2 - b! * b!);
const options = { maxIter: 12, minSamplesLeaf: 4 };

test("each round makes the loss on the training rows smaller", () => {
  for (const steps of [
    new GradientBoostingClassifier(options).fitSteps(X, y),
    new GradientBoostingRegressor(options).fitSteps(X, t),
  ]) {
    const seen = [...steps];
    expect(seen.map(({ iteration }) => iteration)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    for (let i = 1; i < 12; i++) expect(seen[i]!.trainLoss).toBeLessThan(seen[i - 1]!.trainLoss);
  }
});

test("the loss it yields is the log loss of its probabilities", () => {
  const model = new GradientBoostingClassifier(options);
  const losses = [...model.fitSteps(X, y)];
  const { data } = model.predictProba(X);
  const classes = model.classes;
  const loss =
    y.reduce((sum, label, i) => sum - Math.log(data[i * 3 + classes.indexOf(label)]!), 0) / y.length;
  expect(losses.at(-1)!.trainLoss).toBeCloseTo(loss, 10);
});

test("its stages are what fewer rounds give", () => {
  const model = new GradientBoostingClassifier(options).fit(X, y);
  const short = new GradientBoostingClassifier({ ...options, maxIter: 5 }).fit(X, y);
  expect([...model.stagedPredict(X)][4]).toEqual(short.predict(X));
  expect(model.predictAlong(X, "maxIter", [12, 5])).toEqual([model.predict(X), short.predict(X)]);
  expect(() => short.predictAlong(X, "maxIter", [6])).toThrow("at most 5");
  const numbers = new GradientBoostingRegressor(options).fit(X, t);
  expect(numbers.predictAlong(X, "maxIter", [12])).toEqual([numbers.predict(X)]);
});

test("a rate of 1 and one tree without limits gives the mean of equal rows", () => {
  const table = [[1], [1], [2], [2]];
  const model = new GradientBoostingRegressor({ maxIter: 1, learningRate: 1, minSamplesLeaf: 1 });
  const [low, high] = model.fit(table, [1, 3, 10, 12]).predict([[0], [9]]);
  // Gradients are kept in 32 bits.
  expect(low).toBeCloseTo(2, 5);
  expect(high).toBeCloseTo(11, 5);
});

test("with fewer rows than two leaves need it says how frequent the classes are", () => {
  const model = new GradientBoostingClassifier({ maxIter: 2 }).fit(
    [[1], [2], [3], [4]],
    ["a", "b", "b", "b"],
  );
  expect(model.predictProba([[1]]).data[1]).toBeCloseTo(0.75, 12);
});

test("it survives JSON, and refuses one class and numbers that are too large", () => {
  const model = new GradientBoostingClassifier(options).fit(X, y);
  expect(fromJSON(model.toJSON())).toEqual(model);
  expect(() => new GradientBoostingClassifier().fit([[1], [2]], ["a", "a"])).toThrow("at least two classes");
  expect(() => new GradientBoostingRegressor().fit([[1], [2]], [1, 1e40])).toThrow("item 1 is 1e+40");
});

test("where X is large, fitSteps also yields after each tree how the last round ended", () => {
  const wide = Array.from({ length: 1700 }, () => Array.from({ length: 60 }, () => random.normal()));
  const labels = wide.map(([a, b]) => (a! > 0 ? "clap" : b! > 0 ? "kick" : "tom"));
  const model = new GradientBoostingClassifier({ maxIter: 2, maxLeafNodes: 3 });
  const seen = [...model.fitSteps(wide, labels)];
  expect(seen.map(({ iteration }) => iteration)).toEqual([0, 0, 1, 1, 1, 2]);
  expect(new Set(seen.map(({ trainLoss }) => trainLoss)).size).toBe(3);
});
