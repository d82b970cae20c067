import { drawnCenters, drawnRows } from "../cluster/first-centers.ts";
import { lloyd } from "../cluster/lloyd.ts";
import type { CentredRows } from "../linalg/centred-rows.ts";
import type { RandomState } from "../random-state.ts";

/** K-means for first parts: as KMeans has it by default, from one start. */
const MOST_ITERATIONS = 300;
const TOLERANCE = 1e-4;

/**
 * How the rows' first parts are found: all of a row to its k-means cluster, or random parts; or, for each component, all of one
 * row and nothing of the others, the rows being far from each other, or any.
 */
export type InitParams = "kmeans" | "k-means++" | "random" | "random_from_data";

/** To which part each row belongs to each of `k` components before the first iteration: rows × k. */
export function firstParts(data: CentredRows, k: number, how: InitParams, random: RandomState): Float64Array {
  const { squares, rows, cols } = data;
  const parts = new Float64Array(rows * k);
  if (how === "random") {
    for (let i = 0; i < rows; i++) {
      let sum = 0;
      for (let at = i * k; at < (i + 1) * k; at++) {
        parts[at] = random.random();
        sum += parts[at]!;
      }
      for (let at = i * k; at < (i + 1) * k; at++) parts[at] = parts[at]! / sum;
    }
    return parts;
  }
  if (how !== "kmeans") {
    const chosen = drawnRows(how === "k-means++" ? "k-means++" : "random", data, k, random);
    for (const [c, row] of chosen.entries()) parts[row * k + c] = 1;
    return parts;
  }
  const variance = squares.reduce((sum, square) => sum + square, 0) / (rows * cols);
  const start = drawnCenters("k-means++", data, k, random);
  const steps = lloyd(data, start, k, null, { maxIter: MOST_ITERATIONS, tolerance: TOLERANCE * variance });
  let step = steps.next();
  while (!step.done) step = steps.next();
  for (const [i, label] of step.value.labels.entries()) parts[i * k + label] = 1;
  return parts;
}
