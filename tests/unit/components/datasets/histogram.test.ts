import { expect, test } from "vitest";
import { spreadOf } from "../../../../src/components/datasets/histogram.ts";

const about = { name: "a", label: "a", unit: "", description: "a" };

test("numbers fall into 24 equal steps from the least to the greatest, and the greatest into the last", () => {
  const spread = spreadOf({ ...about, values: [0, 0.5, 1, 23.5, 24, null] });
  expect(spread.counts).toHaveLength(24);
  expect([spread.counts[0], spread.counts[1], spread.counts[23]]).toEqual([2, 1, 2]);
  expect(spread).toMatchObject({ from: "0", to: "24", missing: 1 });
});

test("one number many times is one bar", () => {
  expect(spreadOf({ ...about, values: [3, 3, 3] })).toMatchObject({ from: "3", to: "", different: 1 });
});

test("a category has a bar for each text, and texts have none", () => {
  expect(spreadOf({ ...about, levels: ["x", "y"], codes: [0, 1, 1, -1] })).toEqual({
    counts: [1, 2],
    from: "x",
    to: "y",
    missing: 1,
    different: 2,
  });
  expect(spreadOf({ ...about, texts: ["p", "q", "q"] })).toMatchObject({ counts: [], different: 2 });
});
