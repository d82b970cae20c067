import fc from "fast-check";
import { expect, test } from "vitest";
import { DecisionTreeClassifier, DecisionTreeRegressor } from "../../../../src/learn/index.ts";

const X = [[1], [2], [4], [8]];
const y = ["low", "low", "high", "high"];

test("it asks where the middle between two values parts the classes best", () => {
  const { nodes } = new DecisionTreeClassifier().fit(X, y);
  expect(nodes).toEqual([
    { depth: 0, counts: [2, 2], split: { feature: 0, threshold: 3, leftSize: 2 }, left: 1, right: 2 },
    { depth: 1, counts: [0, 2], split: null, left: 0, right: 0 },
    { depth: 1, counts: [2, 0], split: null, left: 0, right: 0 },
  ]);
});

test("without a limit it predicts its training rows when no two are equal", () => {
  const rows = fc.uniqueArray(fc.integer({ min: -99, max: 99 }), { minLength: 1, maxLength: 40 });
  const property = fc.property(rows, fc.nat(), (values, seed) => {
    const X = values.map((value) => [value, value % 3]);
    const y = values.map((value, i) => Math.abs(value * 7 + i + seed) % 4);
    expect(new DecisionTreeClassifier({ randomState: seed }).fit(X, y).predict(X)).toEqual(y);
  });
  fc.assert(property, { seed: 5, numRuns: 100 });
});

test("maxDepth, minSamplesSplit and minSamplesLeaf stop it", () => {
  const X = Array.from({ length: 32 }, (_, i) => [i]);
  const y = X.map(([i]) => (i! * 5) % 7);
  const deepest = new DecisionTreeClassifier({ maxDepth: 3 }).fit(X, y);
  expect(deepest.getDepth()).toBe(3);
  const size = (counts: number[]) => counts.reduce((a, b) => a + b);
  for (const { counts, split } of new DecisionTreeClassifier({ minSamplesSplit: 9 }).fit(X, y).nodes) {
    if (split) expect(size(counts)).toBeGreaterThanOrEqual(9);
  }
  const leafy = new DecisionTreeClassifier({ minSamplesLeaf: 4 }).fit(X, y);
  for (const { counts } of leafy.nodes) expect(size(counts)).toBeGreaterThanOrEqual(4);
  expect(leafy.getNLeaves()).toBe(leafy.nodes.filter(({ split }) => !split).length);
});

test("fitSteps yields each node as it is made and has fitted the tree only at the end", () => {
  const whole = new DecisionTreeClassifier().fit(X, y);
  const tree = new DecisionTreeClassifier();
  const steps = tree.fitSteps(X, y);
  const seen = [steps.next().value];
  expect(() => tree.predict(X)).toThrow("has not been fitted");
  seen.push(...steps);
  expect(seen.map((node) => (node as { depth: number }).depth)).toEqual(
    whole.nodes.map(({ depth }) => depth),
  );
  expect(tree.toJSON()).toEqual(whole.toJSON());
});

test("changing the nodes that were read does not change the tree", () => {
  const tree = new DecisionTreeClassifier().fit(X, y);
  (tree.nodes[0] as { split: unknown }).split = null;
  expect(tree.predict(X)).toEqual(y);
});

test("a number that does not fit into 32 bits is refused, saying where", () => {
  expect(() => new DecisionTreeClassifier().fit([[1], [1e39]], y.slice(0, 2))).toThrow(
    "row 1, column 0 is 1e+39",
  );
});

test("a class that counts more is predicted where it was outvoted", () => {
  const X = [[0], [0], [0]];
  const y = ["kick", "kick", "snare"];
  const predict = (classWeight: Record<string, number>) =>
    new DecisionTreeClassifier({ classWeight }).fit(X, y).predict([[0]]);
  expect(predict({ snare: 1 })).toEqual(["kick"]);
  expect(predict({ snare: 3 })).toEqual(["snare"]);
  expect(() => predict({ snair: 3 })).toThrow('classWeight names "snair"');
});

test("weights that leave no row are refused, and those of very different size give numbers", () => {
  expect(() => new DecisionTreeClassifier({ classWeight: { low: 0, high: 0 } }).fit(X, y)).toThrow(
    "classWeight must not leave every row a weight of 0",
  );
  const sampleWeight = [1e-200, 1e90, 1, 1e-200];
  const tree = new DecisionTreeRegressor().fit(X, [1, 2, 3, 4], { sampleWeight });
  expect(tree.featureImportances.every(Number.isFinite)).toBe(true);
  expect(tree.predict(X).every(Number.isFinite)).toBe(true);
});

test("rows of weight 0 are as if they were not there", () => {
  const weighted = new DecisionTreeClassifier().fit(X, y, { sampleWeight: [1, 1, 0, 1] });
  const fewer = new DecisionTreeClassifier().fit([X[0]!, X[1]!, X[3]!], [y[0]!, y[1]!, y[3]!]);
  expect(weighted.nodes).toEqual(fewer.nodes);
});
