import fc from "fast-check";
import { expect, test } from "vitest";
import { loopSeam } from "../../../../src/stdlib/sound/loop-seam.ts";

/** The greatest step from one sample to the next when a stretch is repeated. */
const greatestStep = (y: Float32Array) =>
  y.reduce((most, sample, i) => Math.max(most, Math.abs(sample - y.at(i - 1)!)), 0);
const sine = Float32Array.from({ length: 2000 }, (_, i) => Math.sin(i / 7));

test("a part of a sound is repeated without a jump at its seam", () => {
  // At these places the plain stretch would jump by 1.9.
  const plain = sine.slice(11, 1000);
  expect(greatestStep(plain)).toBeGreaterThan(1.5);
  // A sine of 1/7 a sample steps by at most 0.143; the fade over 132 samples adds at most 2 / 132.
  expect(greatestStep(loopSeam(sine, 11, 1000, 132))).toBeLessThan(0.16);
});

test("the whole of a sound is repeated without a jump, though nothing follows it", () => {
  const flat = new Float32Array(1000).fill(1);
  expect(greatestStep(loopSeam(flat, 0, 1000, 132))).toBeLessThan(1 / 131);
});

test("a stretch that repeats itself already stays as it is", () => {
  const period = Float32Array.from({ length: 1200 }, (_, i) => Math.sin((2 * Math.PI * i) / 100));
  const looped = loopSeam(period, 100, 1000, 50);
  // Rounding of 32-bit floats.
  for (const [i, sample] of looped.entries()) expect(sample).toBeCloseTo(period[100 + i]!, 5);
});

test("no sample becomes greater than the greatest was", () => {
  const samples = fc.float32Array({
    minLength: 2,
    maxLength: 60,
    noNaN: true,
    noDefaultInfinity: true,
    min: -1,
    max: 1,
  });
  fc.assert(
    fc.property(samples, fc.nat(), fc.nat(), fc.nat(40), (y, a, b, fade) => {
      const from = a % (y.length - 1);
      const to = from + 1 + (b % (y.length - from));
      const peak = y.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
      const looped = loopSeam(y, from, to, fade);
      expect(looped.length).toBe(to - from);
      // Half a step of a 32-bit float near 1.
      for (const sample of looped) expect(Math.abs(sample)).toBeLessThanOrEqual(peak + 1e-7);
    }),
  );
});
