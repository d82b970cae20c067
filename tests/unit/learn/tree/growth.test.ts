import fc from "fast-check";
import { expect, test } from "vitest";
import { DecisionTreeClassifier, DecisionTreeRegressor } from "../../../../src/learn/index.ts";

// 0 | 1 | 2 2 …: the first question that helps most is the one between 4 and 5.
const X = Array.from({ length: 10 }, (_, i) => [i]);
const y = ["a", "b", "a", "b", "a", "c", "c", "c", "c", "d"];

test("with maxLeafNodes it asks first what helps most, and fitSteps tells of nodes in that order", () => {
  const tree = new DecisionTreeClassifier({ maxLeafNodes: 2 });
  expect(tree.fit(X, y).nodes.map(({ split }) => split?.threshold)).toEqual([4.5, undefined, undefined]);
  tree.setParams({ maxLeafNodes: 3 });
  // Both halves are parted once more, as far as leaves are left: the d helps more than an a or b.
  const asked = [...tree.fitSteps(X, y)].flatMap(({ split }) => (split ? [split.threshold] : []));
  expect(asked).toEqual([4.5, 8.5]);
  expect(tree.getNLeaves()).toBe(3);
});

test("with as many leaves as it likes, best first asks the same as depth first", () => {
  const property = fc.property(
    fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(3)), { minLength: 2, maxLength: 30 }),
    (rows) => {
      const [X, t] = [rows.map(([x]) => [x]), rows.map(([, t]) => t)];
      const best = new DecisionTreeRegressor({ maxLeafNodes: 1000 }).fit(X, t);
      const deep = new DecisionTreeRegressor().fit(X, t);
      expect(best.predict(X)).toEqual(deep.predict(X));
      expect(best.getNLeaves()).toBe(deep.getNLeaves());
    },
  );
  fc.assert(property, { seed: 3, numRuns: 100 });
});

test("a leaf holds at least minWeightFractionLeaf of the weight", () => {
  const sampleWeight = X.map((_, i) => i + 1);
  const tree = new DecisionTreeClassifier({ minWeightFractionLeaf: 0.3 }).fit(X, y, { sampleWeight });
  expect(tree.getNLeaves()).toBeGreaterThan(1);
  for (const { counts } of tree.nodes) {
    expect(counts.reduce((sum, weight) => sum + weight)).toBeGreaterThanOrEqual(0.3 * 55);
  }
});

test("each step of the path of pruning is the smallest ccpAlpha that cuts off so much", () => {
  for (const model of [new DecisionTreeClassifier(), new DecisionTreeRegressor()]) {
    const target = model instanceof DecisionTreeClassifier ? y : y.map((label) => label.charCodeAt(0));
    const { ccpAlphas, impurities } = model.costComplexityPruningPath(X, target as never);
    expect(ccpAlphas[0]).toBe(0);
    expect(ccpAlphas).toEqual(ccpAlphas.toSorted((a, b) => a - b));
    expect(impurities).toEqual(impurities.toSorted((a, b) => a - b));
    const leaves = (ccpAlpha: number) =>
      model
        .clone()
        .setParams({ ccpAlpha })
        .fit(X, target as never)
        .getNLeaves();
    for (const alpha of ccpAlphas.filter((alpha) => alpha > 0)) {
      expect(leaves(alpha)).toBeLessThan(leaves(alpha * (1 - 1e-9)));
    }
    expect(leaves(ccpAlphas.at(-1)!)).toBe(1);
  }
});

test("cutting off changes neither what was asked above nor what the nodes there say", () => {
  const whole = new DecisionTreeClassifier().fit(X, y).nodes;
  const some = new DecisionTreeClassifier({ ccpAlpha: 0.06 }).fit(X, y).nodes;
  expect(some.length).toBeLessThan(whole.length);
  const same = (at: number, of: number): void => {
    const [part, all] = [some[at]!, whole[of]!];
    expect(part.counts).toEqual(all.counts);
    if (part.split === null) return;
    expect(part.split).toEqual(all.split);
    same(part.left, all.left);
    same(part.right, all.right);
  };
  same(0, 0);
});
