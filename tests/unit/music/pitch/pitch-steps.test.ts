import { expect, test } from "vitest";
import { frameOf, mpm, pyin, yin } from "../../../../src/music/index.ts";
import { sine } from "../tones.ts";

const sr = 16000;
const octave = sine(400, 0.6, sr);
const y = sine(200, 0.6, sr).map((sample, i) => sample + 0.5 * octave[i]!);
const MIDDLE = 30;

test("steps change no figure", () => {
  for (const plain of [false, true]) {
    const options = { sr, plain };
    const open = { ...options, steps: true } as const;
    expect(yin(y, open)).toEqual({ ...yin(y, options), steps: expect.anything() });
    expect(pyin(y, open)).toEqual({ ...pyin(y, options), steps: expect.anything() });
    expect(mpm(y, open)).toEqual({ ...mpm(y, options), steps: expect.anything() });
  }
});

test("yin's period is the first dip of d′ under its threshold", () => {
  const { f0, steps } = yin(y, { sr, steps: true });
  const dips = steps.candidates[MIDDLE]!;
  const first = dips.find(({ value }) => value < steps.thresholds[MIDDLE]!)!;
  expect(Math.abs(first.period - steps.periods[MIDDLE]!)).toBeLessThan(1);
  expect(sr / steps.periods[MIDDLE]!).toBeCloseTo(f0[MIDDLE]!, 9);
  const column = steps.lags.indexOf(first.period);
  expect(frameOf(steps.normalized, MIDDLE)[column]).toBe(first.value);
  expect(frameOf(steps.difference, MIDDLE)[0]).toBeLessThan(1e-12);
});

test("a low threshold makes plain yin take the deepest dip, and a high one the first", () => {
  const strong = y.map((sample, i) => sample + 4 * octave[i]!);
  const pitchAt = (threshold: number) =>
    sr / yin(strong, { sr, plain: true, threshold, steps: true }).steps.periods[MIDDLE]!;
  expect(Math.abs(pitchAt(0.01) - 200)).toBeLessThan(1);
  expect(Math.abs(pitchAt(0.5) - 400)).toBeLessThan(1);
});

test("mpm's period is the first key maximum that reaches the cutoff", () => {
  const { steps } = mpm(y, { sr, steps: true });
  const first = steps.keyMaxima[MIDDLE]!.find(({ value }) => value >= steps.cutoffs[MIDDLE]!)!;
  expect(Math.abs(first.period - steps.periods[MIDDLE]!)).toBeLessThan(1);
  expect(steps.clarity[MIDDLE]).toBe(first.value);
});

test("pyin's probabilities sum to one, and its path leads through candidates", () => {
  const { f0, voiced, steps } = pyin(y, { sr, steps: true });
  steps.candidates.forEach((candidates, t) => {
    const sum = candidates.reduce((total, { probability }) => total + probability, steps.unvoiced[t]!);
    expect(Math.abs(sum - 1)).toBeLessThan(1e-9);
    expect(voiced[t]).toBe(steps.path[t]! < 0 ? 0 : 1);
    // Sharpening moves a pitch by less than half a semitone.
    if (voiced[t])
      expect(Math.abs(12 * Math.log2(candidates[steps.path[t]!]!.hz / f0[t]!))).toBeLessThan(0.5);
  });
});

test("pyin's transition is the less likely the further, down to that of any leap", () => {
  const { probability } = pyin(y, { sr, steps: true }).steps.transition;
  for (let i = 1; i < probability.length; i++)
    expect(probability[i]).toBeLessThanOrEqual(probability[i - 1]!);
  expect(probability.at(-1)).toBe(probability.at(-2));
});

test("plain pyin's transition is librosa's: a triangle, and one change of voice in a hundred", () => {
  const { semitones, probability, change } = pyin(y, { sr, plain: true, steps: true }).steps.transition;
  expect(change).toBe(0.01);
  // 35.92 octaves a second are 4.3 semitones in 10 ms: rounded to 4, half of them to either side.
  expect(semitones.at(-1)).toBe(2);
  const whole = probability.reduce((sum, value) => sum + 2 * value, 0) - probability[0]!;
  expect(whole).toBeCloseTo(1, 12);
});

test("a pitch that jumps for one frame only does not lead pyin astray", () => {
  const spoilt = y.slice();
  const other = sine(800, 0.6, sr);
  // 20 ms of another octave: a third of the short window.
  for (let i = 4800; i < 5120; i++) spoilt[i] = other[i]!;
  for (const f0 of pyin(spoilt, { sr }).f0.subarray(12, 48)) {
    expect(Math.abs(12 * Math.log2(f0 / 200))).toBeLessThan(0.5);
  }
});
