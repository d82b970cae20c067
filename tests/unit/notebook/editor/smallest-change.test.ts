import fc from "fast-check";
import { expect, test } from "vitest";
import { smallestChange } from "../../../../src/notebook/editor/smallest-change.ts";

test("a change makes one text of the other", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { from, to, insert } = smallestChange(before, after);
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
    }),
  );
});

test("a change leaves alone what both have at their beginning and end", () => {
  expect(smallestChange("one two three", "one 2 three")).toEqual({ from: 4, to: 7, insert: "2" });
  expect(smallestChange("same", "same")).toEqual({ from: 4, to: 4, insert: "" });
});
