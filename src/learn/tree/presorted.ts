import type { Arranger } from "./arranger.ts";
import type { Columns } from "./columns.ts";

const MAX_ROWS = 2 ** 20;

/**
 * Sorts the rows by every feature once; parting a node keeps both parts sorted, so that nothing is sorted twice.
 * Quickest where all features are looked at. Rows with equal values are in the order of their indices.
 */
export class Presorted implements Arranger {
  readonly columns: Columns;
  readonly rows: Int32Array;
  private readonly orders: Int32Array[];
  private readonly goesLeft: Uint8Array;
  private readonly spare: Int32Array;

  constructor(columns: Columns, rows: Int32Array) {
    this.columns = columns;
    this.rows = rows;
    const all = columns[0]!.length;
    const taken = new Uint8Array(all);
    for (const row of rows) taken[row] = 1;
    this.orders = columns.map((column) => {
      const order = orderOf(column);
      return rows.length === all ? order : order.filter((row) => taken[row]);
    });
    this.goesLeft = new Uint8Array(all);
    this.spare = new Int32Array(rows.length);
  }

  arrange(feature: number): Int32Array {
    return this.orders[feature]!;
  }

  part(feature: number, threshold: number, start: number, end: number, varying: Int32Array): void {
    const { goesLeft, rows, orders } = this;
    const column = this.columns[feature]!;
    for (let p = start; p < end; p++) {
      const row = rows[p]!;
      goesLeft[row] = column[row]! <= threshold ? 1 : 0;
    }
    this.partOrder(rows, start, end);
    for (let f = 0; f < varying.length; f++) this.partOrder(orders[varying[f]!]!, start, end);
  }

  private partOrder(order: Int32Array, start: number, end: number): void {
    const { goesLeft, spare } = this;
    let left = start;
    let right = 0;
    for (let p = start; p < end; p++) {
      const row = order[p]!;
      if (goesLeft[row]) order[left++] = row;
      else spare[right++] = row;
    }
    for (let p = 0; p < right; p++) order[left + p] = spare[p]!;
  }
}

/**
 * The positions of the values in ascending order. Sorting numbers without a comparison function is several
 * times faster, so each value's bits, made to sort as the value does, are sorted with its position behind them.
 */
export function orderOf(values: Float32Array): Int32Array {
  if (values.length > MAX_ROWS) {
    throw new RangeError(`A tree takes at most ${MAX_ROWS} rows, but X has ${values.length}`);
  }
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
