import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  attackTime,
  decayTime,
  drumFeatureColumns,
  drumFeatures,
  envelope,
  levelAt,
  onsetSample,
  temporalCentroid,
} from "../../../../src/music/index.ts";
import { decayingSine, noise, sine } from "../tones.ts";

const sr = 44100;

function featuresOf(y: Float64Array): Record<string, number> {
  const values = drumFeatures(y, { sr });
  return Object.fromEntries(drumFeatureColumns.map(({ name }, i) => [name, values[i]!]));
}

test("there are 24 features, each with a name of its own and a unit", () => {
  expect(drumFeatureColumns).toHaveLength(24);
  expect(new Set(drumFeatureColumns.map(({ name }) => name)).size).toBe(24);
  expect(drumFeatureColumns.every(({ unit, label, description }) => unit && label && description)).toBe(true);
  expect(drumFeatures(noise(9000), { sr })).toHaveLength(24);
});

test("the brightness of a tone is its distance from A4 in octaves", () => {
  for (const [hz, octaves] of [
    [440, 0],
    [1760, 2],
    [7040, 4],
  ] as const) {
    // The window and the sudden beginning spread a tone by some 12 Hz: the fewer octaves, the higher it is.
    expect(Math.abs(featuresOf(sine(hz, 0.5)).brightness! - octaves)).toBeLessThan(20 / hz);
  }
});

test("the level of a tone that falls by 60 dB a second falls by 6 dB a tenth", () => {
  const features = featuresOf(decayingSine(2000, 1, 1.5));
  // The window of 20 ms holds 40 whole periods: what is left is the millisecond it is moved by.
  expect(Math.abs(features.level50! + 3)).toBeLessThan(0.06);
  expect(Math.abs(features.level100! + 6)).toBeLessThan(0.06);
  expect(Math.abs(features.level200! + 12)).toBeLessThan(0.06);
  expect(Math.abs(features.level500! + 30)).toBeLessThan(0.06);
  expect(Math.abs(features.decay! - 1 / 3)).toBeLessThan(0.002);
});

test("what is silent, or ended, counts as 60 dB down", () => {
  const features = featuresOf(decayingSine(2000, 0.05, 0.2));
  expect([features.level100, features.level500]).toEqual([-60, -60]);
});

test("an envelope knows when the sound is loudest and where its energy lies", () => {
  const rising = sine(1000, 0.3).map((sample, i) => sample * Math.min(1, i / (0.1 * sr)));
  const sound = envelope(rising, { sr });
  // A tenth of the peak is reached after 10 ms. The window of 20 ms is within 1 dB (0.891) of full when its middle is
  // 89.1 ms from the beginning: it then starts at 79.1.
  expect(Math.abs(attackTime(sound) - 0.0691)).toBeLessThan(0.002);
  expect(levelAt(sound, 0.15)).toBeGreaterThan(-0.01);
  const even = envelope(sine(1000, 0.4), { sr });
  expect(Math.abs(temporalCentroid(even) - 0.2)).toBeLessThan(0.011);
  expect(decayTime(even)).toBeGreaterThan(0.35);
});

test("a deep tone is all bass, a high one all treble, and neither is noisy", () => {
  const deep = featuresOf(sine(60, 0.5));
  const high = featuresOf(sine(9000, 0.5));
  expect(deep.bassShare).toBeGreaterThan(99);
  expect(high.trebleShare).toBeGreaterThan(99);
  expect(Math.max(deep.noisiness!, high.noisiness!)).toBeLessThan(featuresOf(noise(sr)).noisiness! - 20);
});

test("a tone whose overtone dies away gets darker", () => {
  const overtone = decayingSine(6000, 0.1, 0.5);
  expect(
    featuresOf(sine(300, 0.5).map((sample, i) => sample + 2 * overtone[i]!)).brightnessChange,
  ).toBeLessThan(-1);
  expect(Math.abs(featuresOf(sine(300, 0.5)).brightnessChange!)).toBeLessThan(0.05);
});

test("no feature changes with the level of the recording, nor with silence before it", () => {
  const hiss = noise(30000);
  const stroke = decayingSine(200, 0.4, 0.6).map(
    (sample, i) => sample + 0.2 * hiss[i]! * Math.exp(-i / 4000),
  );
  const before = drumFeatures(stroke, { sr });
  fc.assert(
    fc.property(
      fc.double({ min: 1e-3, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 5000 }),
      (gain, silence) => {
        const other = new Float64Array(silence + stroke.length);
        other.set(
          stroke.map((sample) => gain * sample),
          silence,
        );
        drumFeatures(other, { sr }).forEach((value, i) => {
          // Rounding, magnified by the logarithms of nearly empty bins.
          expect(Math.abs(value - before[i]!)).toBeLessThan(1e-6);
        });
      },
    ),
    { numRuns: 15 },
  );
});

test("every feature of any sound is a finite number", () => {
  const samples = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(samples, (values) => {
      fc.pre(values.some((value) => Math.abs(value) > 1e-6));
      expect(drumFeatures(Float64Array.from(values), { sr }).every(Number.isFinite)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test("the onset is the first sample that reaches a tenth of the peak", () => {
  expect(onsetSample(Float64Array.of(0, 0.05, -0.2, 1, 0.5))).toBe(2);
});

test("a silent sound is refused", () => {
  expect(() => drumFeatures(new Float64Array(100), { sr })).toThrow("the sound is silent");
});
