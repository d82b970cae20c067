import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mirrorEnds, runningMedian } from "../../../../src/music/effects/running-median.ts";
import { hpss, hpssMasks, magnitudeSpectrogram, rms } from "../../../../src/music/index.ts";
import { noise, sine } from "../tones.ts";

const sr = 22050;

test("the running median is the median of each window, sorted anew", () => {
  const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 60 }), (list, width) => {
      const size = Math.min(width, list.length);
      const output = new Float64Array(list.length - size + 1);
      runningMedian(Float64Array.from(list), size, output, new Float64Array(size));
      output.forEach((median, i) => {
        const window = list.slice(i, i + size).sort((a, b) => a - b);
        expect(median).toBe(window[size >> 1]);
      });
    }),
  );
});

test("beyond its ends a line goes on as in a mirror, however short it is", () => {
  const line = new Float64Array(12);
  line.set([1, 2, 3], 5);
  mirrorEnds(line, 5, 3);
  expect([...line]).toEqual([2, 3, 3, 2, 1, 1, 2, 3, 3, 2, 1, 1]);
});

const tone = sine(600, 1, sr);
const clicks = Float64Array.from({ length: sr }, (_, i) => (i % 5000 === 2500 ? 20 : 0));
const both = tone.map((sample, i) => sample + clicks[i]!);

function middleLevel(y: Float64Array): number {
  return rms(y.subarray(4000, 18000), { frameLength: 14000, hopLength: 14000, center: false })[0]!;
}

test("a tone goes to the harmonic part and clicks to the percussive one", () => {
  const { harmonic, percussive } = hpss(both);
  const without = (y: Float64Array, part: Float64Array) => y.map((sample, i) => sample - part[i]!);
  expect(middleLevel(without(harmonic, tone)) / middleLevel(tone)).toBeLessThan(0.05);
  expect(middleLevel(without(percussive, clicks)) / middleLevel(clicks)).toBeLessThan(0.15);
});

test("the two parts add up to the sound, and the masks to one", () => {
  const hiss = noise(sr);
  const y = both.map((sample, i) => sample + 0.1 * hiss[i]!);
  const { harmonic, percussive, steps } = hpss(y, { steps: true });
  const { harmonicMask, percussiveMask, magnitudes } = steps;
  harmonicMask.data.forEach((share, i) => {
    if (Math.abs(share + percussiveMask.data[i]! - 1) > 1e-12) throw new Error(`${share} at ${i}`);
  });
  let worst = 0;
  for (let i = 0; i < y.length; i++) worst = Math.max(worst, Math.abs(harmonic[i]! + percussive[i]! - y[i]!));
  // What overlap-add gives back exactly.
  expect(worst).toBeLessThan(1e-10);
  expect(magnitudes).toEqual(magnitudeSpectrogram(y));
  expect({ harmonicMask, percussiveMask }).toEqual(hpssMasks(magnitudes));
});

test("with a margin there is something that belongs to neither", () => {
  const hiss = noise(sr / 2);
  const parts = hpss(hiss, { margin: 3 });
  const rest = hiss.map((sample, i) => sample - parts.harmonic[i]! - parts.percussive[i]!);
  const level = (y: Float64Array) => rms(y, { frameLength: 8000, hopLength: 8000, center: false })[0]!;
  // Both medians of noise are alike: of each part a tenth is kept, (1 / (1 + 9)).
  expect(level(rest) / level(hiss)).toBeGreaterThan(0.6);
});

test("an infinite power makes all-or-nothing masks, and silence is shared", () => {
  const { harmonicMask, percussiveMask } = hpssMasks(magnitudeSpectrogram(both), { power: Infinity });
  expect(new Set([...harmonicMask.data, ...percussiveMask.data])).toEqual(new Set([0, 1]));
  const silent = magnitudeSpectrogram(new Float64Array(4000));
  expect(hpssMasks(silent, { power: Infinity }).harmonicMask.data.every((share) => share === 0)).toBe(true);
  expect(hpssMasks(silent).harmonicMask.data.every((share) => share === 0.5)).toBe(true);
  expect(hpssMasks(silent, { margin: 2 }).harmonicMask.data.every((share) => share === 0)).toBe(true);
});

test("gain does not change the masks", () => {
  const magnitudes = magnitudeSpectrogram(both, { nFft: 512 });
  const louder = { ...magnitudes, data: magnitudes.data.map((value) => 1000 * value) };
  const before = hpssMasks(magnitudes).harmonicMask.data;
  hpssMasks(louder).harmonicMask.data.forEach((share, i) => {
    if (Math.abs(share - before[i]!) > 1e-9) throw new Error(`${share} is not ${before[i]}`);
  });
});
