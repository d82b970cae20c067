import { describe, expect, test } from "vitest";
import { Matrix } from "../../../../src/learn/index.ts";

const X = [
  [1, 2, 3],
  [4, 5, 6],
];

test("Matrix.from stores rows one after the other", () => {
  const matrix = Matrix.from(X);
  expect([matrix.rows, matrix.cols, Array.from(matrix.data)]).toEqual([2, 3, [1, 2, 3, 4, 5, 6]]);
  expect(Matrix.from([Float32Array.of(1, 2), [3, 4]]).data).toEqual(Float64Array.of(1, 2, 3, 4));
  expect(Matrix.from(matrix)).toBe(matrix);
});

test("rows and columns can be selected, repeated and put into another order", () => {
  const matrix = Matrix.from(X);
  expect(Array.from(matrix.row(1))).toEqual([4, 5, 6]);
  expect(matrix.selectRows([1, 0, 1])).toEqual(Matrix.from([X[1]!, X[0]!, X[1]!]));
  expect(matrix.selectCols([2, 0])).toEqual(
    Matrix.from([
      [3, 1],
      [6, 4],
    ]),
  );
});

describe("what is no table of numbers is refused, saying where", () => {
  test.each([
    [[[1, 2], [3]], "every row must have as many values as row 0, which has 2, but row 1 has 1"],
    [[[1, Number.POSITIVE_INFINITY]], "row 0, column 1 is Infinity"],
    [[[1], ["2"]], 'row 1, column 0 is "2"'],
    [[[1], [null]], "row 1, column 0 is null"],
    [[1, 2], "it is an array whose first item is 1"],
    ["abc", 'it is "abc"'],
    [undefined, "it is undefined"],
  ])("%j", (value, message) => {
    expect(() => Matrix.from(value as number[][], "X")).toThrow(message);
  });

  test("a Matrix whose numbers were changed is checked again", () => {
    const matrix = Matrix.from(X);
    matrix.data[4] = Number.NaN;
    expect(() => Matrix.from(matrix)).toThrow("row 1, column 1 is NaN");
  });

  test("rows and columns that do not exist", () => {
    expect(() => Matrix.from(X).row(2)).toThrow("There is no row 2: this Matrix has rows 0 to 1");
    expect(() => Matrix.from(X).selectCols([3])).toThrow("There is no column 3");
    expect(() => new Matrix(new Float64Array(5), 2, 3)).toThrow("needs 6 numbers, but data has 5");
  });
});

test.each<[() => unknown, string]>([
  [() => new Matrix([1, 2] as never, 1, 2), "a Float64Array, but data is an array of 2"],
  [
    () => new Matrix(new Float64Array(2), 0.5, 4),
    "whole numbers of rows and columns, but they are 0.5 and 4",
  ],
  [() => new Matrix(new Float64Array(2), -1, -2), "but they are -1 and -2"],
  [
    () => Matrix.from([[1], 5] as never),
    "X: every row must have as many values as row 0, which has 1, but row 1 is 5",
  ],
  [() => Matrix.from([[1], undefined] as never), "row 1 is undefined"],
  [() => Matrix.from([{}, {}] as never), "an array whose first item is an object"],
  [() => Matrix.from([["x".repeat(1000)]] as never), `"${"x".repeat(60)}…"`],
  [() => Matrix.from([[5n]] as never), "row 0, column 0 is 5n"],
])("what is no matrix is refused in words: %#", (make, message) => {
  expect(make).toThrow(message);
});
