import { expect, test } from "vitest";
import { meanSquaredError, r2 } from "../../../../src/learn/metrics/index.ts";
import {
  residualEnd,
  residualSummary,
  runningMean,
} from "../../../../src/stdlib/figures/residual-summary.ts";

const truth = [3, 5, 4, 8, 1];
const predicted = [2.5, 5.5, 4, 6, 2];
const residuals = truth.map((value, i) => value - predicted[i]!);

test("the summary agrees with the metrics", () => {
  const summary = residualSummary(truth, residuals);
  expect(summary.rmse).toBeCloseTo(Math.sqrt(meanSquaredError(truth, predicted)), 12);
  expect(summary.r2).toBeCloseTo(r2(truth, predicted), 12);
  expect(summary.largest).toBe(2);
  expect(residualSummary([1, 1], [0, 0]).r2).toBeNaN();
});

test("models that are better than the mean share an axis; a worse one gets a longer one", () => {
  // The mean is 4.2; 8 lies 3.8 above it.
  expect(residualEnd(truth, 0.5)).toBe(residualEnd(truth, 3.7));
  expect(residualEnd(truth, 0.5)).toBeCloseTo(3.8 * 1.05, 12);
  expect(residualEnd(truth, 10)).toBeCloseTo(10.5, 12);
  expect(residualEnd([2, 2], 0)).toBe(1);
});

test("a running mean goes along x, with fewer neighbours at the ends", () => {
  expect(runningMean([3, 1, 2], [9, 1, 2], 3)).toEqual([
    { x: 1, y: 1.5 },
    { x: 2, y: 4 },
    { x: 3, y: 5.5 },
  ]);
});
