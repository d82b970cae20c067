import type { Matrix } from "../base/matrix.ts";

const MAX_ROWS = 2 ** 20;

/** The features of the training rows as a tree looks at them: column by column, each in order of its values. */
export type SortedColumns = {
  /** For each feature its values by row, rounded to 32 bits as scikit-learn's trees do. */
  values: Float32Array[];
  /** For each feature the rows, ordered by its value. */
  orders: Int32Array[];
};

/** Throws when a value does not fit into 32 bits, or there are more than 2^20 rows. */
export function sortedColumns({ data, rows, cols }: Matrix): SortedColumns {
  if (rows > MAX_ROWS) throw new RangeError(`A tree takes at most ${MAX_ROWS} rows, but X has ${rows}`);
  const values: Float32Array[] = [];
  const orders: Int32Array[] = [];
  for (let j = 0; j < cols; j++) {
    const column = Float32Array.from({ length: rows }, (_, i) => data[i * cols + j]!);
    const outside = column.findIndex((value) => !Number.isFinite(value));
    if (outside >= 0) {
      throw new RangeError(
        `X must hold numbers of a size below 3.4e38, but row ${outside}, column ${j} is ${data[outside * cols + j]}`,
      );
    }
    values.push(column);
    orders.push(orderOf(column));
  }
  return { values, orders };
}

/**
 * The positions of the values in ascending order. Sorting numbers without a comparison function is several
 * times faster, so each value's bits, made to sort as the value does, are sorted with its position behind them.
 */
function orderOf(values: Float32Array): Int32Array {
  const bits = new Int32Array(values.buffer, values.byteOffset, values.length);
  const keys = Float64Array.from(bits, (b, i) => (b < 0 ? ~b - 2 ** 31 : b) * MAX_ROWS + i);
  keys.sort();
  return Int32Array.from(keys, (key) => key - Math.floor(key / MAX_ROWS) * MAX_ROWS);
}
