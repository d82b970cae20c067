import * as fc from "fast-check";
import { expect, test } from "vitest";
import { maximumMatching } from "../../../../src/music/evaluation/matching.ts";

/** For up to seven estimates, which of up to seven references each may stand for. */
const graphs = fc.integer({ min: 0, max: 7 }).chain((references) =>
  fc.record({
    references: fc.constant(references),
    hits: fc.array(fc.subarray(Array.from({ length: references }, (_, i) => i)), { maxLength: 7 }),
  }),
);

/** The most pairs there can be, by trying everything. */
function mostPairs(hits: number[][], used = 0): number {
  if (hits.length === 0) return 0;
  const [first, ...rest] = hits;
  const without = mostPairs(rest, used);
  const taken = first!.filter((i) => !(used & (1 << i))).map((i) => 1 + mostPairs(rest, used | (1 << i)));
  return Math.max(without, ...taken);
}

test("a matching has as many pairs as there can be, all of them allowed, no item in two", () => {
  fc.assert(
    fc.property(graphs, ({ references, hits }) => {
      const order = Array.from(hits.keys());
      const matching = maximumMatching({ order, references: hits }, references, hits.length);
      expect(matching.right.length).toBe(mostPairs(hits));
      for (const [i, j] of matching.right) expect(hits[j]).toContain(i);
      const all = (matched: number[], others: number[]) => [...matched, ...others].sort((a, b) => a - b);
      expect(
        all(
          matching.right.map(([i]) => i),
          matching.missed,
        ),
      ).toEqual(Array.from({ length: references }, (_, i) => i));
      expect(
        all(
          matching.right.map(([, j]) => j),
          matching.false,
        ),
      ).toEqual(order);
    }),
  );
});

test("a pair that was taken too early is given up for two", () => {
  // Estimate 0 would take reference 0, and leave nothing for estimate 1.
  const matching = maximumMatching({ order: [0, 1], references: [[0, 1], [0]] }, 2, 2);
  expect(matching).toEqual({
    right: [
      [0, 1],
      [1, 0],
    ],
    missed: [],
    false: [],
  });
});

test("a long chain of changes is found", () => {
  // Each estimate takes its first reference, so that the last finds none until all move on by one.
  const n = 3000;
  const references = Array.from({ length: n }, (_, j) => (j === n - 1 ? [0] : [j, j + 1]));
  const matching = maximumMatching({ order: Array.from({ length: n }, (_, j) => j), references }, n, n);
  expect(matching.right.length).toBe(n);
  expect(matching.right[0]).toEqual([0, n - 1]);
});
