import { expect, test } from "vitest";
import { fromJSON, KNeighborsRegressor, RandomState } from "../../../../src/learn/index.ts";

const random = new RandomState(3);
const X = Array.from({ length: 30 }, () => [random.normal(), random.normal()]);
const t = X.map(([a, b]) => a! - 2 * b!);

test("it predicts the mean of the nearest rows' numbers, by distance a weighted one", () => {
  const model = new KNeighborsRegressor({ nNeighbors: 2 }).fit([[0], [4], [9]], [10, 20, 90]);
  expect(model.predict([[1]])).toEqual([15]);
  expect(model.setParams({ weights: "distance" }).predict([[1]])[0]).toBeCloseTo(
    (10 / 1 + 20 / 3) / (1 + 1 / 3),
    12,
  );
});

test("by distance, a training row is predicted exactly, and rows at the same place share", () => {
  const model = new KNeighborsRegressor({ weights: "distance" }).fit(X, t);
  expect(model.predict(X)).toEqual(t);
  expect(model.fit([[0], [0], [1], [2], [3]], [2, 4, 9, 9, 9]).predict([[0]])).toEqual([3]);
});

test("with all rows as neighbours it predicts the mean everywhere", () => {
  const model = new KNeighborsRegressor({ nNeighbors: 30 }).fit(X, t);
  const mean = t.reduce((sum, value) => sum + value, 0) / t.length;
  for (const predicted of model.predict([
    [0, 0],
    [1e6, -1e6],
  ]))
    expect(predicted).toBeCloseTo(mean, 12);
});

test("with p = 1 the distance is the sum of the differences", () => {
  const corners = [
    [3, 3],
    [0, 5],
  ];
  expect(new KNeighborsRegressor({ nNeighbors: 2 }).fit(corners, [0, 1]).kneighbors([[0, 0]])).toEqual({
    indices: [[0, 1]],
    distances: [[Math.sqrt(18), 5]],
  });
  expect(new KNeighborsRegressor({ nNeighbors: 2, p: 1 }).fit(corners, [0, 1]).kneighbors([[0, 0]])).toEqual({
    indices: [[1, 0]],
    distances: [[5, 6]],
  });
});

test("metric names the distance, whatever p says; cosine looks at directions, not at lengths", () => {
  const rows = [
    [3, 3],
    [0, 5],
    [0, 0],
  ];
  const near = (metric: "euclidean" | "manhattan" | "cosine", query: number[], p: 1 | 2 = 2) =>
    new KNeighborsRegressor({ nNeighbors: 3, metric, p }).fit(rows, [0, 1, 2]).kneighbors([query]);
  expect(near("euclidean", [0, 0], 1).distances).toEqual([[0, Math.sqrt(18), 5]]);
  expect(near("manhattan", [0, 0]).distances).toEqual([[0, 5, 6]]);
  const { indices, distances } = near("cosine", [100, 100]);
  expect(indices).toEqual([[0, 1, 2]]);
  for (const [i, distance] of [0, 1 - Math.SQRT1_2, 1].entries())
    expect(distances[0]![i]).toBeCloseTo(distance, 12);
  expect(near("cosine", [0, -1]).distances[0]!.at(-1)).toBe(2);
});

test("numbers stay numbers even where distances are as small as they can be", () => {
  const model = new KNeighborsRegressor({ nNeighbors: 2, weights: "distance", p: 1 });
  expect(model.fit([[0], [1e-320]], [1, 3]).predict([[3e-321]])).toEqual([2]);
});

test("it survives JSON, and no rows give no numbers", () => {
  const model = new KNeighborsRegressor({ nNeighbors: 3 }).fit(X, t);
  expect(fromJSON(JSON.parse(JSON.stringify(model))).predict!(X)).toEqual(model.predict(X));
  expect(model.predict([])).toEqual([]);
});

test("wrong parameters are refused in words", () => {
  expect(() => new KNeighborsRegressor({ p: 3 as 2 })).toThrow(
    "p must be 1 (Manhattan distance) or 2 (Euclidean distance), but it is 3",
  );
  const model = new KNeighborsRegressor({ nNeighbors: 3 }).fit(X, t);
  expect(() => model.kneighbors(X, 0)).toThrow(
    "nNeighbors must be a whole number of at least 1, but it is 0",
  );
  expect(() => model.kneighbors(X, 31)).toThrow("which is 30, but it is 31");
  expect(() => model.predict([[1]])).toThrow("X must have 2 columns");
});

test("weights, which it cannot take, are not passed over in silence", () => {
  const fit = new KNeighborsRegressor().fit as (...all: unknown[]) => unknown;
  expect(() => fit.call(new KNeighborsRegressor(), X, t, { sampleWeight: t })).toThrow(
    "KNeighborsRegressor: fit takes X and y only",
  );
});
