import type { Matrix } from "../base/matrix.ts";
import { shown } from "../base/shown.ts";
import { dot } from "../linalg/dot.ts";

/** How far apart two rows are. */
export type Metric = "euclidean" | "manhattan" | "cosine";

/** The distance of each row to each, rows × rows. Throws where the cosine of a row of zeros is asked for. */
export function distanceTable(X: Matrix, metric: Metric): Float64Array {
  const { data, rows, cols } = X;
  const measure = { euclidean, manhattan, cosine }[metric];
  const lengths = new Float64Array(rows);
  if (metric === "cosine") {
    for (let i = 0; i < rows; i++) {
      lengths[i] = Math.sqrt(dot(data, i * cols, i * cols, cols));
      if (lengths[i] === 0) {
        throw new RangeError(
          `The cosine distance needs rows that are not all 0, but row ${i} of X has length ${shown(lengths[i])}`,
        );
      }
    }
  }
  const table = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i++) {
    for (let j = i + 1; j < rows; j++) {
      const distance = measure(data, i * cols, j * cols, cols, lengths[i]! * lengths[j]!);
      table[i * rows + j] = distance;
      table[j * rows + i] = distance;
    }
  }
  return table;
}

function euclidean(data: Float64Array, a: number, b: number, cols: number): number {
  let sum = 0;
  for (let j = 0; j < cols; j++) {
    const difference = data[a + j]! - data[b + j]!;
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}

function manhattan(data: Float64Array, a: number, b: number, cols: number): number {
  let sum = 0;
  for (let j = 0; j < cols; j++) sum += Math.abs(data[a + j]! - data[b + j]!);
  return sum;
}

function cosine(data: Float64Array, a: number, b: number, cols: number, lengths: number): number {
  return Math.max(0, 1 - dot(data, a, b, cols) / lengths);
}
