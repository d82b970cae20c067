import { expect, test } from "vitest";
import { decades, leastEpoch, lossSeries } from "../../../../src/stdlib/figures/loss-series.ts";

test("losses are read up to the first that is not known yet", () => {
  expect(lossSeries([3, 2, undefined, 1])).toEqual({
    points: [
      { epoch: 1, loss: 3 },
      { epoch: 2, loss: 2 },
    ],
  });
  expect(lossSeries(undefined)).toEqual({ points: [] });
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])(
  "a loss of %s ends the run, and its epoch is told",
  (loss) => {
    expect(lossSeries([3, loss, 2])).toEqual({ points: [{ epoch: 1, loss: 3 }], brokenAt: 2 });
  },
);

test("the least loss is the first of equal ones", () => {
  expect(leastEpoch(lossSeries([3, 1, 1, 2]))).toEqual({ epoch: 2, loss: 1 });
  expect(leastEpoch(lossSeries([]))).toBeUndefined();
});

test("a log axis goes from a power of ten to another", () => {
  expect(decades([0.03, 7])).toEqual([0.01, 10]);
  expect(decades([0.1, 1])).toEqual([0.1, 1]);
  expect(decades([10])).toEqual([10, 100]);
  expect(decades([0, Number.POSITIVE_INFINITY])).toEqual([0.1, 1]);
});
