import { expect, test } from "vitest";
import { KNeighborsClassifier, KNeighborsRegressor } from "../../../../src/learn/neighbors/index.ts";
import { biasVariance } from "../../../../src/learn/selection/index.ts";
import { addsUp, leastLoss, wholeLoss } from "../../../../src/stdlib/figures/bias-variance-parts.ts";

const X = Array.from({ length: 10 }, (_, i) => [i]);

test("the whole is what was measured, else the sum of the parts", () => {
  expect(wholeLoss({ value: 1, bias2: 1, variance: 2 })).toBe(3);
  expect(wholeLoss({ value: 1, bias2: 1, variance: 2, noise: 4 })).toBe(7);
  expect(wholeLoss({ value: 1, bias2: 1, variance: 2, expectedLoss: 2.5 })).toBe(2.5);
});

test("the parts of the squared error add up, those of classes need not", () => {
  const truth = X.map(([x]) => x! ** 2);
  const squared = biasVariance(new KNeighborsRegressor(), X, truth, { noise: 3, nDraws: 10 });
  expect(addsUp([{ value: 1, ...squared }])).toBe(true);
  const y = X.map((_, i) => (i % 3 > 0 ? "a" : "b"));
  const classes = biasVariance(new KNeighborsClassifier({ nNeighbors: 1 }), X, y, { nDraws: 20 });
  expect(addsUp([{ value: 1, ...classes }])).toBe(false);
});

test("the least loss is the first of equal ones, and none where there is nothing", () => {
  const points = [3, 1, 1].map((bias2, value) => ({ value, bias2, variance: 0 }));
  expect(leastLoss(points)!.value).toBe(1);
  expect(leastLoss([])).toBeUndefined();
});
