import { Matrix, type MatrixLike } from "../base/matrix.ts";

/**
 * Rows of numbers, some of which may be missing (NaN), as a Matrix; a list of anything else as a list; null if `X` is
 * no list, or a row of it is not there.
 */
export function asRows(X: unknown): MatrixLike | null {
  if (X instanceof Matrix) return X;
  if (!isList(X)) return null;
  const rows = Array.from(X);
  if (rows.some((row) => row === undefined || row === null)) return null;
  return numbersOf(X) ?? (rows as number[][]);
}

function numbersOf(X: ArrayLike<unknown>): Matrix | null {
  const rows = X.length;
  const cols = isList(X[0]) ? X[0].length : 0;
  if (cols === 0) return null;
  const data = new Float64Array(rows * cols);
  for (let i = 0, at = 0; i < rows; i++) {
    const row = X[i];
    if (!isList(row) || row.length !== cols) return null;
    for (let j = 0; j < cols; j++) {
      const value = row[j];
      if (typeof value !== "number") return null;
      data[at++] = value;
    }
  }
  return new Matrix(data, rows, cols);
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return value !== null && typeof value === "object" && "length" in value && Number.isInteger(value.length);
}
