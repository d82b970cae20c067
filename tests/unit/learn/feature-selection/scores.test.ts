import { expect, test } from "vitest";
import {
  fClassif,
  fRegression,
  mutualInfoClassif,
  RandomState,
  SelectKBest,
} from "../../../../src/learn/index.ts";

test("F by hand: the means of two classes 4 apart, with variance 1 within", () => {
  const { scores, pValues } = fClassif([[0], [2], [4], [6]], ["a", "a", "b", "b"]);
  // Between: 16 with 1 degree of freedom; within: 4 with 2.
  expect(scores[0]).toBeCloseTo(8, 13);
  // For 1 and 2 degrees of freedom P(F > f) = 1 - √(f / (f + 2)).
  expect(pValues[0]).toBeCloseTo(1 - Math.sqrt(0.8), 13);
});

test("F depends on neither the place nor the size of a column", () => {
  const X = [[0.25], [2], [3.5], [6], [7]];
  const y = [0, 0, 1, 1, 1];
  const [plain] = fClassif(X, y).scores;
  for (const [shift, factor] of [
    [2 ** 40, 1],
    [0, 1e90],
    [0, 1e-180],
  ] as const) {
    const moved = X.map(([x]) => [x! * factor + shift]);
    expect(fClassif(moved, y).scores[0]! / plain!).toBeCloseTo(1, 10);
  }
});

test("a column that tells nothing has F 0, one that tells all has F Infinity", () => {
  const X = [
    [0.1, 1],
    [0.1, 1],
    [0.1, 2],
    [0.1, 2],
  ];
  expect(fClassif(X, [0, 0, 1, 1])).toEqual({
    scores: Float64Array.of(0, Number.POSITIVE_INFINITY),
    pValues: Float64Array.of(1, 0),
  });
  expect(fRegression(X, [1, 1, 2, 2]).scores).toEqual(Float64Array.of(0, Number.MAX_VALUE));
});

test("data without anything to compare are refused", () => {
  expect(() => fClassif([[1], [2]], ["a", "a"])).toThrow("at least two classes");
  expect(() => fClassif([[1], [2]], ["a", "b"])).toThrow("more rows than classes");
  expect(() => fRegression([[1], [2]], [1, 2])).toThrow("at least three rows");
});

test("information is 0 for chance, and the entropy of the classes for a column that tells them all", () => {
  const random = new RandomState(1);
  const y = Array.from({ length: 400 }, (_, i) => i % 2);
  const X = y.map((label) => [random.normal(), label * 9 + random.random(), label]);
  const information = mutualInfoClassif(X, y, { discreteFeatures: [2] });
  expect(information[0]).toBeLessThan(0.05);
  // Estimated from a sample.
  expect(information[1]).toBeCloseTo(Math.log(2), 1);
  expect(information[2]).toBeCloseTo(Math.log(2), 12);
});

test("information does not change with the column's unit, and never fails", () => {
  const X = [[1], [2], [4], [7], [9], [12]];
  const y = [0, 0, 0, 1, 1, 1];
  expect(
    mutualInfoClassif(
      X.map(([x]) => [x! * 1e90]),
      y,
    )[0],
  ).toBeCloseTo(mutualInfoClassif(X, y)[0]!, 9);
  expect(mutualInfoClassif([[1], [2]], ["a", "b"])).toEqual(Float64Array.of(0));
  expect(() => mutualInfoClassif(X, y, { discreteFeatures: [1] })).toThrow("columns from 0 to 0");
  expect(() => mutualInfoClassif(X, y, { nNeighbours: 2 } as never)).toThrow("did you mean nNeighbors?");
});

test("of equal scores the later columns are kept, and NaN comes last", () => {
  const scoreFunc = () => [1, 1, Number.NaN, 1];
  const best = new SelectKBest({ scoreFunc, k: 2 }).fit([[1, 2, 3, 4]], ["a"]);
  expect(best.getSupport()).toEqual([false, true, false, true]);
  expect(best.pValues).toBe(null);
  expect(Array.from(best.transform([[1, 2, 3, 4]]).data)).toEqual([2, 4]);
  expect(Array.from(best.inverseTransform([[2, 4]]).data)).toEqual([0, 2, 0, 4]);
  expect(() => new SelectKBest().fit([[1, 2]], ["a"])).toThrow(
    'number of columns, which is 2, or "all", but it is 10',
  );
});
