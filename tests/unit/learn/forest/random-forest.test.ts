import { expect, test } from "vitest";
import {
  DecisionTreeClassifier,
  fromJSON,
  RandomForestClassifier,
  RandomForestRegressor,
  RandomState,
} from "../../../../src/learn/index.ts";

const random = new RandomState(4);
const X = Array.from({ length: 80 }, () => [random.normal(), random.normal(), random.normal()]);
const y = X.map(([a, b]) => (a! + b! > 0 ? "clap" : a! > 0 ? "kick" : "tom"));
const t = X.map(([a, b]) => a! * 2 - b!);

test("one tree without drawn rows and with all features is a decision tree", () => {
  const forest = new RandomForestClassifier({ nEstimators: 1, bootstrap: false, maxFeatures: null });
  const tree = new DecisionTreeClassifier();
  const grid = X.map(([a, b, c]) => [b!, c!, a!]);
  expect(forest.fit(X, y).predict(grid)).toEqual(tree.fit(X, y).predict(grid));
});

test("the first trees of a forest are those of a smaller one", () => {
  for (const make of [
    (nEstimators: number) => new RandomForestClassifier({ nEstimators, randomState: 3 }).fit(X, y),
    (nEstimators: number) => new RandomForestRegressor({ nEstimators, randomState: 3 }).fit(X, t),
  ]) {
    const along = make(12).predictAlong(X, "nEstimators", [12, 1, 5]);
    expect(along).toEqual([make(12).predict(X), make(1).predict(X), make(5).predict(X)]);
  }
});

test("it cannot predict along another parameter, nor with more trees than it has", () => {
  const forest = new RandomForestClassifier({ nEstimators: 3 }).fit(X, y);
  expect(forest.predictsAlong("maxDepth")).toBe(false);
  expect(() => forest.predictAlong(X, "maxDepth", [1])).toThrow("nEstimators");
  expect(() => forest.predictAlong(X, "nEstimators", [2, 4])).toThrow("at most 3");
});

test("fitSteps yields after each tree, and only then has it fitted the forest", () => {
  const forest = new RandomForestClassifier({ nEstimators: 4 });
  const steps = forest.fitSteps(X, y);
  expect(steps.next().value).toEqual({ trees: 1 });
  expect(() => forest.predict(X)).toThrow("has not been fitted");
  expect([...steps].map((step) => step.trees)).toEqual([2, 3, 4]);
  expect(forest.estimators).toHaveLength(4);
});

test("the probabilities are the mean of the trees'", () => {
  const forest = new RandomForestClassifier({ nEstimators: 5 }).fit(X, y);
  const each = forest.estimators.map((tree) => tree.predictProba(X).data);
  for (const [at, share] of forest.predictProba(X).data.entries()) {
    expect(share).toBeCloseTo(each.reduce((sum, data) => sum + data[at]!, 0) / 5, 12);
  }
});

test("what does not matter to y has little importance, and the score on rows not drawn is honest", () => {
  const forest = new RandomForestClassifier({ oobScore: true }).fit(X, y);
  const [a, b, noise] = forest.featureImportances;
  expect(noise).toBeLessThan(Math.min(a!, b!));
  expect(a! + b! + noise!).toBeCloseTo(1, 12);
  expect(forest.outOfBagScore).toBeLessThan(forest.score(X, y));
  expect(fromJSON(forest.toJSON())).toEqual(forest);
});

test("a forest that draws no rows is not told how to draw or judge them", () => {
  const withoutBags = { bootstrap: false, nEstimators: 2 };
  expect(() => new RandomForestClassifier({ ...withoutBags, oobScore: true }).fit(X, y)).toThrow("oobScore");
  expect(() => new RandomForestRegressor({ ...withoutBags, maxSamples: 5 }).fit(X, t)).toThrow("maxSamples");
  expect(() => new RandomForestRegressor({ maxSamples: 81 }).fit(X, t)).toThrow("80, but it is 81");
});

test("rows without weight change nothing, even where a tree draws no other", () => {
  const sampleWeight = X.map((_, i) => (i === 0 ? 1 : 0));
  const forest = new RandomForestClassifier({ nEstimators: 5 }).fit(X, y, { sampleWeight });
  expect(new Set(forest.predict(X))).toEqual(new Set([y[0]]));
});

test("it gives numbers where a tree draws no row that has a weight", () => {
  const sampleWeight = y.map((_, i) => (i === 0 ? 1 : 0));
  for (const classWeight of [null, "balanced", "balanced_subsample"] as const) {
    const forest = new RandomForestClassifier({ nEstimators: 8, classWeight });
    const shares = forest.fit(X, y, { sampleWeight }).predictProba(X).data;
    expect(shares.every(Number.isFinite)).toBe(true);
  }
});

test("more trees than memory holds are refused", () => {
  expect(() => new RandomForestClassifier({ nEstimators: 1e9 })).toThrow(
    "nEstimators must be a whole number from 1 to 10000",
  );
});

test("a share of the rows that ends in a half is rounded to the even number", () => {
  const [few, labels] = [X.slice(0, 5), y.slice(0, 5)];
  const said = (maxSamples: number) =>
    new RandomForestClassifier({ nEstimators: 9, maxSamples }).fit(few, labels).predictProba(X).data;
  expect(said(0.5)).toEqual(said(2));
  expect(said(0.7)).toEqual(said(4));
});

test("while a large tree grows, fitSteps yields now and then how many there are", () => {
  const wide = Array.from({ length: 2000 }, () => Array.from({ length: 60 }, () => random.normal()));
  const target = wide.map(([a, b]) => a! - b!);
  const seen = [...new RandomForestRegressor({ nEstimators: 2, maxDepth: 6 }).fitSteps(wide, target)];
  const counts = seen.map(({ trees }) => trees);
  expect(counts).toEqual(counts.toSorted());
  expect(counts.filter((trees) => trees === 0).length).toBeGreaterThan(0);
  expect(counts.at(-1)).toBe(2);
});
