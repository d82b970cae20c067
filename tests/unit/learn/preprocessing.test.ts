import { expect, test } from "vitest";
import { StandardScaler } from "../../../src/learn/index.ts";

test("scaled columns have mean 0 and standard deviation 1, and a constant one becomes 0", () => {
  const X = [
    [2, 5],
    [4, 5],
    [9, 5],
  ];
  const { data } = new StandardScaler().fitTransform(X);
  const first = [data[0]!, data[2]!, data[4]!];
  // Three rounded operations.
  expect(first.reduce((a, b) => a + b)).toBeCloseTo(0, 14);
  expect(first.reduce((a, b) => a + b * b, 0) / 3).toBeCloseTo(1, 14);
  expect([data[1], data[3], data[5]]).toEqual([0, 0, 0]);
});

test("a matrix with other columns than were fitted is refused", () => {
  const scaler = new StandardScaler().fit([[1, 2]]);
  expect(() => scaler.transform([[1]])).toThrow(
    "X must have 2 columns, as when StandardScaler was fitted, but it has 1",
  );
});
