import fc from "fast-check";
import { expect, test } from "vitest";
import { KFold, LeaveOneGroupOut } from "../../../../src/learn/selection/index.ts";
import { foldRoles, rowOrder, runsOf, sharedGroups } from "../../../../src/stdlib/figures/fold-grid.ts";

const X = Array.from({ length: 6 }, (_, i) => [i]);
const groups = ["a", "a", "b", "b", "b", "c"];

test("each row is learned from, tested on, or unused", () => {
  expect(foldRoles({ train: [0, 3], test: Int32Array.of(1) }, 4)).toEqual([
    "train",
    "test",
    "unused",
    "train",
  ]);
});

test("what a splitter yields uses every row once", () => {
  for (const fold of new KFold({ nSplits: 3 }).split(X)) {
    expect(foldRoles(fold, 6).filter((role) => role === "test")).toHaveLength(2);
    expect(foldRoles(fold, 6)).not.toContain("unused");
  }
});

test("runs put together give the values back, and no two neighbours are equal", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 })), (values) => {
      const order = rowOrder(values.length, values);
      const runs = runsOf(values, order);
      expect(runs.flatMap(({ from, to, value }) => new Array(to - from).fill(value))).toEqual(
        order.map((row) => values[row]),
      );
      for (const [i, run] of runs.entries()) if (i > 0) expect(run.value).not.toBe(runs[i - 1]!.value);
    }),
  );
});

test("rows stand together by group, groups and rows in their order", () => {
  expect(rowOrder(5, ["b", "a", "b", "a", "b"])).toEqual([1, 3, 0, 2, 4]);
  expect(rowOrder(3, undefined)).toEqual([0, 1, 2]);
});

test("groups on both sides are counted: none where groups are left out whole", () => {
  expect(sharedGroups({ train: [0, 2, 5], test: [1, 3, 4] }, groups)).toBe(2);
  for (const fold of new LeaveOneGroupOut().split(X, groups, groups))
    expect(sharedGroups(fold, groups)).toBe(0);
});
