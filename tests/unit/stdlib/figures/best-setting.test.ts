import { describe, expect, test } from "vitest";
import { bestSetting, standardError } from "../../../../src/stdlib/figures/best-setting.ts";

const point = (value: number, validationScore: number, foldScores: number[] = []) => ({
  value,
  validationScore,
  foldScores,
});

describe("standard error", () => {
  test("is the folds' standard deviation over the root of their number", () => {
    // Deviations -1, 0, 1: variance 1, three folds.
    expect(standardError(point(1, 2, [1, 2, 3]))).toBeCloseTo(1 / Math.sqrt(3), 12);
  });

  test("is read off a 95 % interval where there is one", () => {
    expect(standardError({ value: 1, interval: [0.4, 0.4 + 2 * 1.96 * 0.05] })).toBeCloseTo(0.05, 12);
  });

  test("is 0 for a single fold, of which nothing can be said", () => {
    expect(standardError(point(1, 0.5, [0.5]))).toBe(0);
  });
});

describe("the best setting", () => {
  const points = [
    point(1, 0.5),
    point(5, 0.62),
    point(15, 0.64, [0.6, 0.64, 0.68]),
    point(31, 0.62),
    point(61, 0.5),
  ];

  test("by the maximum has the highest validation score", () => {
    expect(bestSetting(points, "max", "falling")?.value).toBe(15);
  });

  test("by one standard error is the simplest that is near enough, whichever side is the simple one", () => {
    expect(bestSetting(points, "one-standard-error", "falling")?.value).toBe(31);
    expect(bestSetting(points, "one-standard-error", "rising")?.value).toBe(5);
  });

  test("is the simpler one of two equal ones", () => {
    const equal = [point(1, 0.6), point(3, 0.6)];
    expect(bestSetting(equal, "max", "rising")?.value).toBe(1);
    expect(bestSetting(equal, "max", "falling")?.value).toBe(3);
  });

  test("passes over points that have no validation score yet", () => {
    expect(bestSetting([{ value: 1, trainScore: 1 }, point(3, 0.2)], "max", "rising")?.value).toBe(3);
    expect(bestSetting([{ value: 1, trainScore: 1 }], "max", "rising")).toBeUndefined();
  });

  test("leaves the points in their order", () => {
    const given = [point(3, 0.2), point(1, 0.9)];
    bestSetting(given, "max", "rising");
    expect(given.map(({ value }) => value)).toEqual([3, 1]);
  });
});
