import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { KEYS, keyActivations } from "../../../../src/music/transcription/key-activations.ts";
import { LOWEST_KEY } from "../../../../src/music/transcription/pitch-spectrogram.ts";

type Golden = {
  templates: { midi: number; bands: number[]; weights: number[] }[];
  frames: number[][];
  activations: Record<string, number[]>;
  cost: number[];
};

const golden: Golden = JSON.parse(readFileSync(join(import.meta.dirname, "factorisation.json"), "utf8"));

const spectra = {
  data: Float64Array.from(golden.frames.flat()),
  frames: golden.frames.length,
  bins: golden.frames[0]!.length,
};
const templates = golden.templates.map(({ midi, bands, weights }) => ({
  midi,
  bands: Int32Array.from(bands),
  weights: Float64Array.from(weights),
  total: weights.reduce((a, b) => a + b, 0),
}));

// Both reckon in double precision, and differ in the order of their sums, over twenty rounds; 11 digits are kept.
const TOLERANCE = 1e-9;

test("the activations are those that numpy finds with dense matrices", () => {
  const { activations } = keyActivations(spectra, templates, false);
  expect(activations.frames).toBe(golden.frames.length);
  for (let key = 0; key < KEYS; key++) {
    const expected = golden.activations[key + LOWEST_KEY] ?? golden.frames.map(() => 0);
    for (const [t, value] of expected.entries()) {
      expect(Math.abs(activations.data[t * KEYS + key]! - value)).toBeLessThan(TOLERANCE);
    }
  }
});

test("so is the cost after each round", () => {
  const { cost } = keyActivations(spectra, templates, true);
  expect(cost.length).toBe(golden.cost.length);
  for (const [i, value] of golden.cost.entries()) {
    expect(Math.abs(cost[i]! - value)).toBeLessThan(TOLERANCE * Math.max(1, value));
  }
});
