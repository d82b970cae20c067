import fc from "fast-check";
import { expect, test } from "vitest";
import { KNeighborsClassifier, RandomState } from "../../../../src/learn/index.ts";

/** What the filter by packed whole numbers must never change: all distances, sorted. */
function bySorting(X: number[][], query: number[], k: number) {
  const found = X.map((row, i) => ({
    i,
    d: row.reduce((sum, value, j) => sum + (value - query[j]!) * (value - query[j]!), 0),
  })).sort((a, b) => a.d - b.d || a.i - b.i);
  const first = found.slice(0, k);
  return { indices: first.map(({ i }) => i), distances: first.map(({ d }) => Math.sqrt(d)) };
}

const kinds: Record<string, (random: RandomState) => number> = {
  "normally distributed": (random) => random.normal(),
  "tied throughout": (random) => random.integers(0, 2),
  "far from 0 and close together": (random) => 1e8 + random.integers(0, 9) * 1e-7,
  "of very different sizes": (random) => random.normal() * 10 ** random.integers(-9, 9),
  "with single values far off": (random) => (random.random() < 0.01 ? 1e9 : random.normal()),
  "near the largest number": (random) => random.normal() * 1e99,
  "near the smallest number": (random) => random.normal() * 1e-160,
  "all the same": () => 0.1,
};

test.each(Object.keys(kinds))("with many columns the neighbours are those that sorting finds: %s", (kind) => {
  const property = fc.property(fc.nat(1e6), (seed) => {
    const random = new RandomState(seed);
    const [rows, cols, k] = [random.integers(30, 130), random.integers(10, 60), random.integers(1, 8)];
    const table = (n: number) =>
      Array.from({ length: n }, () => Array.from({ length: cols }, () => kinds[kind]!(random)));
    const X = table(rows);
    const model = new KNeighborsClassifier({ nNeighbors: k }).fit(
      X,
      X.map(() => "a"),
    );
    // Queries among the rows, near them, and far away from all.
    const queries = [
      ...X.slice(0, 3),
      ...table(6),
      table(1)[0]!.map((value) => value / 1e3),
      X[0]!.map(() => 77),
    ];
    const expected = queries.map((query) => bySorting(X, query, k));
    expect(model.kneighbors(queries)).toEqual({
      indices: expected.map(({ indices }) => indices),
      distances: expected.map(({ distances }) => distances),
    });
  });
  fc.assert(property, { seed: 5, numRuns: 12 });
});
