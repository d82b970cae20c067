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

test.each<[(random: RandomState) => unknown, string]>([
  [
    (random) => random.uniform("a" as never),
    'uniform: low must be a number from -1e100 to 1e100, but it is "a"',
  ],
  [(random) => random.normal(0, Number.NaN), "normal: standardDeviation must be a number"],
  [(random) => random.gamma(-1), "gamma: shape must be a number from 0 to 1e100, but it is -1"],
  [(random) => random.beta(0, 1), "beta: a must be a number from 1e-100 to 1e100, but it is 0"],
  [(random) => random.binomial(2.5, 0.5), "binomial: n must be a whole number"],
  [(random) => random.binomial(3, 1.5), "binomial: p must be a number of at least 0 and of at most 1"],
  [
    (random) => random.permutation(-1),
    "n must be a whole number from 0 to 10000000, or an array, but it is -1",
  ],
  [(random) => random.permutation(1e9), "but it is 1000000000"],
  [(random) => random.permutation("abc" as never), 'it is "abc"'],
  [(random) => random.shuffle(null as never), "items must be an array"],
  [(random) => random.choice([]), "there are only 0 to draw 1 from"],
  [(random) => random.choice(3, { size: 4, replace: false }), "there are only 3 to draw 4 from"],
  [
    (random) => random.choice(3, { size: 2, replace: false, p: [1, 0, 0] }),
    "there are only 1 to draw 2 from",
  ],
  [(random) => random.choice(2, { p: [0.5, 0.6] }), "p must add up to 1, but it adds up to 1.1"],
  [(random) => random.choice(2, { p: [1] }), "but what is drawn from has 2 and p has 1"],
  [
    (random) => random.choice(2, { p: [Number.NaN, 1] }),
    "p must hold numbers from 0 to 1, but item 0 is NaN",
  ],
  [(random) => random.choice(2, { n: 1 } as never), "did you mean"],
])("what cannot be drawn is refused in words: %#", (draw, message) => {
  expect(() => draw(new RandomState(0))).toThrow(message);
});
