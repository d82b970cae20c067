import { describe, expect, test } from "vitest";
import { metrics, RandomState } from "../../../../src/learn/index.ts";

const { pairedDifference, wilsonInterval } = metrics;

describe("wilsonInterval", () => {
  test("does not shut when all are right, or none", () => {
    const truth = new Array(18).fill("kick");
    expect(wilsonInterval(truth, truth)).toMatchObject({ score: 1, high: 1 });
    // 18² / (18² + 18 z²): the closed form at the upper end.
    expect(wilsonInterval(truth, truth).low).toBeCloseTo(18 / (18 + 1.959963984540054 ** 2), 12);
    expect(wilsonInterval(truth, new Array(18).fill("tom"))).toMatchObject({ score: 0, low: 0 });
  });

  test("is the mirror of itself for right and wrong", () => {
    const { low, high } = wilsonInterval(["a", "a", "a", "a"], ["a", "b", "b", "b"]);
    const mirrored = wilsonInterval(["a", "a", "a", "a"], ["a", "a", "a", "b"]);
    expect(mirrored.low).toBeCloseTo(1 - high, 12);
    expect(mirrored.high).toBeCloseTo(1 - low, 12);
  });

  test("says what is wrong with its arguments", () => {
    expect(() => wilsonInterval([], [])).toThrow("at least one row");
    expect(() => wilsonInterval(["a"], [])).toThrow("equally long");
  });
});

describe("pairedDifference", () => {
  const truth = ["kick", "kick", "snare", "tom", "tom"];
  const first = ["kick", "tom", "snare", "tom", "tom"];
  const second = ["kick", "kick", "tom", "kick", "clap"];

  test("counts who was right, and takes the difference of the two accuracies", () => {
    const pair = pairedDifference(truth, first, second);
    expect(pair.counts).toEqual({ both: 1, first: 3, second: 1, neither: 0 });
    expect(pair.difference).toBeCloseTo(metrics.accuracy(truth, first) - metrics.accuracy(truth, second), 12);
    // 3 to 1: a coin falls so or more unevenly with probability 2 (1 + 4) / 16.
    expect(pair.pValue).toBeCloseTo(10 / 16, 12);
  });

  test("turns round when the two change places", () => {
    const there = pairedDifference(truth, first, second);
    const back = pairedDifference(truth, second, first);
    expect(back.difference).toBeCloseTo(-there.difference, 12);
    expect(back.low).toBeCloseTo(-there.high, 12);
    expect(back.pValue).toBe(there.pValue);
  });

  test("finds no difference between equals, and says how little that proves", () => {
    const pair = pairedDifference(truth, first, first);
    expect(pair).toMatchObject({ difference: 0, pValue: 1 });
    expect(pair.low).toBeLessThan(-0.3);
    expect(pair.high).toBeGreaterThan(0.3);
  });

  test("an interval holds the true difference about as often as it says", () => {
    const random = new RandomState(5);
    const draws = 3000;
    for (const [n, onlyFirst, onlySecond] of [
      [18, 0.2, 0.05],
      [18, 0.02, 0.02],
      [60, 0.1, 0.25],
    ] as const) {
      let held = 0;
      for (let draw = 0; draw < draws; draw++) {
        const luck = Array.from({ length: n }, () => random.random());
        const a = luck.map((p) => (p < onlyFirst ? "right" : p < onlyFirst + onlySecond ? "wrong" : "right"));
        const b = luck.map((p) => (p < onlyFirst ? "wrong" : "right"));
        const { low, high } = pairedDifference(new Array(n).fill("right"), a, b);
        if (low <= onlyFirst - onlySecond && onlyFirst - onlySecond <= high) held++;
      }
      // 3000 draws place 95 % to within 1.2 % (three standard errors); the interval is known to err on the safe side.
      expect(held / draws, `${n} questions`).toBeGreaterThan(0.938);
    }
  });

  test("says what is wrong with its arguments", () => {
    expect(() => pairedDifference([], [], [])).toThrow("at least one row");
    expect(() => pairedDifference(truth, first, ["kick"])).toThrow("second has 1");
  });
});
