import { Matrix, RandomState } from "../../../../src/learn/index.ts";

/** Random numbers, rounded so that some rows are equal in a column. */
export function table(rows: number, cols: number, seed: number): Matrix {
  const random = new RandomState(seed);
  const data = Float64Array.from({ length: rows * cols }, () => Math.round(random.normal() * 50) / 50);
  return new Matrix(data, rows, cols);
}

/** Clouds that overlap, one for each of `classes`, and the number of the cloud of each row. */
export function clouds(
  rows: number,
  cols: number,
  classes: number,
  seed: number,
): { X: Matrix; y: number[] } {
  const centres = table(classes, cols, seed + 1000);
  const X = table(rows, cols, seed);
  const y = Array.from({ length: rows }, (_, i) => i % classes);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) X.row(i)[j] = X.row(i)[j]! + centres.row(y[i]!)[j]!;
  }
  return { X, y };
}
