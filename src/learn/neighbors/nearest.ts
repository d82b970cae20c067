import type { Matrix } from "../base/matrix.ts";

/** The nearest training rows of each query row, nearest first: both arrays are queries × k, row after row. */
export type Neighbors = { indices: Int32Array; squaredDistances: Float64Array };

/**
 * Finds the `k` rows of `training` that are nearest to each row of `queries`, by Euclidean distance. Of rows
 * that are equally far the one with the smaller index comes first.
 *
 * Each query keeps its `k` best so far in a heap with the worst on top, so that most rows cost one comparison.
 */
export function nearest(training: Matrix, queries: Matrix, k: number): Neighbors {
  const { rows, cols } = training;
  const columns = transposed(training);
  const indices = new Int32Array(queries.rows * k);
  const squaredDistances = new Float64Array(queries.rows * k);
  const squared = new Float64Array(rows);
  for (let q = 0; q < queries.rows; q++) {
    // Column by column: twice as fast as row by row, and the same sums in the same order.
    squared.fill(0);
    for (let j = 0, at = 0; j < cols; j++) {
      const value = queries.data[q * cols + j]!;
      for (let i = 0; i < rows; i++, at++) {
        const difference = columns[at]! - value;
        squared[i] = squared[i]! + difference * difference;
      }
    }
    const from = q * k;
    const heap = new Heap(squaredDistances.subarray(from, from + k), indices.subarray(from, from + k));
    for (let i = 0; i < rows; i++) heap.offer(squared[i]!, i);
    heap.sort();
  }
  return { indices, squaredDistances };
}

function transposed({ data, rows, cols }: Matrix): Float64Array {
  const columns = new Float64Array(data.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) columns[j * rows + i] = data[i * cols + j]!;
  return columns;
}

/**
 * A heap of fixed capacity over two arrays it is given, the item with the largest key on top. Items are offered
 * in order of index, so of equal keys the one already there stays.
 */
class Heap {
  private readonly keys: Float64Array;
  private readonly ids: Int32Array;
  private size = 0;

  constructor(keys: Float64Array, ids: Int32Array) {
    this.keys = keys;
    this.ids = ids;
  }

  offer(key: number, id: number): void {
    const { keys, ids } = this;
    if (this.size === keys.length) {
      if (key < keys[0]!) this.sink(key, id, this.size);
      return;
    }
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isAfter(key, id, keys[parent]!, ids[parent]!)) break;
      keys[at] = keys[parent]!;
      ids[at] = ids[parent]!;
      at = parent;
    }
    keys[at] = key;
    ids[at] = id;
  }

  /** Turns the heap into a list, smallest key first. */
  sort(): void {
    const { keys, ids } = this;
    for (let last = this.size - 1; last > 0; last--) {
      const key = keys[last]!;
      const id = ids[last]!;
      keys[last] = keys[0]!;
      ids[last] = ids[0]!;
      this.sink(key, id, last);
    }
  }

  /** Puts an item in the place of the top one, among the first `size`. */
  private sink(key: number, id: number, size: number): void {
    const { keys, ids } = this;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && isAfter(keys[child + 1]!, ids[child + 1]!, keys[child]!, ids[child]!)) child++;
      if (!isAfter(keys[child]!, ids[child]!, key, id)) break;
      keys[at] = keys[child]!;
      ids[at] = ids[child]!;
      at = child;
    }
    keys[at] = key;
    ids[at] = id;
  }
}

function isAfter(keyA: number, idA: number, keyB: number, idB: number): boolean {
  return keyA > keyB || (keyA === keyB && idA > idB);
}
