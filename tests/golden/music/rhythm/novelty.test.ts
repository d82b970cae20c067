import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  fourierTempogram,
  type OnsetStrengthOptions,
  onsetStrength,
  plp,
  tempogram,
} from "../../../../src/music/index.ts";
import { expectClose } from "../close.ts";

type Golden = {
  sr: number;
  y: number[];
  strengths: Record<string, number[]>;
  tempogram: number[];
  re: number[];
  im: number[];
  plp: number[];
};

const golden: Golden = JSON.parse(readFileSync(join(import.meta.dirname, "novelty.json"), "utf8"));
const y = Float64Array.from(golden.y);
const { sr } = golden;
const base = { sr, nFft: 256, hopLength: 80, nMels: 24 };
const novelty = onsetStrength(y, base);
const tempo = { sr, hopLength: 80, winLength: 48, onsetEnvelope: novelty };

/** Both sides reckon in double precision and differ only in the order of their sums. */
const TOLERANCE = 1e-9;

const variants: Record<string, Partial<OnsetStrengthOptions>> = {
  default: {},
  superflux: { lag: 2, maxSize: 3 },
  wide: { lag: 3, maxSize: 4 },
  uncentred: { center: false },
  detrended: { detrend: true },
  median: { aggregate: "median" },
};

test.each(Object.entries(variants))("the novelty follows librosa's onset_strength: %s", (name, options) => {
  expectClose(onsetStrength(y, { ...base, ...options }), golden.strengths[name]!, TOLERANCE);
});

const everySeventh = (values: Float64Array, bins: number) => values.filter((_, i) => (i % bins) % 7 === 0);

test("the tempogram is librosa's autocorrelation in windows", () => {
  const { data, bins, frames } = tempogram(y, tempo);
  expect(frames).toBe(novelty.length);
  expectClose(everySeventh(data, bins), golden.tempogram, TOLERANCE);
});

test("the Fourier tempogram is numpy's transform of the windows", () => {
  const { re, im, bins } = fourierTempogram(y, tempo);
  expectClose(everySeventh(re, bins), golden.re, TOLERANCE);
  expectClose(everySeventh(im, bins), golden.im, TOLERANCE);
});

test("the predominant pulse adds the strongest waves up as numpy does", () => {
  expectClose(plp(y, { ...tempo, tempoMin: 60, tempoMax: 280 }), golden.plp, TOLERANCE);
});
