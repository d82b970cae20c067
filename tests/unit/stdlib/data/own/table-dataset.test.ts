import { expect, test } from "vitest";
import { Dataset } from "../../../../../src/stdlib/data/index.ts";
import { ownTable } from "../../../../../src/stdlib/data/own/own-table.ts";
import { tableDataset } from "../../../../../src/stdlib/data/own/table-dataset.ts";

const text = `take,style,player,bpm,swing
a,jazz,1,120,0.6
b,rock,1,140,0.5
c,jazz,2,,0.66
d,rock,2,150,0.51
e,,2,90,0.5
`;
const table = ownTable("takes.csv", text);
const dataset = (roles: object) => {
  const { file, leftOut } = tableDataset("takes.csv", table, roles);
  return { leftOut, ...new Dataset(file, ""), loaded: new Dataset(file, "") };
};

test("a table has the form of a dataset of the course: X, y, groups, class names", () => {
  const { X, y, groups, classNames, featureNames, leftOut, loaded } = dataset({
    target: "style",
    group: "player",
  });
  expect(featureNames).toEqual(["bpm", "swing"]);
  expect([X.rows, X.cols]).toEqual([3, 2]);
  expect(y).toEqual(["jazz", "rock", "rock"]);
  expect(groups).toEqual(["1", "1", "2"]);
  expect(classNames).toEqual(["jazz", "rock"]);
  expect(leftOut).toBe(2);
  expect(loaded.column("take")).toEqual(["a", "b", "d"]);
});

test("rows with a missing number can be kept; those without a target cannot", () => {
  const { X, y, leftOut } = dataset({ target: "style", missing: "keep" });
  expect(y).toEqual(["jazz", "rock", "jazz", "rock"]);
  expect(X.row(2)[1]).toBeNaN();
  expect(leftOut).toBe(1);
});

test("a target that is a number is one", () => {
  const { y, classNames, featureNames } = dataset({ target: "bpm" });
  expect(y).toEqual([120, 140, 150, 90]);
  expect(classNames).toEqual([]);
  expect(featureNames).toEqual(["player", "swing"]);
});

test.each([
  [{ target: "Style" }, 'takes.csv has no column "Style" for the target; did you mean "style"?'],
  [{ features: ["take"] }, '"take" is text, and a feature is a number'],
])("columns that do not serve are named: %o", (roles, message) => {
  expect(() => tableDataset("takes.csv", table, roles)).toThrow(message);
});

test("when no row would be left, the column that has most missing is named", () => {
  const gaps = ownTable("gaps.csv", "a,b\n1,\n2,\n,3\n");
  expect(() => tableDataset("gaps.csv", gaps, {})).toThrow('Worst is "b": 2 of 3 cells');
});
