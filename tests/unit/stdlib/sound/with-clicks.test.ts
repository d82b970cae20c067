import { expect, test } from "vitest";
import { safePeak } from "../../../../src/stdlib/sound/safe-level.ts";
import { withClicks } from "../../../../src/stdlib/sound/with-clicks.ts";

const sr = 8000;
const tone = (level: number, seconds = 2) =>
  Float32Array.from({ length: seconds * sr }, (_, i) => level * Math.sin((2 * Math.PI * 200 * i) / sr));
const peak = (y: ArrayLike<number>) =>
  Array.from(y).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
const minus = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a, (sample, i) => sample - b[i]!);

test.each([0.01, 1, 30])("clicks are as loud beside music of a peak of %f as beside any other", (level) => {
  const plain = withClicks({ y: tone(level), sr }, []).y;
  const clicked = withClicks({ y: tone(level), sr }, [0.5, 1]).y;
  expect(peak(plain)).toBeCloseTo(0.5, 3);
  expect(peak(minus(clicked, plain))).toBeCloseTo(0.38, 6);
  expect(peak(clicked)).toBeLessThan(safePeak);
});

test("a click begins at the sample of its time, and each is as loud as the others", () => {
  const { y } = withClicks({ y: new Float32Array(2 * sr), sr }, [0.5, 1.25]);
  // The first sample of a click is the zero of its sine.
  expect(y.findIndex((sample) => sample !== 0)).toBe(0.5 * sr + 1);
  expect(peak(y.subarray(sr, 1.25 * sr))).toBe(0);
  expect(peak(y.subarray(1.25 * sr))).toBe(peak(y.subarray(0, sr)));
});

test("the result is as long as the music: a beat at its end or beyond is left out", () => {
  const { y } = withClicks({ y: tone(1), sr }, [1.95, 2, 7]);
  expect(y.length).toBe(2 * sr);
});

test.each([
  [[0, -1], "times[1] is -1; it must be a time of 0 s or more."],
  [[Number.NaN], "times[0] is NaN"],
  [["a"], 'times[0] is "a"'],
  [3, "times must be a list of seconds such as beats, but it is 3."],
  ["1 2", 'but it is "1 2".'],
])("times of %j are refused", (times, message) => {
  expect(() => withClicks({ y: tone(1), sr }, times as number[])).toThrow(message);
});
