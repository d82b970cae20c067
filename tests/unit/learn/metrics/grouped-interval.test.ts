import { expect, test } from "vitest";
import { groupedInterval, RandomState } from "../../../../src/learn/index.ts";

const random = new RandomState(4);
const rows = 400;
const groups = Array.from({ length: rows }, (_, i) => i % 8);
// Some groups are easy and some hard, as kits are.
const yPred = groups.map((group) => (random.random() < 0.3 + 0.08 * group ? "right" : "wrong"));
const yTrue = groups.map(() => "right");

test("the interval holds the score, and the same seed gives the same one", () => {
  const interval = groupedInterval(yTrue, yPred, groups, { randomState: 3 });
  expect(interval.score).toBe(yPred.filter((label) => label === "right").length / rows);
  expect(interval.low).toBeLessThan(interval.score);
  expect(interval.high).toBeGreaterThan(interval.score);
  expect(groupedInterval(yTrue, yPred, groups, { randomState: 3 })).toEqual(interval);
  expect(groupedInterval(yTrue, yPred, groups, { randomState: 4 })).not.toEqual(interval);
});

test("over rows it is about as wide as the normal approximation says, over groups wider", () => {
  const { score, low, high } = groupedInterval(yTrue, yPred);
  const width = 2 * 1.96 * Math.sqrt((score * (1 - score)) / rows);
  // 1000 draws place each end to within a few per cent of the width.
  expect((high - low) / width).toBeGreaterThan(0.85);
  expect((high - low) / width).toBeLessThan(1.15);
  const grouped = groupedInterval(yTrue, yPred, groups);
  expect(grouped.high - grouped.low).toBeGreaterThan(1.5 * (high - low));
});

test("a higher level gives a wider interval", () => {
  const wide = groupedInterval(yTrue, yPred, groups, { level: 0.99 });
  const narrow = groupedInterval(yTrue, yPred, groups, { level: 0.5 });
  expect(wide.high - wide.low).toBeGreaterThan(narrow.high - narrow.low);
});

test("rows that were never held out are left out", () => {
  const held = yPred.map((label, i) => (groups[i] === 7 ? null : label));
  const kept = groups.map((_, i) => i).filter((i) => groups[i] !== 7);
  const expected = groupedInterval(
    kept.map((i) => yTrue[i]!),
    kept.map((i) => yPred[i]!),
    kept.map((i) => groups[i]!),
  );
  expect(groupedInterval(yTrue, held, groups)).toEqual(expected);
});

test("arguments that make no sense are refused", () => {
  expect(() => groupedInterval(yTrue, yPred, [1, 2])).toThrow("groups has 2");
  expect(() => groupedInterval(yTrue, yPred, groups, { level: 95 })).toThrow(
    "level must be between 0 and 1, but it is 95",
  );
  expect(() => groupedInterval(yTrue, yPred, groups, { draws: 0 })).toThrow("draws must be");
});
