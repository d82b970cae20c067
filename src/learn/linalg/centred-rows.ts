import type { Matrix } from "../base/matrix.ts";
import { dot } from "./dot.ts";

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

/** The numbers of `X` less `mean`, row after row. */
export function lessMean({ data, rows, cols }: Matrix, mean: Float64Array): Float64Array {
  const values = new Float64Array(data.length);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++, at++) values[at] = data[at]! - mean[j]!;
  }
  return values;
}

/** The rows of `X` less `mean`, and the square of each one's length. */
export function centredRows(X: Matrix, mean: Float64Array): CentredRows {
  const { rows, cols } = X;
  const values = lessMean(X, mean);
  const squares = new Float64Array(rows);
  for (let i = 0; i < rows; i++) squares[i] = dot(values, i * cols, i * cols, cols);
  return { values, squares, rows, cols };
}
