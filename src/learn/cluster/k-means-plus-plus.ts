import type { CentredRows } from "../linalg/centred-rows.ts";
import { rowProducts } from "../linalg/products.ts";
import type { RandomState } from "../random-state.ts";

/**
 * Chooses `k` rows as first centres, far from each other: each time some rows are drawn, the more probably the
 * farther they are from the centres so far, and the one that helps most is taken (greedy k-means++: Arthur and
 * Vassilvitskii, 2007). O(rows × cols × k log k).
 */
export function kMeansPlusPlus(data: CentredRows, k: number, random: RandomState): number[] {
  const { rows } = data;
  const trials = 2 + Math.floor(Math.log(k));
  const chosen = [random.integers(0, rows)];
  let nearest = distancesWith(data, null, chosen);
  let [total] = totalsOf(nearest, rows);
  while (chosen.length < k) {
    const goals = Array.from({ length: trials }, () => random.random() * total!);
    const candidates = firstReaching(nearest, goals);
    const distances = distancesWith(data, nearest, candidates);
    const totals = totalsOf(distances, rows);
    total = Math.min(...totals);
    const best = totals.indexOf(total);
    nearest = distances.subarray(best * rows, (best + 1) * rows);
    chosen.push(candidates[best]!);
  }
  return chosen;
}

/** What the squared distances to the nearest centre would be with each candidate: candidates × rows. */
function distancesWith(
  { values, squares, rows, cols }: CentredRows,
  nearest: Float64Array | null,
  candidates: readonly number[],
): Float64Array {
  const chosen = new Float64Array(candidates.length * cols);
  for (const [t, row] of candidates.entries()) {
    chosen.set(values.subarray(row * cols, (row + 1) * cols), t * cols);
  }
  const distances = new Float64Array(candidates.length * rows);
  rowProducts(chosen, candidates.length, values, rows, cols, distances);
  for (const [t, row] of candidates.entries()) {
    const square = squares[row]!;
    for (let i = 0, at = t * rows; i < rows; i++, at++) {
      const distance = square - 2 * distances[at]! + squares[i]!;
      const before = nearest === null ? distance : nearest[i]!;
      const least = distance < before ? distance : before;
      // Rounding must not make a distance negative.
      distances[at] = least > 0 ? least : 0;
    }
  }
  return distances;
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
