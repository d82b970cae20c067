import { rowProducts } from "../linalg/products.ts";
import type { RandomState } from "../random-state.ts";
import type { CentredRows } from "./centred-rows.ts";

/**
 * Chooses `k` rows as first centres, far from each other: each time some rows are drawn, the more probably the
 * farther they are from the centres so far, and the one that helps most is taken (greedy k-means++: Arthur and
 * Vassilvitskii, 2007). O(rows × cols × k log k).
 */
export function kMeansPlusPlus(data: CentredRows, k: number, random: RandomState): number[] {
  const { rows } = data;
  const trials = 2 + Math.floor(Math.log(k));
  const chosen = [random.integers(0, rows)];
  let nearest = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  let [total, distances] = nearestWith(data, nearest, chosen);
  nearest = distances.slice(0, rows);
  while (chosen.length < k) {
    const goals = Array.from({ length: trials }, () => random.random() * total);
    const candidates = firstReaching(nearest, goals);
    [total, distances] = nearestWith(data, nearest, candidates);
    const best = totalsOf(distances, rows).indexOf(total);
    nearest = distances.slice(best * rows, (best + 1) * rows);
    chosen.push(candidates[best]!);
  }
  return chosen;
}

/** What the squared distances to the nearest centre would be with each candidate, and the smallest sum of them. */
function nearestWith(
  { values, squares, rows, cols }: CentredRows,
  nearest: Float64Array,
  candidates: readonly number[],
): [least: number, distances: Float64Array<ArrayBuffer>] {
  const chosen = new Float64Array(candidates.length * cols);
  for (const [t, row] of candidates.entries()) {
    chosen.set(values.subarray(row * cols, (row + 1) * cols), t * cols);
  }
  const distances = new Float64Array(candidates.length * rows);
  rowProducts(chosen, candidates.length, values, rows, cols, distances);
  for (const [t, row] of candidates.entries()) {
    const square = squares[row]!;
    for (let i = 0, at = t * rows; i < rows; i++, at++) {
      // Rounding must not make a distance negative.
      const distance = Math.max(0, square - 2 * distances[at]! + squares[i]!);
      distances[at] = Math.min(nearest[i]!, distance);
    }
  }
  return [Math.min(...totalsOf(distances, rows)), distances];
}

function totalsOf(distances: Float64Array, rows: number): number[] {
  return Array.from({ length: distances.length / rows }, (_, t) => {
    let sum = 0;
    for (let at = t * rows; at < (t + 1) * rows; at++) sum += distances[at]!;
    return sum;
  });
}

/** For each goal the first position up to which the values add up to it; rounding may make it the last. */
function firstReaching(values: Float64Array, goals: readonly number[]): number[] {
  return goals.map((goal) => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) {
      sum += values[i]!;
      if (sum >= goal) return i;
    }
    return values.length - 1;
  });
}
