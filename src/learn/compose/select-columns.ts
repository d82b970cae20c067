import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { tableWidth } from "../base/table-width.ts";

/** Rows of anything: numbers, or text and numbers. */
export type Rows = MatrixLike | ArrayLike<ArrayLike<number | string | null>>;

/** How many columns the rows have; throws when they are no rows, or differ. */
export function columnsOf(X: Rows): number {
  if (X instanceof Matrix) return X.cols;
  return tableWidth(X, "X", 'a Matrix or an array of rows such as [[1, "kick"], [2, "snare"]]');
}

/** These columns of the rows; of one column given by its number alone, a list of its values (such as texts). */
export function selectColumns(X: Rows, columns: readonly number[] | number): unknown {
  const list = typeof columns === "number" ? [columns] : columns;
  const rows = X instanceof Matrix ? X.selectCols(list) : null;
  const at = (i: number, j: number) => (X as ArrayLike<ArrayLike<unknown>>)[i]![j];
  const height = X instanceof Matrix ? X.rows : X.length;
  if (typeof columns !== "number") {
    return rows ?? Array.from({ length: height }, (_, i) => columns.map((j) => at(i, j)));
  }
  return Array.from({ length: height }, (_, i) => (rows ? rows.data[i]! : at(i, columns)));
}
