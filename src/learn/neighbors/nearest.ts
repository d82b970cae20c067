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
import { PackedDistances } from "./packed-distances.ts";
import { QUERIES, type RoughDistances, roughLimit } from "./rough-distances.ts";
import { SimdDistances } from "./simd-distances.ts";
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
  const rough =
    distance === 2 && pays
      ? (SimdDistances.to(data, rows, cols) ?? PackedDistances.to(data, rows, cols))
      : null;
  let query = rough ? searchFiltered(training, rough, queries, smallest, k, found) : 0;
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
  training: Matrix,
  rough: RoughDistances,
  queries: Matrix,
  smallest: Smallest,
  k: number,
  found: Neighbors,
): number {
  const { rows, cols } = training;
  for (let first = 0; first < queries.rows; first += QUERIES) {
    const count = Math.min(QUERIES, queries.rows - first);
    rough.compare(queries.data, first, count);
    let left = 0;
    for (let q = 0; q < count; q++) {
      const limit = roughLimit(rough.bound(q, smallest), rough.errors[q]!, cols);
      const within = rough.within(q, limit);
      offerRows(smallest, rough.found, within, training, queries.data, (first + q) * cols);
      take(smallest, k, first + q, found);
      left += within;
    }
    if (left > FILTER_SHARE * rows * count + k * count) return first + count;
  }
  return queries.rows;
}

/** Offers the exact distances of the first `count` of these rows to the query that begins at `at`. */
function offerRows(
  smallest: Smallest,
  rows: Int32Array,
  count: number,
  { data, cols }: Matrix,
  queries: Float64Array,
  at: number,
): void {
  smallest.clear();
  for (let i = 0; i < count; i++) {
    const row = rows[i]!;
    smallest.offer(squaredDistance(data, row * cols, queries, at, cols), row);
  }
}

function take(smallest: Smallest, k: number, query: number, found: Neighbors): void {
  smallest.sort();
  for (let i = 0, at = query * k; i < k; i++, at++) {
    found.indices[at] = smallest.ids[i]!;
    found.distances[at] = smallest.keys[i]!;
  }
}
