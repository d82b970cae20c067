import type { CentredRows } from "../linalg/centred-rows.ts";
import { squaredDistance } from "./squared-distance.ts";
import { unstableArgpartition } from "./unstable-argpartition.ts";

/**
 * The mean of each cluster's rows, k × cols. A cluster without rows gets the row that is farthest from its own
 * centre, which leaves its cluster; one that has lost all its rows so goes to the mean of all rows.
 */
export function meansOfClusters(
  data: CentredRows,
  labels: Int32Array,
  centers: Float64Array,
  k: number,
  weights: Float64Array | null,
): Float64Array {
  const { values, rows, cols } = data;
  const sums = new Float64Array(k * cols);
  const sizes = new Float64Array(k);
  for (let i = 0, at = 0; i < rows; i++) {
    const label = labels[i]!;
    const weight = weights === null ? 1 : weights[i]!;
    sizes[label] = sizes[label]! + weight;
    for (let to = label * cols; to < (label + 1) * cols; to++) sums[to] = sums[to]! + values[at++]! * weight;
  }
  if (sizes.includes(0)) relocate(data, labels, centers, weights, sums, sizes);
  for (let c = 0; c < k; c++) {
    if (sizes[c]! <= 0) continue;
    const factor = 1 / sizes[c]!;
    for (let at = c * cols; at < (c + 1) * cols; at++) sums[at] = sums[at]! * factor;
  }
  return sums;
}

/** Moves the farthest rows, one for each cluster without rows, from their cluster's sum to that one's. */
function relocate(
  { values, rows, cols }: CentredRows,
  labels: Int32Array,
  centers: Float64Array,
  weights: Float64Array | null,
  sums: Float64Array,
  sizes: Float64Array,
): void {
  const empty = Array.from(sizes.keys()).filter((c) => sizes[c] === 0);
  const far = Float64Array.from(labels, (label, i) =>
    squaredDistance(values, i * cols, centers, label * cols, cols),
  );
  const farthest = unstableArgpartition(far, rows - empty.length).reverse();
  for (const [rank, cluster] of empty.entries()) {
    const row = farthest[rank]!;
    const weight = weights === null ? 1 : weights[row]!;
    const from = labels[row]!;
    for (let j = 0; j < cols; j++) {
      const part = values[row * cols + j]! * weight;
      sums[from * cols + j] = sums[from * cols + j]! - part;
      sums[cluster * cols + j] = part;
    }
    sizes[cluster] = weight;
    sizes[from] = sizes[from]! - weight;
  }
}
