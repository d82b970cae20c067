import { expect, test } from "vitest";
import { barEnds, scoresDomain, sortedScores } from "../../../../src/stdlib/figures/feature-score-bars.ts";

const features = [
  { name: "a", score: 0.2 },
  { name: "b" },
  { name: "c", score: -0.1 },
  { name: "d", score: 0.2 },
];

test("the largest come first, equal ones in their order, unknown ones last", () => {
  expect(
    sortedScores(features)
      .map(({ name }) => name)
      .join(""),
  ).toBe("adcb");
  expect(features[0]!.name).toBe("a");
});

test("the axis holds 0, all scores and their intervals, between round numbers", () => {
  expect(scoresDomain(features)).toEqual([-0.1, 0.2]);
  expect(scoresDomain([{ name: "a", score: 3, interval: [-2, 8] }])).toEqual([-2, 8]);
  expect(scoresDomain([])).toEqual([0, 1]);
});

test("a bar goes from 0 to its score, to the left below 0; what is unknown has none", () => {
  expect(barEnds({ name: "a", score: 1 }, [-1, 3])).toEqual({
    zero: 0.25,
    bar: [0.25, 0.5],
    interval: undefined,
  });
  expect(barEnds({ name: "a", score: -1 }, [-1, 3]).bar).toEqual([0, 0.25]);
  expect(barEnds({ name: "a" }, [-1, 3]).bar).toBeUndefined();
});

test("an interval beyond the axis is cut at its end", () => {
  expect(barEnds({ name: "a", score: 1, interval: [-9, 9] }, [0, 2]).interval).toEqual([0, 1]);
});
