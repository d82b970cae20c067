import { expect, test } from "vitest";
import { RandomState } from "../../../src/learn/index.ts";
import { fixture } from "./fixtures.ts";

type Case = {
  seed: number;
  random: number[];
  integers: [high: number, drawn: number][];
  uniform: number[];
  normal: number[];
  permutation: number[];
  shuffled: number[];
  later: number;
};

test.each(fixture<{ cases: Case[] }>("random-state").cases)(
  "RandomState($seed) draws what numpy draws",
  (numpy) => {
    const random = new RandomState(numpy.seed);
    expect(numpy.random.map(() => random.random())).toEqual(numpy.random);
    expect(numpy.integers.map(([high]) => [high, random.integers(-3, high)])).toEqual(numpy.integers);
    expect(numpy.uniform.map(() => random.uniform(-2.5, 4))).toEqual(numpy.uniform);
    // The logarithm of the platform may differ in its last bit.
    for (const value of numpy.normal) expect(random.normal(2, 3)).toBeCloseTo(value, 13);
    expect(random.permutation(13)).toEqual(numpy.permutation);
    const items = Array.from({ length: 20 }, (_, i) => i % 4);
    random.shuffle(items);
    expect(items).toEqual(numpy.shuffled);
    expect(Array.from({ length: 700 }, () => random.random()).at(-1)).toBe(numpy.later);
  },
);
