import * as fc from "fast-check";
import { expect, test } from "vitest";
import { rms, zeroCrossingRate } from "../../../../src/music/index.ts";
import { noise, sine } from "../tones.ts";

test("a sine of 440 Hz changes its sign 880 times a second", () => {
  const y = sine(440, 1);
  const [rate] = zeroCrossingRate(y, { frameLength: y.length, hopLength: y.length, center: false });
  // The first sample is an exact zero, which counts as positive: one crossing may be missing.
  expect(Math.abs(rate! * 44100 - 880)).toBeLessThanOrEqual(1);
});

test("the level of a sine is its amplitude over the root of two", () => {
  const y = sine(441, 0.5).map((sample) => 0.5 * sample);
  const [level] = rms(y, { frameLength: 4400, hopLength: 4400, center: false });
  expect(level).toBeCloseTo(0.5 / Math.SQRT2, 10);
});

test("the level of any frame is the root of its mean square, however hop and frame go together", () => {
  const y = noise(900);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 300 }),
      (frameLength, hopLength) => {
        rms(y, { frameLength, hopLength, center: false }).forEach((level, t) => {
          const frame = y.subarray(t * hopLength, t * hopLength + frameLength);
          const square = frame.reduce((sum, sample) => sum + sample * sample, 0) / frameLength;
          expect(level).toBeCloseTo(Math.sqrt(square), 12);
        });
      },
    ),
    { numRuns: 30 },
  );
});

test("a quiet frame after a loud one keeps all its digits", () => {
  const y = noise(4096).map((sample, i) => (i < 2048 ? 1e6 : 1e-6) * sample);
  const [, quiet] = rms(y, { hopLength: 2048, center: false });
  const [alone] = rms(y.slice(2048), { hopLength: 2048, center: false });
  expect(quiet).toBe(alone);
});

test("level grows with gain, and crossings do not", () => {
  const y = noise(3000);
  const louder = y.map((sample) => 7 * sample);
  expect(zeroCrossingRate(louder)).toEqual(zeroCrossingRate(y));
  const before = rms(y);
  rms(louder).forEach((level, t) => {
    expect(level).toBeCloseTo(7 * before[t]!, 10);
  });
});
