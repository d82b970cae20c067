import type { Matrix } from "../base/matrix.ts";
import {
  absoluteDistances,
  type Power,
  squaredDistance,
  squaredDistances,
  transposed,
} from "./exact-distances.ts";
import {
  QUERIES,
  type RoughTable,
  roughDistances,
  roughLimit,
  roughTable,
  toSteps,
} from "./rough-distances.ts";
import { Smallest } from "./smallest.ts";

/** The nearest training rows of each query row, nearest first: both arrays are queries × k, row after row. */
export type Neighbors = { indices: Int32Array; distances: Float64Array };

/** With fewer columns or queries than this, preparing a filter takes longer than it saves. */
const FILTER_COLS = 10;
const FILTER_QUERIES = 8;
/** Where more of the rows than this are left by the filter, it is not worth its time. */
const FILTER_SHARE = 0.25;

/**
 * Finds the `k` rows of `training` that are nearest to each row of `queries`, by Euclidean distance (power 2) or
 * the sum of absolute differences (power 1). Of rows that are equally far the one with the smaller index is first.
 */
export function nearest(training: Matrix, queries: Matrix, k: number, power: Power): Neighbors {
  const found = { indices: new Int32Array(queries.rows * k), distances: new Float64Array(queries.rows * k) };
  search(training, queries, k, power, found);
  const { distances } = found;
  if (power === 2) for (let i = 0; i < distances.length; i++) distances[i] = Math.sqrt(distances[i]!);
  return found;
}

/** As `nearest`, but the Euclidean distances are left squared. */
function search(training: Matrix, queries: Matrix, k: number, power: Power, found: Neighbors): void {
  const { data, rows, cols } = training;
  const smallest = new Smallest(k);
  const pays = cols >= FILTER_COLS && queries.rows >= FILTER_QUERIES && k < FILTER_SHARE * rows;
  const table = power === 2 && pays ? roughTable(data, rows, cols) : null;
  let query = table ? searchFiltered(training, table, queries, smallest, k, found) : 0;
  if (query === queries.rows) return;
  const columns = transposed(data, rows, cols);
  const sums = new Float64Array(rows);
  const distances = power === 1 ? absoluteDistances : squaredDistances;
  for (; query < queries.rows; query++) {
    distances(columns, queries.data, query * cols, cols, sums);
    smallest.clear();
    for (let i = 0; i < rows; i++) smallest.offer(sums[i]!, i);
    take(smallest, k, query, found);
  }
}

/** Finds neighbours with the help of a filter; returns the first query for which it should not be used. */
function searchFiltered(
  { data, rows, cols }: Matrix,
  table: RoughTable,
  queries: Matrix,
  smallest: Smallest,
  k: number,
  found: Neighbors,
): number {
  const steps = new Float64Array(QUERIES * cols);
  const rough = new Int32Array(QUERIES * rows);
  const errors = new Float64Array(QUERIES);
  for (let first = 0; first < queries.rows; first += QUERIES) {
    const count = Math.min(QUERIES, queries.rows - first);
    for (let q = 0; q < count; q++) {
      errors[q] = table.error + toSteps(table, queries.data, (first + q) * cols, steps, q * cols);
    }
    roughDistances(table, steps, rough);
    let left = 0;
    for (let q = 0; q < count; q++) {
      const [from, to] = [q * rows, (q + 1) * rows];
      smallest.clear();
      for (let i = from; i < to; i++) smallest.offer(rough[i]!, i);
      const limit = roughLimit(smallest.part(), errors[q]!, cols);
      smallest.clear();
      const at = (first + q) * cols;
      for (let i = from; i < to; i++) {
        if (rough[i]! > limit) continue;
        smallest.offer(squaredDistance(data, (i - from) * cols, queries.data, at, cols), i - from);
        left += 1;
      }
      take(smallest, k, first + q, found);
    }
    if (left > FILTER_SHARE * rows * count + k * count) return first + count;
  }
  return queries.rows;
}

function take(smallest: Smallest, k: number, query: number, found: Neighbors): void {
  smallest.sort();
  for (let i = 0, at = query * k; i < k; i++, at++) {
    found.indices[at] = smallest.ids[i]!;
    found.distances[at] = smallest.keys[i]!;
  }
}
