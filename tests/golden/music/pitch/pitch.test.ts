import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { frameOf, mpm, pyin, yin } from "../../../../src/music/index.ts";

type Case = {
  name: string;
  y: number[];
  options: {
    sr: number;
    fmin: number;
    fmax: number;
    frameLength: number;
    hopLength: number;
    center: boolean;
  };
  first: number;
  difference: number[];
  normalized: number[];
  nsdf: number[];
  yin: number[];
  pyin: { f0: number[]; voiced: number[] };
};

const golden: { cases: Case[] } = JSON.parse(readFileSync(join(import.meta.dirname, "pitch.json"), "utf8"));

/** Our sums go by way of the Fourier transform, where a dip near 0 is the difference of two large numbers. */
const TOLERANCE = 1e-8;

/** The frame that the script wrote the curves of. */
const SHOWN = 4;

function expectClose(actual: ArrayLike<number>, expected: number[]): void {
  expect(actual.length).toBe(expected.length);
  const largest = Math.max(1e-300, ...expected.map(Math.abs));
  const worst = expected.reduce((most, value, i) => Math.max(most, Math.abs(actual[i]! - value)), 0);
  expect(worst / largest).toBeLessThan(TOLERANCE);
}

describe.each(golden.cases)("$name", ({ y: samples, options, first, ...numpy }) => {
  const y = Float64Array.from(samples);
  const plain = { ...options, plain: true, steps: true } as const;

  test("the difference function and its normalised form are those sums", () => {
    const { steps } = yin(y, plain);
    expectClose(frameOf(steps.difference, SHOWN), numpy.difference);
    expectClose(frameOf(steps.normalized, SHOWN).subarray(first), numpy.normalized);
    expect([...steps.lags.subarray(0, 3)]).toEqual([0, 1, 2]);
  });

  test("plain yin finds librosa's pitch in every frame", () => {
    const { steps } = yin(y, plain);
    expectClose(
      steps.periods.map((period) => options.sr / period),
      numpy.yin,
    );
  });

  test("plain pyin finds librosa's path and its probability of a voice", () => {
    const { f0, confidence } = pyin(y, plain);
    expectClose(f0, numpy.pyin.f0);
    expectClose(confidence, numpy.pyin.voiced);
  });

  test("plain mpm compares frames as its paper does", () => {
    expectClose(frameOf(mpm(y, plain).steps.nsdf, SHOWN), numpy.nsdf);
  });
});
