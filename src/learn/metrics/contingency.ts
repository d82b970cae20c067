import type { LabelPairs } from "./checked.ts";

/** How often each pair of labels occurs, the pairs that occur only; and how often each label, on either side. */
export type Contingency = {
  pairs: { row: number; col: number; count: number }[];
  rows: number[];
  cols: number[];
};

/** Counts the pairs of two labellings; the labels need not be the same in both. */
export function contingency({ labels, truth, predicted }: LabelPairs): Contingency {
  const size = labels.length;
  const rows = labels.map(() => 0);
  const cols = labels.map(() => 0);
  const counts = new Map<number, number>();
  for (let i = 0; i < truth.length; i++) {
    const [row, col] = [truth[i]!, predicted[i]!];
    rows[row]!++;
    cols[col]!++;
    counts.set(row * size + col, (counts.get(row * size + col) ?? 0) + 1);
  }
  const pairs = [...counts].map(([at, count]) => ({ row: Math.floor(at / size), col: at % size, count }));
  return { pairs, rows, cols };
}
