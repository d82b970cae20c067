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
    const column = new Float32Array(rows);
    for (let i = 0; i < rows; i++) {
      column[i] = data[i * cols + j]!;
      if (Number.isFinite(column[i])) continue;
      throw new RangeError(
        `X must hold numbers of a size below 3.4e38, but row ${i}, column ${j} is ${data[i * cols + j]}`,
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
  const keys = new Float64Array(values.length);
  for (let i = 0; i < keys.length; i++) {
    const sortable = bits[i]! < 0 ? ~bits[i]! - 2 ** 31 : bits[i]!;
    keys[i] = sortable * MAX_ROWS + i;
  }
  keys.sort();
  const order = new Int32Array(keys.length);
  for (let i = 0; i < order.length; i++) order[i] = keys[i]! - Math.floor(keys[i]! / MAX_ROWS) * MAX_ROWS;
  return order;
}
