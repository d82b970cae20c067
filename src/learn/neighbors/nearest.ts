import type { Matrix } from "../base/matrix.ts";
import {
  absoluteDistances,
  cosineDistances,
  type Distance,
  squaredDistance,
  squaredDistances,
  transposed,
  unitRows,
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
 * Finds the `k` rows of `training` that are nearest to each row of `queries`, by Euclidean distance (2), the sum of
 * absolute differences (1) or the angle between them ("cosine"). Of rows that are equally far the one with the smaller index is first.
 */
export function nearest(training: Matrix, queries: Matrix, k: number, distance: Distance): Neighbors {
  const found = { indices: new Int32Array(queries.rows * k), distances: new Float64Array(queries.rows * k) };
  if (distance === "cosine") search(unitRows(training), unitRows(queries), k, distance, found);
  else search(training, queries, k, distance, found);
  const { distances } = found;
  if (distance === 2) for (let i = 0; i < distances.length; i++) distances[i] = Math.sqrt(distances[i]!);
  return found;
}

const measures = { 1: absoluteDistances, 2: squaredDistances, cosine: cosineDistances };

/** As `nearest`, but the Euclidean distances are left squared. */
function search(training: Matrix, queries: Matrix, k: number, distance: Distance, found: Neighbors): void {
  const { data, rows, cols } = training;
  const smallest = new Smallest(k);
  const pays = cols >= FILTER_COLS && queries.rows >= FILTER_QUERIES && k < FILTER_SHARE * rows;
  const table = distance === 2 && pays ? roughTable(data, rows, cols) : null;
  let query = table ? searchFiltered(data, table, queries, smallest, k, found) : 0;
  if (query === queries.rows) return;
  const columns = transposed(data, rows, cols);
  const sums = new Float64Array(rows);
  const distances = measures[distance];
  for (; query < queries.rows; query++) {
    distances(columns, queries.data, query * cols, cols, sums);
    offerAll(smallest, sums);
    take(smallest, k, query, found);
  }
}

function offerAll(smallest: Smallest, keys: Float64Array): void {
  smallest.clear();
  for (let i = 0; i < keys.length; i++) smallest.offer(keys[i]!, i);
}

/** Finds neighbours with the help of a filter; returns the first query for which it should not be used. */
function searchFiltered(
  data: Float64Array,
  table: RoughTable,
  queries: Matrix,
  smallest: Smallest,
  k: number,
  found: Neighbors,
): number {
  const { rows, cols } = table;
  const steps = new Float64Array(QUERIES * cols);
  const dots = new Float64Array((QUERIES * table.packed.length) / cols);
  const distances = new Int32Array(QUERIES * rows);
  const errors = new Float64Array(QUERIES);
  for (let first = 0; first < queries.rows; first += QUERIES) {
    const count = Math.min(QUERIES, queries.rows - first);
    for (let q = 0; q < count; q++) {
      errors[q] = table.error + toSteps(table, queries.data, (first + q) * cols, steps, q * cols);
    }
    roughDistances(table, steps, dots, distances);
    let left = 0;
    for (let q = 0; q < count; q++) {
      const limit = roughLimit(roughKth(smallest, distances, q * rows, rows), errors[q]!, cols);
      left += offerWithin(
        smallest,
        limit,
        distances,
        q * rows,
        data,
        queries.data,
        (first + q) * cols,
        table,
      );
      take(smallest, k, first + q, found);
    }
    if (left > FILTER_SHARE * rows * count + k * count) return first + count;
  }
  return queries.rows;
}

/** The k-th smallest of the rough distances from `at` on. */
function roughKth(smallest: Smallest, distances: Int32Array, at: number, rows: number): number {
  smallest.clear();
  for (let i = 0; i < rows; i++) smallest.offer(distances[at + i]!, i);
  return smallest.part();
}

/** Offers the exact distances of the rows whose rough ones, from `from` on, are within a limit; returns how many. */
function offerWithin(
  smallest: Smallest,
  limit: number,
  distances: Int32Array,
  from: number,
  data: Float64Array,
  queries: Float64Array,
  at: number,
  { rows, cols }: RoughTable,
): number {
  let count = 0;
  smallest.clear();
  for (let i = 0; i < rows; i++) {
    if (distances[from + i]! > limit) continue;
    smallest.offer(squaredDistance(data, i * cols, queries, at, cols), i);
    count += 1;
  }
  return count;
}

function take(smallest: Smallest, k: number, query: number, found: Neighbors): void {
  smallest.sort();
  for (let i = 0, at = query * k; i < k; i++, at++) {
    found.indices[at] = smallest.ids[i]!;
    found.distances[at] = smallest.keys[i]!;
  }
}
