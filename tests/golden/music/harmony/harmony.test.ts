import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type ChromaFilterbankOptions,
  chromaCens,
  chromaFilterbank,
  chromaStft,
  estimateTuning,
  tonnetz,
} from "../../../../src/music/index.ts";

type Bank = { options: ChromaFilterbankOptions & { norm?: unknown }; weights: number[] };
type Sound = {
  name: string;
  y: number[];
  options: { sr: number; nFft: number; hopLength: number };
  tuning: number;
  chroma: number[];
  plain: number[];
};
const golden: {
  banks: Bank[];
  sounds: Sound[];
  chroma: number[];
  tonnetz: number[];
  cens: { smoothingFrames: number; values: number[] }[];
} = JSON.parse(readFileSync(join(import.meta.dirname, "harmony.json"), "utf8"), (_, value) =>
  value === "Infinity" ? Infinity : value,
);

/** The expected figures have eleven digits. */
const TOLERANCE = 1e-9;

function expectClose(actual: ArrayLike<number>, expected: number[]): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++)
    expect(Math.abs(actual[i]! - expected[i]!)).toBeLessThan(TOLERANCE);
}

test.each(golden.banks)("the weights of pitch classes are numpy's: $options", ({ options, weights }) => {
  const bank = chromaFilterbank(options);
  expectClose(
    bank.data.filter((_, i) => (i % bank.bins) % 3 === 0),
    weights,
  );
});

describe.each(golden.sounds)("$name", ({ y: samples, options, ...numpy }) => {
  const y = Float64Array.from(samples);

  test("has numpy's tuning", () => {
    expect(estimateTuning(y, options)).toBeCloseTo(numpy.tuning, 9);
  });

  test("has numpy's chroma, tuned by itself and as it is", () => {
    expectClose(chromaStft(y, options).data, numpy.chroma);
    expectClose(chromaStft(y, { ...options, tuning: 0, norm: 1 }).data, numpy.plain);
  });
});

const chroma = { data: Float64Array.from(golden.chroma), frames: 30, bins: 12 };

test("tonal space is numpy's", () => {
  expectClose(tonnetz(chroma).data, golden.tonnetz);
});

test.each(golden.cens)("smoothing over $smoothingFrames frames is scipy's", ({ smoothingFrames, values }) => {
  expectClose(chromaCens(chroma, { smoothingFrames }).data, values);
});
