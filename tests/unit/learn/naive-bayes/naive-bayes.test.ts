import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromJSON, GaussianNB, MultinomialNB, RandomState } from "../../../../src/learn/index.ts";

// The Gaussian's smoothing is a part of a variance that knows no weights: here without.
const models = {
  GaussianNB: () => new GaussianNB({ varSmoothing: 0 }),
  MultinomialNB: () => new MultinomialNB(),
};

/** Three classes, two rows of each with weight and not the same. */
function counts(seed: number) {
  const random = new RandomState(seed);
  const X = Array.from({ length: 24 }, (_, i) =>
    Array.from({ length: 4 }, () => (i < 6 ? i : random.integers(0, 9))),
  );
  return {
    X,
    y: X.map((_, i) => "abc"[i % 3]!),
    weights: X.map((_, i) => (i < 6 ? 1 : random.integers(0, 4))),
  };
}

describe.each(Object.entries(models))("%s", (_, make) => {
  test("a weight of n is as good as n copies of the row", () => {
    const property = fc.property(fc.nat(1e6), (seed) => {
      const { X, y, weights } = counts(seed);
      const copies = <T>(items: T[]) => items.flatMap((item, i) => new Array<T>(weights[i]!).fill(item));
      const weighted = make().fit(X, y, { sampleWeight: weights }).predictLogProba(X);
      const copied = make().fit(copies(X), copies(y)).predictLogProba(X);
      for (const [i, value] of weighted.data.entries()) {
        expect(Math.abs(value - copied.data[i]!)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
      }
    });
    fc.assert(property, { seed: 2, numRuns: 20 });
  });

  test("probabilities are those of the logarithms, even for rows that no class expects", () => {
    const { X, y } = counts(1);
    const model = make().fit(X, y);
    const far = [
      [90_000, 0, 1, 3],
      [0, 1, 80_000, 2],
    ];
    const [logs, probabilities] = [model.predictLogProba(far), model.predictProba(far)];
    for (let i = 0; i < 2; i++) {
      expect(probabilities.row(i).reduce((sum, value) => sum + value)).toBeCloseTo(1, 12);
      expect(Math.max(...logs.row(i))).toBeCloseTo(0, 9);
      expect(logs.row(i).every(Number.isFinite)).toBe(true);
    }
  });

  test("it survives JSON, and no rows give no answers", () => {
    const { X, y } = counts(2);
    const model = make().fit(X, y);
    const copy = fromJSON(JSON.parse(JSON.stringify(model))) as typeof model;
    expect(copy.predictLogProba(X)).toEqual(model.predictLogProba(X));
    expect([model.predict([]), model.predictProba([]).rows]).toEqual([[], 0]);
  });

  test("one class alone is always predicted", () => {
    const model = make().fit(
      [
        [1, 2],
        [3, 4],
      ],
      ["a", "a"],
    );
    expect(model.predict([[5, 0]])).toEqual(["a"]);
    expect(Array.from(model.predictProba([[5, 0]]).data)).toEqual([1]);
  });
});

test("GaussianNB has the means and variances of the classes, as they would be worked out by hand", () => {
  const model = new GaussianNB({ varSmoothing: 0.5 }).fit(
    [[1], [3], [10], [14]],
    ["low", "low", "high", "high"],
  );
  const epsilon = (0.5 * (36 + 16 + 9 + 49)) / 4;
  expect(model.epsilon).toBe(epsilon);
  expect(Array.from(model.theta.data)).toEqual([12, 2]);
  expect(Array.from(model.var.data)).toEqual([4 + epsilon, 1 + epsilon]);
  expect(Array.from(model.classPrior)).toEqual([0.5, 0.5]);
});

test("GaussianNB needs no spread where it may smooth, and says so where it may not", () => {
  expect(new GaussianNB().fit([[5], [5], [5]], ["a", "b", "b"]).predict([[5], [6]])).toEqual(["b", "b"]);
  const sharp = new GaussianNB({ varSmoothing: 0 });
  expect(() =>
    sharp.fit(
      [
        [1, 5],
        [2, 5],
        [3, 4],
        [4, 6],
      ],
      ["a", "a", "b", "b"],
    ),
  ).toThrow('In column 1 all rows of the class "a" are the same: varSmoothing must be above 0');
  expect(() => sharp.predict([[1, 2]])).toThrow("has not been fitted");
});

test("GaussianNB refuses priors that are none", () => {
  const fitted = (priors: number[]) =>
    new GaussianNB({ priors }).fit([[1], [2], [3], [5]], ["a", "a", "b", "b"]);
  expect(() => fitted([1])).toThrow("there are 2 classes, but it has 1 numbers");
  expect(() => fitted([0.5, 0.6])).toThrow("priors must add up to 1, but the sum is 1.1");
  expect(() => fitted([-0.5, 1.5])).toThrow("a number of at least 0 for each class");
  expect(fitted([0, 1]).predict([[1]])).toEqual(["b"]);
});

test("GaussianNB refuses a row that is too far off for any number", () => {
  const model = new GaussianNB().fit([[1e-90], [3e-90], [2e-90], [5e-90]], ["a", "a", "b", "b"]);
  expect(() => model.predict([[1e-90], [1e100]])).toThrow("X: row 1 is so far from all training rows");
});

test("MultinomialNB counts, adds alpha and takes shares", () => {
  const model = new MultinomialNB({ alpha: 1 }).fit(
    [
      [2, 0],
      [1, 1],
      [0, 4],
    ],
    ["a", "a", "b"],
  );
  const shares = [4 / 6, 2 / 6, 1 / 6, 5 / 6];
  for (const [i, share] of shares.entries())
    expect(Math.exp(model.featureLogProb.data[i]!)).toBeCloseTo(share, 13);
  expect(Math.exp(model.classLogPrior[0]!)).toBeCloseTo(2 / 3, 13);
});

test("MultinomialNB refuses what cannot be a count, in fit and in predict", () => {
  const model = new MultinomialNB();
  expect(() =>
    model.fit(
      [
        [1, 0],
        [0, -2],
      ],
      ["a", "b"],
    ),
  ).toThrow("X must hold counts, from 0 up, for MultinomialNB, but row 1, column 1 is -2");
  expect(() => model.fit([[1], [2]], ["a", "b"]).predict([[-1]])).toThrow("row 0, column 0 is -1");
});
