import { describe, expect, test } from "vitest";
import { RandomNumbers } from "../../../../src/music/base/random.ts";

const draw = (count: number, next: () => number) => Float64Array.from({ length: count }, next);
const mean = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / values.length;

describe("RandomNumbers", () => {
  test("gives the numbers of the authors' own xoshiro128** 1.1 for the state 1, 2, 3, 4", () => {
    const random = new RandomNumbers(Uint32Array.of(1, 2, 3, 4));
    expect(Array.from({ length: 10 }, () => random.uint32())).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  test("makes a uniform number of 27 bits of one and 26 of the next", () => {
    const random = new RandomNumbers(Uint32Array.of(1, 2, 3, 4));
    expect(random.uniform()).toBe((11520 >>> 5) / 2 ** 27);
    expect(random.uniform()).toBe(((5927040 >>> 5) * 2 ** 26 + (70819200 >>> 6)) / 2 ** 53);
  });

  test("gives the same numbers for the same seed, and others for its neighbours", () => {
    const first = (seed: number) => new RandomNumbers(seed).uint32();
    expect(first(7)).toBe(first(7));
    const seeds = [0, 1, 2, 3, 2 ** 32, 2 ** 32 + 1, 2 ** 33, Number.MAX_SAFE_INTEGER];
    expect(new Set(seeds.map(first)).size).toBe(seeds.length);
  });

  test("spreads uniform numbers evenly over [0, 1)", () => {
    const random = new RandomNumbers(1);
    const values = draw(100_000, () => random.uniform());
    expect(values.every((x) => x >= 0 && x < 1)).toBe(true);
    const tenths = new Array<number>(10).fill(0);
    for (const x of values) tenths[Math.floor(10 * x)]!++;
    // Chi squared with 9 degrees of freedom: above 27.9 once in a thousand seeds.
    expect(tenths.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
  });

  test("gives normal numbers of mean 0, deviation 1 and kurtosis 3, each independent of the one before", () => {
    const random = new RandomNumbers(2);
    const values = draw(100_000, () => random.normal());
    // Four standard errors of each figure for 100,000 numbers.
    expect(Math.abs(mean(values))).toBeLessThan(4 / Math.sqrt(100_000));
    expect(Math.abs(mean(values.map((x) => x * x)) - 1)).toBeLessThan(4 * Math.sqrt(2 / 100_000));
    expect(Math.abs(mean(values.map((x) => x ** 4)) - 3)).toBeLessThan(4 * Math.sqrt(96 / 100_000));
    const products = values.subarray(1).map((x, i) => x * values[i]!);
    expect(Math.abs(mean(products))).toBeLessThan(4 / Math.sqrt(100_000));
  });

  test.each([-1, 1.5, Number.NaN, 2 ** 53])("refuses the seed %s", (seed) => {
    expect(() => new RandomNumbers(seed, "noise")).toThrow(`noise: seed is ${seed}; it must be a whole`);
  });
});
