import { expect, test } from "vitest";
import { classIndex, labelledPoints, paddedDomain } from "../../../../src/stdlib/figures/labelled-points.ts";

const samples = {
  X: [
    [1, 10, 100],
    [2, 20, 200],
  ],
  y: ["b", "a"],
  featureNames: ["p", "q", "r"],
  classNames: ["a", "b"],
};

test("the first two columns are drawn unless others are named", () => {
  expect(Array.from(labelledPoints(samples).y)).toEqual([10, 20]);
  const named = labelledPoints({ ...samples, features: ["r", "p"] });
  expect([Array.from(named.x), Array.from(named.y)]).toEqual([
    [100, 200],
    [1, 2],
  ]);
  expect(Array.from(named.matrix.data)).toEqual([100, 1, 200, 2]);
});

test("classes take their places from classNames, by name or by number", () => {
  expect(Array.from(labelledPoints(samples).classes)).toEqual([1, 0]);
  expect(Array.from(labelledPoints({ ...samples, y: [0, 1] }).classes)).toEqual([0, 1]);
});

test("a number that is itself a class name is that class, not a place", () => {
  expect(classIndex(1, ["1", "2"])).toBe(0);
});

test("what does not fit is said in the words of the arguments", () => {
  expect(() => labelledPoints({ ...samples, features: ["p", "s"] })).toThrow(
    'X has no column "s"; it has p, q, r',
  );
  expect(() => labelledPoints({ ...samples, y: ["a"] })).toThrow("X has 2 rows, but y has 1 labels");
  expect(() => classIndex("c", ["a", "b"])).toThrow('"c" is not one of the classes a, b');
});

test("a domain has room on both sides, also around a single value", () => {
  expect(paddedDomain(Float64Array.of(0, 100))).toEqual([-5, 105]);
  expect(paddedDomain(Float64Array.of(7))).toEqual([6, 8]);
  expect(paddedDomain(Float64Array.of())).toEqual([0, 1]);
});

test("names that are not given are those of the labels, sorted, and the columns' numbers", () => {
  const { X, y } = samples;
  expect(labelledPoints({ X, y })).toMatchObject({
    classNames: ["a", "b"],
    classes: Int32Array.of(1, 0),
    xName: "feature 1",
    yName: "feature 2",
  });
  expect(labelledPoints({ X, y: [10, 9] }).classNames).toEqual(["9", "10"]);
  expect(labelledPoints({ X, y, features: ["feature 3", "feature 1"] }).x[0]).toBe(100);
});

test("what is missing is named", () => {
  const { X, y } = samples;
  expect(() => labelledPoints(undefined as never, "scatterFigure")).toThrow(
    "scatterFigure takes its settings by name, in braces, such as {X, y}, but it got undefined.",
  );
  expect(() => labelledPoints({ y } as never)).toThrow("X must be a Matrix or an array of rows");
  expect(() => labelledPoints({ X } as never)).toThrow("y must be an array of labels, but it is undefined");
  expect(() => labelledPoints({ X: [[1], [2]], y })).toThrow("needs two features to draw, but X has 1 col");
  expect(() => labelledPoints({ X, y, featureNames: ["p"] })).toThrow("featureNames 1 names");
});
