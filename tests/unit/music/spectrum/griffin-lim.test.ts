import { expect, test } from "vitest";
import { griffinLim, magnitudeSpectrogram } from "../../../../src/music/index.ts";
import { sine } from "../tones.ts";

const sr = 8000;
const y = sine(440, 0.5, sr).map((sample, i) => sample * Math.exp(-i / 2000) + 0.3 * Math.sin(i * i * 2e-4));
const magnitudes = magnitudeSpectrogram(y, { nFft: 256 });

test("the sound's magnitudes come nearer with the steps, and in the end are within 6 % of those asked for", () => {
  const { steps, y: found } = griffinLim(magnitudes, { nIter: 60, length: y.length, steps: true });
  const { errors } = steps;
  expect(found).toHaveLength(y.length);
  expect(errors[0]).toBeGreaterThan(0.2);
  expect(errors[59]).toBeLessThan(errors[9]!);
  const heard = magnitudeSpectrogram(found, { nFft: 256 });
  const norm = (values: Float64Array) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  const off = norm(heard.data.map((value, i) => value - magnitudes.data[i]!)) / norm(magnitudes.data);
  expect(off).toBeLessThan(0.06);
  expect(off).toBeLessThanOrEqual(errors[59]! * 1.2);
});

test("momentum makes it quicker", () => {
  const [error] = griffinLim(magnitudes, { steps: true }).steps.errors.slice(-1);
  const [slow] = griffinLim(magnitudes, { momentum: 0, steps: true }).steps.errors.slice(-1);
  expect(error).toBeLessThan(slow! / 1.5);
});

test("the same seed gives the same sound, and another seed another", () => {
  const options = { nIter: 2 };
  expect(griffinLim(magnitudes, options)).toEqual(griffinLim(magnitudes, { ...options, seed: 0 }));
  expect(griffinLim(magnitudes, { ...options, seed: 1 })).not.toEqual(griffinLim(magnitudes, options));
});

test("no magnitudes at all are silence", () => {
  const silent = { data: new Float64Array(129 * 4), frames: 4, bins: 129 };
  expect(griffinLim(silent).every((sample) => sample === 0)).toBe(true);
});
