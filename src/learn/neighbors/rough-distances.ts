import type { Smallest } from "./smallest.ts";

/** How many queries are compared at a time. */
export const QUERIES = 4;

/**
 * Squared Euclidean distances that are rough but quick, with a bound on how wrong they are: a filter that leaves
 * few rows for which the exact distance must be added up. Every value becomes a whole number of steps.
 */
export type RoughDistances = {
  /** After `compare` for each query by how much, in steps, a distance (not squared) may be wrong. */
  readonly errors: Float64Array;
  /** After `within` the rows that it found, by their position. */
  readonly found: Int32Array;
  /** Compares `count` rows of `queries`, at most `QUERIES`, with all rows. No other rough distances until then. */
  compare(queries: Float64Array, first: number, count: number): void;
  /**
   * A squared distance, in steps², that at least k rows do not exceed, for query `q` of those compared last: k being how
   * many `smallest` keeps, less than a quarter of the rows.
   */
  bound(q: number, smallest: Smallest): number;
  /** Finds the rows within a squared distance, in ascending order; returns how many. */
  within(q: number, limit: number): number;
};

/**
 * The largest rough squared distance that a row may have which is truly as near as another one of rough squared
 * distance `squared`; `error` is by how much, in steps, a rough distance may be wrong.
 */
export function roughLimit(squared: number, error: number, cols: number): number {
  // What exact distances lose by rounding.
  const rounding = 1 + 4e-16 * (cols + 8);
  const limit = ((Math.sqrt(squared) + error) * rounding + error) * rounding;
  return Math.ceil(limit * limit) + 1;
}
