import type { Best } from "./split.ts";

/** One feature of a node: its rows are those from `start` to `end` in `order`, by their values in `column`. */
export type Scanned = {
  feature: number;
  column: Float32Array;
  order: Int32Array;
  start: number;
  end: number;
  minSamplesLeaf: number;
  leastLeafWeight: number;
};

/** What a tree's questions are to make small, and the sums over a node that it needs for that. */
export type Criterion = {
  /** How many numbers a node's value has. */
  readonly width: number;
  /** The weight of all rows of the node that was opened. */
  readonly weight: number;
  /** Sums up a node: the rows from `start` to `end` in `rows`. */
  open(rows: Int32Array, start: number, end: number): void;
  /** How impure the node is that was opened. */
  impurity(): number;
  /** Writes the value of the node that was opened. */
  writeValue(into: Float64Array, at: number): void;
  /** Tries every threshold of one feature and keeps in `best` what is better than it. */
  scan(scanned: Scanned, best: Best): void;
  /** Parts the node that was opened at position `middle` of `rows`: the weights and impurities of both sides. */
  part(rows: Int32Array, start: number, middle: number, end: number): Parts;
};

export type Parts = {
  leftWeight: number;
  rightWeight: number;
  leftImpurity: number;
  rightImpurity: number;
};
