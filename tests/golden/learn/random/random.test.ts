import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { RandomState } from "../../../../src/learn/index.ts";

type Draws = [a: number, b: number, drawn: number][];
type Case = {
  seed: number;
  exponential: number[];
  gamma: Draws;
  beta: Draws;
  binomial: Draws;
  one: number;
  several: number[];
  different: number[];
  likely: number[];
  oneLikely: number;
  differentLikely: number[][];
  later: number;
};
const { p, cases } = JSON.parse(readFileSync(new URL("random.json", import.meta.url), "utf8")) as {
  p: number[];
  cases: Case[];
};

test.each(cases)("RandomState($seed) draws from distributions what numpy draws", (numpy) => {
  const random = new RandomState(numpy.seed);
  for (const value of numpy.exponential) expectNear(random.exponential(0.5), value);
  for (const [shape, scale, value] of numpy.gamma) expectNear(random.gamma(shape, scale), value);
  for (const [a, b, value] of numpy.beta) expectNear(random.beta(a, b), value);
  expect(numpy.binomial.map(([n, chance]) => [n, chance, random.binomial(n, chance)])).toEqual(
    numpy.binomial,
  );
  expect(random.choice(7)).toBe(numpy.one);
  expect(random.choice(7, { size: 5 })).toEqual(numpy.several);
  expect(random.choice(7, { size: 5, replace: false })).toEqual(numpy.different);
  expect(random.choice(4, { size: 12, p })).toEqual(numpy.likely);
  expect(random.choice(4, { p })).toBe(numpy.oneLikely);
  expect(numpy.differentLikely.map(() => random.choice(4, { size: 3, replace: false, p }))).toEqual(
    numpy.differentLikely,
  );
  expect(random.random()).toBe(numpy.later);
});

/** Logarithms and powers of the platform may differ in their last bits, which a power of 1000 makes more of. */
function expectNear(actual: number, expected: number) {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected));
}
