import fc from "fast-check";
import { expect, test } from "vitest";
import { dotStack } from "../../../../src/stdlib/figures/dot-stack.ts";

test("dots that would touch are put on top of each other, others stay on the line", () => {
  expect(dotStack([0, 3, 20, 3], 5)).toEqual([0, 1, 0, 2]);
  expect(dotStack([0, 5], 5)).toEqual([0, 0]);
  expect(dotStack([], 5)).toEqual([]);
});

test("no two dots of one level cover each other", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true })), (places) => {
      const levels = dotStack(places, 7);
      for (const [i, a] of places.entries()) {
        for (const [j, b] of places.entries()) {
          // The end of a dot is computed as its place plus 7, hence the rounding.
          if (i !== j && levels[i] === levels[j]) expect(Math.abs(a - b)).toBeGreaterThanOrEqual(7 - 1e-9);
        }
      }
    }),
  );
});
