import type { Arranger } from "./arranger.ts";
import type { Columns } from "./columns.ts";
import { Introsorted } from "./introsorted.ts";
import { partOrder } from "./part-order.ts";
import type { Ranks } from "./ranks.ts";

/**
 * As `Presorted`, where the order of rows with equal values matters, as sums over them round: features without equal
 * values are sorted once and kept sorted, the others are sorted each time in scikit-learn's steps. These begin with
 * the order in which the feature looked at before has left the rows.
 */
export class PresortedTies implements Arranger {
  readonly columns: Columns;
  readonly rows: Int32Array;
  private readonly introsorted: Introsorted;
  /** For each feature without equal values the rows in its order, else null. */
  private readonly orders: (Int32Array | null)[];
  private readonly goesLeft: Uint8Array;
  private readonly spare: Int32Array;
  /** The node that is looked at, and the presorted feature whose order its rows should have had since then, if any. */
  private start = -1;
  private end = -1;
  private last: Int32Array | null = null;

  constructor(columns: Columns, rows: Int32Array, ranks: Ranks) {
    const all = columns[0]!.length;
    const taken = new Uint8Array(all);
    for (const row of rows) taken[row] = 1;
    this.columns = columns;
    this.rows = rows;
    this.introsorted = new Introsorted(columns, rows);
    this.orders = ranks.orders.map((order, feature) =>
      ranks.differs[feature] ? chosen(order, taken, rows.length) : null,
    );
    this.goesLeft = new Uint8Array(all);
    this.spare = new Int32Array(rows.length);
  }

  arrange(feature: number, start: number, end: number): Int32Array {
    if (start !== this.start || end !== this.end) {
      this.start = start;
      this.end = end;
      this.last = null;
    }
    const order = this.orders[feature]!;
    if (order === null) {
      this.putInOrder();
      return this.introsorted.arrange(feature, start, end);
    }
    this.last = order;
    return order;
  }

  part(feature: number, threshold: number, start: number, end: number, varying: Int32Array): void {
    const { goesLeft, spare, rows, orders } = this;
    const column = this.columns[feature]!;
    this.putInOrder();
    this.introsorted.part(feature, threshold, start, end);
    for (let p = start; p < end; p++) {
      const row = rows[p]!;
      goesLeft[row] = column[row]! <= threshold ? 1 : 0;
    }
    for (let f = 0; f < varying.length; f++) {
      const order = orders[varying[f]!]!;
      if (order !== null) partOrder(order, start, end, goesLeft, spare);
    }
  }

  /** Gives the rows of the node the order of the presorted feature that was looked at last. */
  private putInOrder(): void {
    const { last, rows, end } = this;
    if (last === null) return;
    for (let p = this.start; p < end; p++) rows[p] = last[p]!;
    this.last = null;
  }
}

/** The rows of `order` that are taken, of which there are `count`. */
function chosen(order: Int32Array, taken: Uint8Array, count: number): Int32Array {
  if (count === order.length) return order.slice();
  const rows = new Int32Array(count);
  let at = 0;
  for (let i = 0; i < order.length; i++) if (taken[order[i]!]) rows[at++] = order[i]!;
  return rows;
}
