import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { shown } from "../base/shown.ts";

/** Rows of anything: numbers, or text and numbers. */
export type Rows = MatrixLike | ArrayLike<ArrayLike<number | string | null>>;

/** How many columns the rows have; throws when they are no rows, or differ. */
export function columnsOf(X: Rows): number {
  if (X instanceof Matrix) return X.cols;
  const isTable = X !== null && typeof X === "object" && "length" in X;
  if (!isTable || (X.length > 0 && (X[0] === null || typeof X[0] !== "object"))) {
    throw new TypeError(
      `X must be a Matrix or an array of rows such as [[1, "kick"], [2, "snare"]], but it is ${isTable ? `an array whose first item is ${shown(X[0])}` : shown(X)}`,
    );
  }
  const cols = X[0]?.length ?? 0;
  for (let i = 0; i < X.length; i++) {
    if (X[i]?.length !== cols) {
      throw new RangeError(
        `X: every row must have as many values as row 0, which has ${cols}, but row ${i} has ${X[i]?.length ?? 0}`,
      );
    }
  }
  return cols;
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
