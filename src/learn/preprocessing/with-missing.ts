import { isList } from "../base/check-list.ts";
import { Matrix } from "../base/matrix.ts";

/** A table of numbers in which some may be missing: NaN, or null in arrays of rows. */
export type MatrixWithMissing = Matrix | ArrayLike<ArrayLike<number | null>>;

/** `X` as a Matrix in which NaN marks what is missing. Throws as `Matrix.from`, but for NaN, null and undefined. */
export function checkedWithMissing(X: MatrixWithMissing): Matrix {
  if (X instanceof Matrix) {
    const missing = X.data.map((value) => (Number.isNaN(value) ? 0 : value));
    Matrix.from(new Matrix(missing, X.rows, X.cols));
    return X;
  }
  // What is no table has its message from there.
  if (!isList(X)) return Matrix.from(X);
  const present = Array.from(X, (row) => (isList(row) ? Array.from(row, toNumber) : row));
  const { data, rows, cols } = Matrix.from(present as number[][]);
  const table = new Float64Array(data.length);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++, at++) table[at] = isMissing(X[i]![j]) ? Number.NaN : data[at]!;
  }
  return new Matrix(table, rows, cols);
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}

function toNumber(value: unknown): unknown {
  return isMissing(value) ? 0 : value;
}
