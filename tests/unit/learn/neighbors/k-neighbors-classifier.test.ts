import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KNeighborsClassifier, RandomState } from "../../../../src/learn/index.ts";

test("of equally far rows the one with the smaller index is nearer", () => {
  const model = new KNeighborsClassifier({ nNeighbors: 2 }).fit([[1], [-1], [1], [3]], ["a", "b", "c", "d"]);
  expect(model.kneighbors([[0]], 3)).toEqual({ indices: [[0, 1, 2]], distances: [[1, 1, 1]] });
});

test("of classes with equally many votes the first in sorted order wins", () => {
  const model = new KNeighborsClassifier({ nNeighbors: 2 }).fit([[1], [2]], ["tom", "kick"]);
  expect(model.predict([[1]])).toEqual(["kick"]);
});

test("by distance, a row at distance 0 outvotes all others", () => {
  const model = new KNeighborsClassifier({ nNeighbors: 3, weights: "distance" });
  model.fit([[0], [0.001], [0.002]], ["x", "a", "a"]);
  expect(model.predict([[0]])).toEqual(["x"]);
  expect(Array.from(model.predictProba([[0]]).row(0))).toEqual([0, 1]);
});

test("the neighbours are those that sorting all rows finds", () => {
  const point = fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 }));
  const property = fc.property(
    fc.array(point, { minLength: 1, maxLength: 40 }),
    point,
    fc.nat(),
    (X, query, k) => {
      const nNeighbors = 1 + (k % X.length);
      const expected = X.map((row, i) => ({ i, d: (row[0] - query[0]) ** 2 + (row[1] - query[1]) ** 2 }))
        .sort((a, b) => a.d - b.d || a.i - b.i)
        .slice(0, nNeighbors);
      const model = new KNeighborsClassifier({ nNeighbors }).fit(
        X,
        X.map(() => "a"),
      );
      expect(model.kneighbors([query])).toEqual({
        indices: [expected.map(({ i }) => i)],
        distances: [expected.map(({ d }) => Math.sqrt(d))],
      });
    },
  );
  fc.assert(property, { seed: 3, numRuns: 200 });
});

test("with all distances different, the order of the training rows does not matter", () => {
  const property = fc.property(fc.nat(1000), (randomState) => {
    const random = new RandomState(randomState);
    const X = Array.from({ length: 25 }, () => [random.normal(), random.normal()]);
    const y = X.map(() => "abc"[random.integers(0, 3)]!);
    const order = random.permutation(X.length);
    const model = new KNeighborsClassifier({ nNeighbors: 4 });
    const predicted = model.fit(X, y).predict(X);
    model.fit(
      order.map((i) => X[i]!),
      order.map((i) => y[i]!),
    );
    expect(model.predict(X)).toEqual(predicted);
  });
  fc.assert(property, { seed: 11, numRuns: 30 });
});

describe("predictAlong", () => {
  test.each(["uniform", "distance"] as const)("predicts for each k what predict does, %s", (weights) => {
    const random = new RandomState(1);
    const X = Array.from({ length: 40 }, () => [random.integers(0, 5), random.integers(0, 5)]);
    const y = X.map(() => "abcd"[random.integers(0, 4)]!);
    const ks = [7, 1, 40, 2, 7];
    const along = new KNeighborsClassifier({ weights }).fit(X, y).predictAlong(X, "nNeighbors", ks);
    expect(along).toEqual(
      ks.map((nNeighbors) => new KNeighborsClassifier({ nNeighbors, weights }).fit(X, y).predict(X)),
    );
  });

  test("refuses values that setParams would refuse", () => {
    const model = new KNeighborsClassifier().fit([[1]], ["a"]);
    expect(() => model.predictAlong([[1]], "nNeighbors", [0])).toThrow("at least 1, but it is 0");
    expect(() => model.predictAlong([[1]], "nNeighbors", [2])).toThrow("which is 1, but it is 2");
    expect(() => model.predictAlong([[1]], "weights", ["distance"])).toThrow("nNeighbors");
  });
});

test("more neighbours than training rows are refused, saying how many there are", () => {
  const model = new KNeighborsClassifier({ nNeighbors: 3 }).fit([[1], [2]], ["a", "b"]);
  expect(() => model.predict([[1]])).toThrow(
    "nNeighbors must be at most the number of training rows, which is 2, but it is 3",
  );
});
