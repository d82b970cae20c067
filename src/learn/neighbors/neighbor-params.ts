import type { Matrix } from "../base/matrix.ts";
import { oneOf, type ParamRule, wholeNumber } from "../base/params.ts";
import { shown } from "../base/shown.ts";
import type { Distance } from "./exact-distances.ts";
import { type Neighbors, nearest } from "./nearest.ts";

/** Which distance is meant by name; "minkowski" is the one that `p` tells. */
export type Metric = "minkowski" | "euclidean" | "manhattan" | "cosine";

const power: ParamRule = {
  default: 2,
  allows: (value) => value === 1 || value === 2,
  allowed: "1 (Manhattan distance) or 2 (Euclidean distance)",
};

/** The parameters that both neighbour models have. */
export const neighborParams = {
  nNeighbors: wholeNumber(5, 1),
  weights: oneOf("uniform", "distance"),
  metric: oneOf("minkowski", "euclidean", "manhattan", "cosine"),
  p: power,
};

/** The neighbours of each row of `queries`; throws when there are fewer than `k` training rows. */
export function findNeighbors(
  training: Matrix,
  queries: Matrix,
  k: number,
  { metric, p }: { metric: Metric; p: 1 | 2 },
): Neighbors {
  if (!neighborParams.nNeighbors.allows(k)) {
    throw new RangeError(`nNeighbors must be ${neighborParams.nNeighbors.allowed}, but it is ${shown(k)}`);
  }
  if (k > training.rows) {
    throw new RangeError(
      `nNeighbors must be at most the number of training rows, which is ${training.rows}, but it is ${k}`,
    );
  }
  const distance: Distance = {
    minkowski: p,
    euclidean: 2 as const,
    manhattan: 1 as const,
    cosine: "cosine" as const,
  }[metric];
  return nearest(training, queries, k, distance);
}

/** Neighbours as `kneighbors` gives them: one array of `k` a row. */
export function neighborRows({ indices, distances }: Neighbors, k: number) {
  const rows = (values: ArrayLike<number>) =>
    Array.from({ length: values.length / k }, (_, i) =>
      Array.from({ length: k }, (_, j) => values[i * k + j]!),
    );
  return { indices: rows(indices), distances: rows(distances) };
}

/** How much neighbour number `j` counts of those whose distances start at `first`, nearest first. */
export function neighborWeight(
  weights: "uniform" | "distance",
  distances: Float64Array,
  first: number,
  j: number,
): number {
  if (weights === "uniform") return 1;
  const distance = distances[first + j]!;
  // The nearest come first, so the first one tells whether any is at distance 0.
  if (distances[first] === 0) return distance === 0 ? 1 : 0;
  // Distances near the smallest number there is have no finite inverse.
  return Math.min(1 / distance, 1e200);
}
