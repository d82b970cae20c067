import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextPowerOfTwo, RealFft, realFft } from "../../../../src/music/base/real-fft.ts";
import { noise } from "../tones.ts";

// Doubles have 16 digits; the sums of a transform of 4096 numbers below 1 lose at most three of them.
const ROUNDING = 1e-12;
const SIZES = [4, 8, 16, 32, 64, 128, 1024, 4096];

function spectrumOf(samples: Float64Array): { re: Float64Array; im: Float64Array } {
  const bins = 1 + samples.length / 2;
  const spectrum = { re: new Float64Array(bins), im: new Float64Array(bins) };
  realFft(samples.length).transform(samples, spectrum.re, spectrum.im);
  return spectrum;
}

describe.each(SIZES)("a transform of %i samples", (size) => {
  test("is the sum that defines it, at every bin that is tried", () => {
    const samples = noise(size);
    const { re, im } = spectrumOf(samples);
    for (let k = 0; k <= size / 2; k += Math.ceil(size / 64)) {
      let [sumRe, sumIm] = [0, 0];
      for (let n = 0; n < size; n++) {
        const angle = (-2 * Math.PI * ((k * n) % size)) / size;
        sumRe += samples[n]! * Math.cos(angle);
        sumIm += samples[n]! * Math.sin(angle);
      }
      expect(Math.abs(re[k]! - sumRe)).toBeLessThan(ROUNDING * size);
      expect(Math.abs(im[k]! - sumIm)).toBeLessThan(ROUNDING * size);
    }
  });

  test("is undone by its inverse, and leaves what it was given as it was", () => {
    const samples = noise(size);
    const before = samples.slice();
    const { re, im } = spectrumOf(samples);
    expect(samples).toEqual(before);
    const back = new Float64Array(size);
    realFft(size).inverse(re, im, back);
    for (let i = 0; i < size; i++) expect(Math.abs(back[i]! - samples[i]!)).toBeLessThan(ROUNDING);
  });

  test("has as much energy as its samples (Parseval)", () => {
    const samples = noise(size);
    const { re, im } = spectrumOf(samples);
    const power = (k: number) => re[k]! ** 2 + im[k]! ** 2;
    let energy = power(0) + power(size / 2);
    for (let k = 1; k < size / 2; k++) energy += 2 * power(k);
    const expected = samples.reduce((sum, sample) => sum + sample * sample, 0) * size;
    expect(Math.abs(energy / expected - 1)).toBeLessThan(ROUNDING);
  });
});

test("writes from an offset on, and nowhere else", () => {
  const re = new Float64Array(9).fill(7);
  const im = new Float64Array(9).fill(7);
  realFft(8).transform(noise(8), re, im, 2);
  const expected = spectrumOf(noise(8));
  expect(re).toEqual(Float64Array.of(7, 7, ...expected.re, 7, 7));
  expect(im).toEqual(Float64Array.of(7, 7, ...expected.im, 7, 7));
  const back = new Float64Array(8);
  realFft(8).inverse(re, im, back, 2);
  expect(back[3]).toBeCloseTo(noise(8)[3]!, 12);
});

test("one plan serves all transforms of a size", () => {
  expect(realFft(64)).toBe(realFft(64));
  expect(realFft(64)).not.toBe(realFft(128));
});

test.each([0, 2, 3, 6, 100, 2.5, Number.NaN, Number.POSITIVE_INFINITY])(
  "refuses a size of %d in words",
  (size) => {
    expect(() => new RealFft(size)).toThrow(/^RealFft: size is .*must be/);
  },
);

test("the next power of two is the least that holds n", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 24 }), (n) => {
      const power = nextPowerOfTwo(n);
      expect(power).toBeGreaterThanOrEqual(n);
      expect(power / 2).toBeLessThan(n);
      expect(Math.log2(power) % 1).toBe(0);
    }),
  );
});
