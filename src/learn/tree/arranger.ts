import type { Columns } from "./columns.ts";

/** Keeps the rows of every node together, and puts them into the order of a feature when that is looked at. */
export type Arranger = {
  readonly columns: Columns;
  /** The rows; those of a node lie between two positions. */
  readonly rows: Int32Array;
  /** An array whose items from `start` to `end` are the rows of a node in ascending order of `feature`. */
  arrange(feature: number, start: number, end: number): Int32Array;
  /**
   * Parts a node: its rows with `feature` ≤ `threshold` come first. `varying` are the features that are not the same
   * for all of its rows.
   */
  part(feature: number, threshold: number, start: number, end: number, varying: Int32Array): void;
};
