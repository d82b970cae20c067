import type { Matrix } from "../base/matrix.ts";

/** Rows less the mean of all, so that distances keep their digits; with the square of each row's length. */
export type CentredRows = {
  values: Float64Array;
  squares: Float64Array;
  rows: number;
  cols: number;
};

/** The mean of each column. */
export function columnMeans({ data, rows, cols }: Matrix): Float64Array {
  const mean = new Float64Array(cols);
  for (let i = 0, at = 0; i < rows; i++) for (let j = 0; j < cols; j++) mean[j] = mean[j]! + data[at++]!;
  for (let j = 0; j < cols; j++) mean[j] = mean[j]! / rows;
  return mean;
}

/** The rows of `X` less `mean`. */
export function centredRows({ data, rows, cols }: Matrix, mean: Float64Array): CentredRows {
  const values = new Float64Array(data.length);
  const squares = new Float64Array(rows);
  for (let i = 0, at = 0; i < rows; i++) {
    let sum = 0;
    for (let j = 0; j < cols; j++, at++) {
      const value = data[at]! - mean[j]!;
      values[at] = value;
      sum += value * value;
    }
    squares[i] = sum;
  }
  return { values, squares, rows, cols };
}
