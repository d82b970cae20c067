import type { CentredRows } from "../linalg/centred-rows.ts";
import { meansOfClusters } from "./means-of-clusters.ts";
import { NearestCenters } from "./nearest-centers.ts";
import { squaredDistance } from "./squared-distance.ts";

/** Where Lloyd's algorithm has come to. */
export type LloydState = {
  /** k × columns. */
  centers: Float64Array;
  /** The nearest centre of each row. */
  labels: Int32Array;
};
/** `inertia` is the sum of the squared distances of rows to their centres. */
export type LloydResult = LloydState & { inertia: number; nIter: number; converged: boolean };

/**
 * K-means from given centres (Lloyd, 1982): rows go to the nearest centre, centres to the mean of their rows, until
 * no row changes, or centres move by no more than `tolerance` (the sum of squares). Yields each assignment of rows
 * with the centres that it was made for; neither may be changed. O(rows × cols × k) an iteration.
 */
export function* lloyd(
  data: CentredRows,
  start: Float64Array,
  k: number,
  weights: Float64Array | null,
  { maxIter, tolerance }: { maxIter: number; tolerance: number },
): Generator<LloydState, LloydResult> {
  let centers = start;
  const bounds = new NearestCenters(data, k);
  const { labels } = bounds;
  let nIter = 0;
  let settled = false;
  let still = false;
  while (nIter < maxIter && !still) {
    nIter++;
    const changed = bounds.assign(centers);
    yield { centers, labels };
    const next = meansOfClusters(data, labels, centers, k, weights);
    settled = changed === 0;
    still = settled || squaredDistance(next, 0, centers, 0, next.length) <= tolerance;
    bounds.moved(centers, next);
    centers = next;
  }
  // Centres have moved since the last assignment, unless it changed nothing.
  if (!settled) bounds.assign(centers);
  return { labels, centers, inertia: inertiaOf(data, labels, centers, weights), nIter, converged: still };
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
