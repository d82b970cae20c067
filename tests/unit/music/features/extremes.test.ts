import * as fc from "fast-check";
import { expect, test } from "vitest";
import { extremes } from "../../../../src/music/features/extremes.ts";

test("the least and the greatest of any values are those of the values sorted", () => {
  const values = fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 39 }), (list, cut) => {
      const count = 1 + (cut % list.length);
      const [least, greatest] = [new Float64Array(40), new Float64Array(40)];
      extremes(Float64Array.from([99, ...list, -99]), 1, 1 + list.length, count, least, greatest);
      const sorted = list.toSorted((a, b) => a - b);
      expect([...least.subarray(0, count)]).toEqual(sorted.slice(0, count));
      expect([...greatest.subarray(0, count)]).toEqual(sorted.toReversed().slice(0, count));
    }),
  );
});
