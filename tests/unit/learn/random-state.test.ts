import { expect, test } from "vitest";
import { RandomState } from "../../../src/learn/index.ts";

test("integers cover their range, high excluded, evenly", () => {
  const random = new RandomState(1);
  const counts = [0, 0, 0, 0, 0];
  for (let i = 0; i < 10_000; i++) counts[random.integers(-2, 3) + 2]!++;
  // 2000 expected; 200 is five standard deviations.
  for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
});

test("shuffle works in place and permutation leaves the items alone", () => {
  const items = ["a", "b", "c", "d", "e", "f"];
  const shuffled = new RandomState(2).permutation(items);
  expect(items.join("")).toBe("abcdef");
  expect([...shuffled].sort()).toEqual(items);
  new RandomState(2).shuffle(items);
  expect(items).toEqual(shuffled);
});

test("an empty range is refused", () => {
  expect(() => new RandomState(0).integers(3, 3)).toThrow("they are 3 and 3");
  expect(() => new RandomState(0).integers(0.5, 3)).toThrow("two whole numbers");
});
