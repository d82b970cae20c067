import fc from "fast-check";
import { expect, test } from "vitest";
import { DecisionTreeRegressor } from "../../../../src/learn/index.ts";

const X = [[1], [2], [4], [8]];

test("it asks where two means fit best, and predicts them", () => {
  const tree = new DecisionTreeRegressor({ maxDepth: 1 }).fit(X, [1, 3, 10, 10]);
  expect(tree.nodes).toEqual([
    { depth: 0, value: 6, size: 4, split: { feature: 0, threshold: 3, leftSize: 2 }, left: 1, right: 2 },
    { depth: 1, value: 2, size: 2, split: null, left: 0, right: 0 },
    { depth: 1, value: 10, size: 2, split: null, left: 0, right: 0 },
  ]);
  expect(tree.predict([[-5], [3], [3.5]])).toEqual([2, 2, 10]);
  expect(tree.apply([[3], [4]])).toEqual(Int32Array.of(1, 2));
});

test("a row of weight 2 counts as the row twice", () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: -20, max: 20 })), {
    minLength: 2,
    maxLength: 20,
  });
  const property = fc.property(rows, (pairs) => {
    const weights = pairs.map((_, i) => i % 3);
    fc.pre(weights.some((weight) => weight > 0));
    const repeated = pairs.flatMap((pair, i) => Array.from({ length: weights[i]! }, () => pair));
    const table = (list: [number, number][]) => list.map(([x]) => [x]);
    const numbers = (list: [number, number][]) => list.map(([, y]) => y);
    const weighted = new DecisionTreeRegressor().fit(table(pairs), numbers(pairs), { sampleWeight: weights });
    const plain = new DecisionTreeRegressor().fit(table(repeated), numbers(repeated));
    for (const x of [-1, 0.5, 3.5, 6.5, 10]) {
      expect(weighted.predict([[x]])[0]).toBeCloseTo(plain.predict([[x]])[0]!, 9);
    }
  });
  fc.assert(property, { seed: 3, numRuns: 60 });
});

test("a number whose square is too large is refused, saying which", () => {
  expect(() => new DecisionTreeRegressor().fit(X, [1, 2, 1e200, 4])).toThrow("item 2 is 1e+200");
});
