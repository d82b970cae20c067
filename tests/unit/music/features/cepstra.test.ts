import { expect, test } from "vitest";
import { delta, frameOf, melSpectrogram, mfcc, powerToDb } from "../../../../src/music/index.ts";
import { noise } from "../tones.ts";

const sr = 44100;

test("more level adds to the first cepstral coefficient alone", () => {
  const y = noise(6000);
  const options = { sr, nFft: 1024, nMels: 40, nMfcc: 13 };
  const quiet = mfcc(y, options);
  const loud = mfcc(
    y.map((sample) => 10 * sample),
    options,
  );
  quiet.data.forEach((value, i) => {
    // 20 dB in each of 40 bands is 20 √40 in the orthonormal transform's constant.
    expect(loud.data[i]! - value).toBeCloseTo(i % 13 === 0 ? 20 * Math.sqrt(40) : 0, 8);
  });
});

test("as many coefficients as bands have the energy of the bands: the transform is orthonormal", () => {
  const y = noise(3000);
  const options = { sr, nMels: 24, nMfcc: 24 };
  const cepstra = mfcc(y, options);
  const bands = powerToDb(melSpectrogram(y, options));
  const energy = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0);
  for (let t = 0; t < bands.frames; t++) {
    expect(energy(frameOf(cepstra, t)) / energy(frameOf(bands, t))).toBeCloseTo(1, 12);
  }
});

test("a lifter leaves the first coefficients nearly as they are and raises those in the middle most", () => {
  const y = noise(3000);
  const plain = mfcc(y, { sr, nMfcc: 12 });
  const liftered = mfcc(y, { sr, nMfcc: 12, lifter: 22 });
  const factors = Array.from({ length: 12 }, (_, n) => liftered.data[n]! / plain.data[n]!);
  expect(factors.indexOf(Math.max(...factors))).toBe(10);
  expect(factors[10]).toBeCloseTo(12, 9);
});

const rows = (count: number, value: (t: number) => number) => ({
  data: Float64Array.from({ length: count }, (_, t) => value(t)),
  frames: count,
  bins: 1,
});

test("the slope of a line is its slope, at the ends too, and the curvature of a parabola its curvature", () => {
  for (const value of delta(rows(20, (t) => 3 * t - 7)).data) expect(value).toBeCloseTo(3, 11);
  for (const value of delta(
    rows(9, (t) => 2 * t * t + t),
    { order: 2, width: 5 },
  ).data)
    expect(value).toBeCloseTo(4, 11);
  for (const value of delta(
    rows(15, (t) => t ** 4),
    { order: 4, width: 9 },
  ).data)
    expect(value).toBeCloseTo(24, 8);
});

test("a slope is taken of each column by itself, and does not see a constant", () => {
  const data = Float64Array.from({ length: 60 }, (_, i) => (i % 3) * Math.floor(i / 3) + 100 * (i % 3));
  const slopes = delta({ data, frames: 20, bins: 3 });
  slopes.data.forEach((value, i) => {
    expect(value).toBeCloseTo(i % 3, 10);
  });
});
