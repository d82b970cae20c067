import type { Matrix } from "../base/matrix.ts";

/** The nearest training rows of each query row, nearest first: both arrays are queries × k, row after row. */
export type Neighbors = { indices: Int32Array; squaredDistances: Float64Array };

/**
 * Finds the `k` rows of `training` that are nearest to each row of `queries`, by Euclidean distance. Of rows
 * that are equally far the one with the smaller index comes first.
 */
export function nearest(training: Matrix, queries: Matrix, k: number): Neighbors {
  const { rows, cols } = training;
  const columns = transposed(training);
  const indices = new Int32Array(queries.rows * k);
  const squaredDistances = new Float64Array(queries.rows * k);
  const squared = new Float64Array(rows);
  const order = new Int32Array(rows);
  for (let q = 0; q < queries.rows; q++) {
    // Column by column is faster than row by row, and adds the same numbers in the same order.
    squared.fill(0);
    for (let j = 0, at = 0; j < cols; j++) {
      const value = queries.data[q * cols + j]!;
      for (let i = 0; i < rows; i++, at++) {
        const difference = columns[at]! - value;
        squared[i] = squared[i]! + difference * difference;
      }
    }
    for (let i = 0; i < rows; i++) order[i] = i;
    sortFirst(squared, order, 0, rows, k);
    for (let i = 0; i < k; i++) {
      indices[q * k + i] = order[i]!;
      squaredDistances[q * k + i] = squared[i]!;
    }
  }
  return { indices, squaredDistances };
}

function transposed({ data, rows, cols }: Matrix): Float64Array {
  const columns = new Float64Array(data.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) columns[j * rows + i] = data[i * cols + j]!;
  return columns;
}

/** Below this length comparing each with each is faster than parting. */
const SHORT = 12;

/**
 * Sorts keys and the ids that go with them between `from` and `to`, by key and then by id, but only as far as the
 * first `k` go: a quicksort that leaves alone the parts behind them.
 */
function sortFirst(keys: Float64Array, ids: Int32Array, from: number, to: number, k: number): void {
  let start = from;
  const end = to;
  while (end - start > SHORT) {
    const middle = part(keys, ids, start, end);
    sortFirst(keys, ids, start, middle, k);
    if (middle >= k) return;
    start = middle;
  }
  for (let i = start + 1; i < end; i++) {
    const key = keys[i]!;
    const id = ids[i]!;
    let at = i;
    for (; at > start && isBefore(key, id, keys[at - 1]!, ids[at - 1]!); at--) {
      keys[at] = keys[at - 1]!;
      ids[at] = ids[at - 1]!;
    }
    keys[at] = key;
    ids[at] = id;
  }
}

/** Moves what comes before some item of the range to its front (Hoare, 1961); returns where the rest begins. */
function part(keys: Float64Array, ids: Int32Array, start: number, end: number): number {
  const middle = (start + end - 1) >> 1;
  const key = keys[middle]!;
  const id = ids[middle]!;
  let low = start - 1;
  let high = end;
  for (;;) {
    do low++;
    while (isBefore(keys[low]!, ids[low]!, key, id));
    do high--;
    while (isBefore(key, id, keys[high]!, ids[high]!));
    if (low >= high) return high + 1;
    const otherKey = keys[low]!;
    const otherId = ids[low]!;
    keys[low] = keys[high]!;
    ids[low] = ids[high]!;
    keys[high] = otherKey;
    ids[high] = otherId;
  }
}

function isBefore(keyA: number, idA: number, keyB: number, idB: number): boolean {
  return keyA < keyB || (keyA === keyB && idA < idB);
}
