import { cholesky, solveCholesky } from "../linalg/cholesky.ts";
import { type CodedRatings, type Grouped, grouped } from "./ratings.ts";

/** Factors of all users and items: each row `k` numbers. */
export type Factors = { k: number; users: Float64Array; items: Float64Array };
export type LeastSquares = {
  regularization: number;
  /** null for explicit ratings; else how much more a rating of 1 is trusted than none. */
  alpha: number | null;
};

/** Each user's (or item's) ratings, with those whom they rated (or who rated them). */
type Side = { groups: Grouped; others: Int32Array; values: Float64Array };

/** The ratings by user and by item. `values` are what the factors are to give, or with `alpha` the ratings. */
export function sidesOf(
  { users, items, userCodes, itemCodes }: CodedRatings,
  values: Float64Array,
): [Side, Side] {
  return [
    { groups: grouped(userCodes, users.length), others: itemCodes, values },
    { groups: grouped(itemCodes, items.length), others: userCodes, values },
  ];
}

/**
 * Half a step: the best factors of one side (`changed`, in place) for those of the other, `fixed`. Explicit: ridge
 * regression on the ratings, its strength times their number (Zhou et al., 2008). Implicit: weighted regression on
 * whether there is a rating, over all pairs (Hu, Koren and Volinsky, 2008).
 */
export function halfStep(
  changed: Float64Array,
  fixed: Float64Array,
  k: number,
  side: Side,
  how: LeastSquares,
): void {
  const { starts, order } = side.groups;
  const { alpha, regularization } = how;
  const gram = alpha === null ? new Float64Array(k * k) : gramOf(fixed, k);
  const a = new Float64Array(k * k);
  const b = new Float64Array(k);
  for (let row = 0; row + 1 < starts.length; row++) {
    const count = starts[row + 1]! - starts[row]!;
    a.set(gram);
    b.fill(0);
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const rating = order[at]!;
      const value = side.values[rating]!;
      const weight = alpha === null ? 1 : alpha * Math.abs(value);
      const aim = alpha === null ? value : (1 + weight) * Number(value > 0);
      const from = side.others[rating]! * k;
      for (let i = 0; i < k; i++) {
        const factor = fixed[from + i]!;
        b[i]! += aim * factor;
        for (let j = 0; j <= i; j++) a[i * k + j]! += weight * factor * fixed[from + j]!;
      }
    }
    const strength = regularization * (alpha === null ? count : 1);
    for (let i = 0; i < k; i++) a[i * k + i]! += strength;
    const lower = cholesky(a, k);
    if (lower === null) {
      throw new RangeError(
        "MatrixFactorization: the factors cannot be determined: choose a larger regularization or fewer factors",
      );
    }
    changed.set(solveCholesky(lower, k, b), row * k);
  }
}

/** What is made as small as possible: the squared errors, and the squares of the factors by their strength. */
export function lossOf(
  { users, items, k }: Factors,
  byUser: Side,
  byItem: Side,
  how: LeastSquares,
): { loss: number; rmse: number } {
  const { alpha, regularization } = how;
  const implicit = alpha !== null;
  let loss = implicit ? allSquares(users, gramOf(items, k), k) : 0;
  let squares = 0;
  const { starts, order } = byUser.groups;
  for (let u = 0; u + 1 < starts.length; u++) {
    for (let at = starts[u]!; at < starts[u + 1]!; at++) {
      const value = byUser.values[order[at]!]!;
      const predicted = dot(users, u * k, items, byUser.others[order[at]!]! * k, k);
      const aim = implicit ? Number(value > 0) : value;
      const error = (aim - predicted) ** 2;
      squares += error;
      loss += implicit ? (1 + alpha * Math.abs(value)) * error - predicted * predicted : error;
    }
  }
  for (const [factors, side] of [
    [users, byUser],
    [items, byItem],
  ] as const) {
    for (let row = 0; row + 1 < side.groups.starts.length; row++) {
      const count = implicit ? 1 : side.groups.starts[row + 1]! - side.groups.starts[row]!;
      loss += regularization * count * dot(factors, row * k, factors, row * k, k);
    }
  }
  return { loss, rmse: Math.sqrt(squares / byUser.values.length) };
}

export function dot(a: Float64Array, fromA: number, b: Float64Array, fromB: number, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += a[fromA + i]! * b[fromB + i]!;
  return sum;
}

/** FᵀF of the factors F, k × k. */
function gramOf(factors: Float64Array, k: number): Float64Array {
  const gram = new Float64Array(k * k);
  for (let from = 0; from < factors.length; from += k) {
    for (let i = 0; i < k; i++) {
      for (let j = 0; j < k; j++) gram[i * k + j]! += factors[from + i]! * factors[from + j]!;
    }
  }
  return gram;
}

/** The sum of the squares of all users' products with all items, of which `gram` is. */
function allSquares(users: Float64Array, gram: Float64Array, k: number): number {
  let sum = 0;
  for (let from = 0; from < users.length; from += k) {
    for (let i = 0; i < k; i++) sum += users[from + i]! * dot(gram, i * k, users, from, k);
  }
  return sum;
}
