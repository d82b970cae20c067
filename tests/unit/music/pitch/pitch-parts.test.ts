import { expect, test } from "vitest";
import { CosineSums } from "../../../../src/music/pitch/cosine-sums.ts";
import { dipProbabilities } from "../../../../src/music/pitch/dip-probabilities.ts";
import { keyMaxima } from "../../../../src/music/pitch/key-maxima.ts";
import { emptyCurve, normalizeDifference, parabolaShift } from "../../../../src/music/pitch/lag-curve.ts";
import { LevelGate } from "../../../../src/music/pitch/level-gate.ts";
import { noiseBands, subtractNoise } from "../../../../src/music/pitch/noise-floor.ts";
import { SamplePyramid } from "../../../../src/music/pitch/sample-pyramid.ts";
import { noise, sine } from "../tones.ts";

test("sums of cosines are what their definition says", () => {
  const size = 32;
  const p = noise(size + 1);
  const out = new Float64Array(size);
  new CosineSums(size).transform(p, out);
  for (let k = 0; k < size; k++) {
    let sum = 0;
    for (let j = 0; j <= size; j++) {
      sum += (j % size === 0 ? 0.5 : 1) * p[j]! * Math.cos((Math.PI * j * k) / size);
    }
    expect(Math.abs(out[k]! - sum)).toBeLessThan(1e-12);
  }
});

test("noise is taken out of a spectrum, and what stands out stays", () => {
  const last = 512;
  const power = noise(last + 1).map((x) => -Math.log((x + 1) / 2 + 1e-9));
  power[200] = 500;
  const left = subtractNoise(power, last, noiseBands(last));
  expect(power[200]).toBeGreaterThan(490);
  expect(power.filter((value) => value > 0).length).toBeLessThan(0.06 * last);
  expect(left).toBeGreaterThan(490 / 1030);
  expect(subtractNoise(new Float64Array(last + 1), last, noiseBands(last))).toBe(0);
});

test("a lower level holds the sound at half the rate, and has lost what that cannot hold", () => {
  const pyramid = new SamplePyramid(2, 4000);
  const low = sine(200, 0.25, 8000);
  const high = sine(3500, 0.25, 8000);
  pyramid.push(
    low.map((sample, i) => sample + high[i]!),
    0,
    2000,
  );
  const out = new Float64Array(800);
  pyramid.read(1, 50, out);
  out.forEach((sample, i) => {
    // A Blackman window lets 1 in 1000 pass.
    expect(Math.abs(sample - low[2 * (50 + i)]!)).toBeLessThan(2e-3);
  });
});

test("d′ is 1 on average, and at lag 0", () => {
  const curve = emptyCurve(1, 2, 50);
  curve.difference.set(noise(52).map((x) => x + 1.1));
  normalizeDifference(curve);
  expect(curve.normalized[0]).toBe(1);
  const mean = curve.difference.subarray(1, 41).reduce((sum, value) => sum + value, 0) / 40;
  expect(curve.normalized[40]).toBeCloseTo(curve.difference[40]! / mean, 12);
});

test("a parabola turns where it turns", () => {
  const f = (x: number) => 3 * (x - 0.3) ** 2 + 1;
  expect(parabolaShift(f(-1), f(0), f(1))).toBeCloseTo(0.3, 12);
  expect(parabolaShift(1, 1, 1)).toBe(0);
});

test("each hump above zero has one key maximum, but not the first hump", () => {
  const curve = emptyCurve(1, 1, 60);
  curve.likeness.forEach((_, k) => {
    curve.likeness[k] = Math.cos((2 * Math.PI * k) / 20) * (1 - k / 200);
  });
  const room = new Int32Array(10);
  expect(keyMaxima(curve, room)).toBe(3);
  expect([...room.subarray(0, 3)]).toEqual([20, 40, 60]);
});

test("thresholds between two dips choose the deeper one, and those above both mostly the first", () => {
  const curve = emptyCurve(1, 1, 30);
  curve.normalized.fill(1);
  curve.normalized[10] = 0.3;
  curve.normalized[20] = 0.05;
  const lags = new Int32Array(31);
  const likely = new Float64Array(31);
  expect(dipProbabilities(curve, lags, likely)).toBe(2);
  expect([...lags.subarray(0, 2)]).toEqual([10, 20]);
  // Nearly all of the prior lies below 0.3, and two thirds of it between 0.05 and there.
  expect(likely[1]).toBeGreaterThan(0.6);
  expect(likely[0]).toBeGreaterThan(0);
  expect(likely[0]).toBeLessThan(0.05);
});

test("what is 51 dB below the loudest is silent, until that is forgotten", () => {
  // A frame a tenth of a second: 0.6 dB are forgotten with each.
  const gate = new LevelGate(1000, 100);
  expect(gate.sounds(1)).toBe(true);
  expect(gate.sounds(10 ** -5.1)).toBe(false);
  expect(gate.sounds(10 ** -5.1)).toBe(true);
  expect(gate.sounds(1e-10)).toBe(false);
});
