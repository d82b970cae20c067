import fc from "fast-check";
import { expect, test } from "vitest";
import { metrics } from "../../../../src/learn/index.ts";

const { adjustedRand, dcg, meanAbsoluteError, meanSquaredError, ndcg, normalizedMutualInfo, r2, silhouette } =
  metrics;

test("errors have the unit of the numbers, or its square", () => {
  expect(meanAbsoluteError([100, 120], [103, 116])).toBe(3.5);
  expect(meanSquaredError([100, 120], [103, 116])).toBe(12.5);
  expect(meanSquaredError([100, 120], [103, 117], { squared: false })).toBe(3);
});

test("R² is 0 for the mean, 1 for the truth, and 0 where the truth never changes", () => {
  expect(r2([1, 2, 6], [3, 3, 3])).toBe(0);
  expect(r2([1, 2, 6], [1, 2, 6])).toBe(1);
  // The mean of three times 0.1 is not 0.1.
  expect(r2([0.1, 0.1, 0.1], [0.2, 0.1, 0.1])).toBe(0);
});

test("what groups are called does not matter", () => {
  const labels = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(labels, (items) => {
      const [a, b] = [items.map(([one]) => one), items.map(([, other]) => other)];
      const renamed = b.map((group) => ["x", "b", "q", "a"][group]!);
      for (const agreement of [adjustedRand, normalizedMutualInfo]) {
        expect(agreement(a, renamed)).toBeCloseTo(agreement(a, b), 12);
        expect(agreement(b, a)).toBeCloseTo(agreement(a, b), 12);
        expect(
          agreement(
            a,
            a.map((group) => group + 7),
          ),
        ).toBeCloseTo(1, 12);
      }
    }),
    { seed: 5 },
  );
});

test("groups far apart have a silhouette near 1, and one row alone counts 0", () => {
  // By hand: (b − a) / max(a, b) with a = 1 and b = 9.5, 8.5, 8.5, 9.5.
  expect(silhouette([[0], [1], [9], [10]], ["a", "a", "b", "b"])).toBeCloseTo((17 / 19 + 15 / 17) / 2, 14);
  expect(Array.from(metrics.silhouetteSamples([[0], [1], [9]], [0, 0, 1]))[2]).toBe(0);
  expect(silhouette([[3], [3], [3]], [0, 0, 1])).toBe(0);
});

test("equal scores gain the mean of all their orders", () => {
  const truth = [3, 0, 2];
  const orders = [
    [3, 2, 1],
    [3, 1, 2],
    [2, 3, 1],
    [1, 3, 2],
    [2, 1, 3],
    [1, 2, 3],
  ];
  const gains = orders.map((scores) => dcg([truth], [scores]));
  expect(dcg([truth], [[1, 1, 1]])).toBeCloseTo(gains.reduce((a, b) => a + b) / 6, 12);
});

test("the perfect order gains 1, and where nothing is relevant there is nothing to gain", () => {
  expect(ndcg([[3, 0, 2]], [[9, 1, 5]])).toBe(1);
  expect(ndcg([[0, 0]], [[1, 2]])).toBe(0);
  // Only the first place counts, and it is taken by what has 2 of at most 3.
  expect(ndcg([[3, 0, 2]], [[1, 2, 5]], { k: 1 })).toBeCloseTo(2 / 3, 14);
});

test.each([
  ["no number", () => meanAbsoluteError([1], ["1"] as never), 'item 0 is "1"'],
  ["one number for R²", () => r2([1], [1]), "at least two numbers"],
  ["one group", () => silhouette([[1], [2]], [0, 0]), "at least 2 groups"],
  ["as many groups as rows", () => silhouette([[1], [2]], [0, 1]), "fewer than rows"],
  ["one item to rank", () => ndcg([[1]], [[1]]), "two items"],
  ["tables of different shape", () => ndcg([[1, 2]], [[1, 2, 3]]), "1 × 2 and yScore 1 × 3"],
  ["a relevance below 0", () => ndcg([[1, -2]], [[1, 2]]), "row 0, column 1 of yTrue is -2"],
  ["no place at all", () => dcg([[1, 2]], [[1, 2]], { k: 0 }), "k must be"],
])("%s is refused", (_, call, message) => {
  expect(call).toThrow(message);
});
