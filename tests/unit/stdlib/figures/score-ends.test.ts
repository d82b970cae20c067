import { describe, expect, test } from "vitest";
import { scoreEnds } from "../../../../src/stdlib/figures/score-ends.ts";
import { upperEnd } from "../../../../src/stdlib/figures/upper-end.ts";

describe("the axis of scores", () => {
  test("goes from 0 to 1 whatever the scores are, and while there are none", () => {
    expect(scoreEnds([0.31, 0.99, undefined, Number.NaN])).toEqual([0, 1]);
    expect(scoreEnds([])).toEqual([0, 1]);
  });

  test("reaches in round steps to scores outside", () => {
    expect(scoreEnds([0.9, -0.3])).toEqual([-0.5, 1]);
    expect(scoreEnds([-23])).toEqual([-25, 5]);
  });

  test("is what was asked for", () => {
    expect(scoreEnds([0.2], [0.5, 0.9])).toEqual([0.5, 0.9]);
  });
});

test("the axis of losses ends at a round number that is not below the largest finite one", () => {
  expect([[0.093], [3], [4.1, Number.POSITIVE_INFINITY], [], [0]].map(upperEnd)).toEqual([0.1, 3, 5, 1, 1]);
});
