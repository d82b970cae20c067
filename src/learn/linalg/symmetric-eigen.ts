import { powerScale } from "./power-scale.ts";
import { rotate } from "./rotate.ts";
import { tridiagonalise } from "./tridiagonalise.ts";

export type Eigen = {
  /** Largest first. */
  values: Float64Array;
  /** n × n; row i is the vector of length 1 that belongs to value i. */
  vectors: Float64Array;
};

/** More steps than this for one value have never been needed; a bound against endless loops. */
const MOST_STEPS = 100;

/**
 * All eigenvalues and eigenvectors of a symmetric matrix of n × n, row after row: Householder tridiagonalisation,
 * then the QL algorithm with implicit shifts (Bowdler, Martin, Reinsch and Wilkinson, 1968). The error of each
 * value is some rounding errors of the largest one. Signs of vectors are left as they come. O(n³).
 */
export function symmetricEigen(a: Float64Array, n: number): Eigen {
  const scale = powerScale(a);
  const { diagonal, beside, rows } = tridiagonalise(a, n, scale);
  for (let first = 0; first < n; first++) {
    for (let step = 0; step < MOST_STEPS; step++) {
      const last = endOfBlock(diagonal, beside, first, n);
      if (last === first) break;
      implicitStep(diagonal, beside, rows, n, first, last);
    }
  }
  return sorted(diagonal, rows, n, scale);
}

/** The first index from `first` on whose number beside the diagonal is as good as 0. */
function endOfBlock(diagonal: Float64Array, beside: Float64Array, first: number, n: number): number {
  let m = first;
  for (; m < n - 1; m++) {
    const size = Math.abs(diagonal[m]!) + Math.abs(diagonal[m + 1]!);
    if (
      Math.abs(beside[m]!) <= Number.EPSILON * size ||
      Math.abs(beside[m]!) < Number.MIN_VALUE / Number.EPSILON
    )
      break;
  }
  return m;
}

/** One QL step with Wilkinson's shift on the block from `first` to `last`; rotates the rows of vectors along. */
function implicitStep(
  d: Float64Array,
  e: Float64Array,
  rows: Float64Array,
  n: number,
  first: number,
  last: number,
): void {
  const half = (d[first + 1]! - d[first]!) / (2 * e[first]!);
  const root = Math.hypot(half, 1);
  let g = d[last]! - d[first]! + e[first]! / (half + (half >= 0 ? root : -root));
  let sin = 1;
  let cos = 1;
  let shift = 0;
  for (let i = last - 1; i >= first; i--) {
    const f = sin * e[i]!;
    const b = cos * e[i]!;
    const r = Math.sqrt(f * f + g * g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] = d[i + 1]! - shift;
      e[last] = 0;
      return;
    }
    sin = f / r;
    cos = g / r;
    g = d[i + 1]! - shift;
    const t = (d[i]! - g) * sin + 2 * cos * b;
    shift = sin * t;
    d[i + 1] = g + shift;
    g = cos * t - b;
    rotate(rows, i * n, (i + 1) * n, n, cos, sin);
  }
  d[first] = d[first]! - shift;
  e[first] = g;
  e[last] = 0;
}

function sorted(diagonal: Float64Array, rows: Float64Array, n: number, scale: number): Eigen {
  const order = Array.from(diagonal.keys()).sort((a, b) => diagonal[b]! - diagonal[a]!);
  const vectors = new Float64Array(n * n);
  for (const [i, from] of order.entries()) vectors.set(rows.subarray(from * n, (from + 1) * n), i * n);
  return { values: Float64Array.from(order, (i) => diagonal[i]! / scale), vectors };
}
