import { checkSameLength, type Label, uniqueLabels } from "../base/labels.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { shown } from "../base/shown.ts";
import { tableWidth } from "../base/table-width.ts";

/** What an encoder takes: rows of text and numbers, or a table of numbers. */
export type Table = MatrixLike | ArrayLike<ArrayLike<Label>>;

/** A table with its size; `at(i, j)` is what stands in row i, column j. */
type ReadTable = { rows: number; cols: number; at: (i: number, j: number) => Label };

/** `X` with its size. Throws when it is no table, or a row has another length than the first. */
export function tableOf(X: Table): ReadTable {
  if (X instanceof Matrix) {
    const { data, rows, cols } = Matrix.from(X);
    return { rows, cols, at: (i, j) => data[i * cols + j]! };
  }
  const cols = tableWidth(X, "X", 'an array of rows such as [["C", "major"], ["A", "minor"]]');
  for (let i = 0; i < X.length; i++) {
    for (let j = 0; j < cols; j++) {
      const value: unknown = X[i]![j];
      if (typeof value !== "string" && !Number.isFinite(value)) {
        throw new RangeError(
          `X must hold text and finite numbers only, but row ${i}, column ${j} is ${shown(value)}`,
        );
      }
    }
  }
  return { rows: X.length, cols, at: (i, j) => X[i]![j]! };
}

/** The categories of each column: those that occur, sorted, or those `given`, among which all must then be unless `more` may occur. */
export function checkedCategories(
  { rows, cols, at }: ReadTable,
  given: "auto" | readonly (readonly Label[])[],
  more: boolean,
): Label[][] {
  const occurring = Array.from({ length: cols }, (_, j) => {
    return uniqueLabels(
      Array.from({ length: rows }, (_, i) => at(i, j)),
      `X: column ${j}`,
    );
  });
  if (given === "auto") return occurring;
  checkSameLength("X's rows", cols, "categories", given.length);
  for (const [j, list] of given.entries()) {
    const sorted = uniqueLabels(list, `categories[${j}]`);
    if (sorted.length !== list.length) throw new RangeError(`categories[${j}] must not name one twice`);
    const unknown = occurring[j]!.find((category) => !list.includes(category));
    if (unknown !== undefined && !more) {
      throw new RangeError(`X: column ${j} has ${shown(unknown)}, which is none of categories[${j}]`);
    }
  }
  return given.map((list) => [...list]);
}
