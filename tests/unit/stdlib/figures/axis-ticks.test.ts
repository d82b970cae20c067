import { describe, expect, test } from "vitest";
import { linearTicks, logTicks, niceStep } from "../../../../src/stdlib/figures/axis-ticks.ts";

test("a nice step is 1, 2 or 5 times a power of ten, and not below what is asked", () => {
  expect([0.07, 0.1, 0.11, 3, 5, 6, 1300].map(niceStep)).toEqual([0.1, 0.1, 0.2, 5, 5, 10, 2000]);
});

describe("linear ticks", () => {
  test("are round, inside the ends, and free of binary dust", () => {
    expect(linearTicks(0, 0.62, 7)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
    expect(linearTicks(-62.3, 2.9, 8)).toEqual([-60, -50, -40, -30, -20, -10, 0]);
  });

  test("stay whole for counts even where there is room for halves", () => {
    expect(linearTicks(1, 6, 14)).toEqual([1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6]);
    expect(linearTicks(1, 6, 14, 1)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe("log ticks", () => {
  test("are 1, 2, 5 and their tens", () => {
    expect(logTicks(1, 121, 10)).toEqual([1, 2, 5, 10, 20, 50, 100]);
  });

  test("are powers of ten alone where there is little room", () => {
    expect(logTicks(0.001, 1000, 8)).toEqual([0.001, 0.01, 0.1, 1, 10, 100, 1000]);
  });
});
