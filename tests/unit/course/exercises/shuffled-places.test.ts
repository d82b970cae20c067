import fc from "fast-check";
import { expect, test } from "vitest";
import { shuffledPlaces } from "../../../../src/course/exercises/shuffled-places.ts";

test("all places are there, in an order that is not the right one, and the same for one key", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9 }), fc.string(), (n, key) => {
      const places = shuffledPlaces(n, key);
      const right = Array.from({ length: n }, (_, i) => i);
      expect(places.toSorted((a, b) => a - b)).toEqual(right);
      expect(places).not.toEqual(right);
      expect(shuffledPlaces(n, key)).toEqual(places);
    }),
  );
});
