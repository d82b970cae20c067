import { rowProducts } from "../linalg/products.ts";
import type { CentredRows } from "./centred-rows.ts";
import { meansOfClusters } from "./means-of-clusters.ts";
import { squaredDistance } from "./squared-distance.ts";

/** Where Lloyd's algorithm has come to. */
export type LloydState = {
  /** k × columns. */
  centers: Float64Array;
  /** The nearest centre of each row. */
  labels: Int32Array;
  /** The sum of the squared distances of rows to their centres. */
  inertia: number;
};
export type LloydResult = LloydState & { nIter: number; converged: boolean };

/**
 * K-means from given centres (Lloyd, 1982): rows go to the nearest centre, centres to the mean of their rows, until
 * no row changes, or centres move by no more than `tolerance` (the sum of squares). Yields each assignment of rows
 * with the centres that it was made for. O(rows × cols × k) an iteration.
 */
export function* lloyd(
  data: CentredRows,
  start: Float64Array,
  k: number,
  weights: Float64Array | null,
  { maxIter, tolerance }: { maxIter: number; tolerance: number },
): Generator<LloydState, LloydResult> {
  let centers = start;
  let before = new Int32Array(data.rows).fill(-1);
  let labels = new Int32Array(data.rows);
  let nIter = 0;
  let settled = false;
  let still = false;
  while (nIter < maxIter && !still) {
    nIter++;
    const inertia = assign(data, centers, k, weights, labels);
    yield { centers, labels, inertia };
    const next = meansOfClusters(data, labels, centers, k, weights);
    settled = labels.every((label, i) => label === before[i]);
    still = settled || squaredDistance(next, 0, centers, 0, next.length) <= tolerance;
    centers = next;
    [before, labels] = [labels, before];
  }
  // Centres have moved since the last assignment, unless it changed nothing.
  if (settled) labels = before;
  else assign(data, centers, k, weights, labels);
  return { labels, centers, inertia: inertiaOf(data, labels, centers, weights), nIter, converged: still };
}

/**
 * Writes into `labels` the nearest centre of each row, the first of equally near ones, and returns the sum of squared
 * distances, up to rounding.
 */
export function assign(
  { values, squares, rows, cols }: CentredRows,
  centers: Float64Array,
  k: number,
  weights: Float64Array | null,
  labels: Int32Array,
): number {
  const products = new Float64Array(rows * k);
  rowProducts(values, rows, centers, k, cols, products);
  const sizes = new Float64Array(k);
  for (let c = 0; c < k; c++)
    for (let j = 0; j < cols; j++) sizes[c] = sizes[c]! + centers[c * cols + j]! ** 2;
  let inertia = 0;
  for (let i = 0, at = 0; i < rows; i++) {
    // The square of the row's own length is the same for all centres.
    let least = Number.POSITIVE_INFINITY;
    let label = 0;
    for (let c = 0; c < k; c++) {
      const distance = sizes[c]! - 2 * products[at++]!;
      if (distance < least) {
        least = distance;
        label = c;
      }
    }
    labels[i] = label;
    inertia += Math.max(0, squares[i]! + least) * (weights === null ? 1 : weights[i]!);
  }
  return inertia;
}

/** The sum of the squared distances of rows to their centres, each times the row's weight. */
export function inertiaOf(
  { values, rows, cols }: CentredRows,
  labels: Int32Array,
  centers: Float64Array,
  weights: Float64Array | null,
): number {
  let inertia = 0;
  for (let i = 0; i < rows; i++) {
    const distance = squaredDistance(values, i * cols, centers, labels[i]! * cols, cols);
    inertia += distance * (weights === null ? 1 : weights[i]!);
  }
  return inertia;
}
