import type { Matrix } from "../base/matrix.ts";

/** The features of the training rows, column by column, rounded to 32 bits as scikit-learn's trees do. */
export type Columns = Float32Array[];

/** The columns of `X`. Throws when a value does not fit into 32 bits. */
export function columnsOf({ data, rows, cols }: Matrix): Columns {
  const columns: Columns = [];
  for (let j = 0; j < cols; j++) {
    const column = new Float32Array(rows);
    for (let i = 0; i < rows; i++) {
      const value = data[i * cols + j]!;
      column[i] = value;
      if (!Number.isFinite(column[i])) throw tooLarge(i, j, value);
    }
    columns.push(column);
  }
  return columns;
}

/** All numbers of `X` in 32 bits, row after row. Throws when one does not fit. */
export function rounded({ data, cols }: Matrix): Float32Array {
  const values = Float32Array.from(data);
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) throw tooLarge(Math.floor(i / cols), i % cols, data[i]!);
  }
  return values;
}

function tooLarge(row: number, col: number, value: number): RangeError {
  return new RangeError(
    `X must hold numbers of a size below 3.4e38, but row ${row}, column ${col} is ${value}`,
  );
}
