import type { Columns } from "./columns.ts";
import { orderOf } from "./order-of.ts";

/** A row and a rank have to fit into 16 bits each. */
export const MAX_RANKED_ROWS = 2 ** 16;

/** For each feature: the rows in the order of its values, and each row's place among the different values. */
export type Ranks = { orders: Int32Array[]; ranks: Uint16Array[]; differs: boolean[] };

/** The ranks of at most 65,536 rows. `differs` tells which features have no value twice. */
export function ranksOf(columns: Columns): Ranks {
  const orders = columns.map(orderOf);
  const differs: boolean[] = [];
  const ranks = orders.map((order, j) => {
    const column = columns[j]!;
    const ranked = new Uint16Array(order.length);
    let rank = 0;
    for (let i = 1; i < order.length; i++) {
      if (column[order[i]!]! > column[order[i - 1]!]!) rank++;
      ranked[order[i]!] = rank;
    }
    differs.push(rank === order.length - 1);
    return ranked;
  });
  return { orders, ranks, differs };
}
