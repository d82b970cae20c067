import { expect, test } from "vitest";
import { meanFit, outside, paddedEnds } from "../../../../src/stdlib/figures/fits-summary.ts";

test("the mean of fits is taken place by place", () => {
  expect(
    meanFit([
      [1, 2],
      [3, 6],
    ]),
  ).toEqual([2, 4]);
});

test("a fit is outside if it leaves the axis anywhere", () => {
  expect(
    [
      [0, 1],
      [0, 1.1],
      [-0.1, 0.5],
    ].map((fit) => outside(fit, [0, 1])),
  ).toEqual([false, true, true]);
});

test("the ends of an axis have room, pass over what is not finite, and are there without values", () => {
  expect(paddedEnds([0, 100, Number.NaN])).toEqual([-15, 115]);
  expect(paddedEnds([7])).toEqual([6, 8]);
  expect(paddedEnds([])).toEqual([0, 1]);
});
