/** A symmetric matrix as QTQᵀ with a T that has numbers on its diagonal and beside it only. */
type Tridiagonal = {
  diagonal: Float64Array;
  /** Item i stands between i and i + 1; the last is 0. */
  beside: Float64Array;
  /** Qᵀ, n × n, row after row. */
  rows: Float64Array;
};

/** Brings `a` × `scale`, a symmetric matrix of n × n, into tridiagonal form by reflections (Householder, 1958). O(n³). */
export function tridiagonalise(a: Float64Array, n: number, scale: number): Tridiagonal {
  const work = a.map((value) => value * scale);
  const diagonal = new Float64Array(n);
  const beside = new Float64Array(n);
  const factors = new Float64Array(n);
  const p = new Float64Array(n);
  for (let k = 0; k < n - 1; k++) {
    const row = k * n;
    diagonal[k] = work[row + k]!;
    let squares = 0;
    for (let j = k + 1; j < n; j++) squares += work[row + j]! * work[row + j]!;
    const first = work[row + k + 1]!;
    if (squares === first * first) {
      beside[k] = first;
      continue;
    }
    const norm = first > 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
    beside[k] = norm;
    work[row + k + 1] = first - norm;
    factors[k] = 1 / (squares - first * norm);
    reflectBothSides(work, n, k, factors[k]!, p);
  }
  if (n > 0) diagonal[n - 1] = work[n * n - 1]!;
  return { diagonal, beside, rows: transposedProduct(work, n, factors) };
}

/** A − vwᵀ − wvᵀ on the rest behind row k, which holds the reflection's vector v; `p` is room for n numbers. */
function reflectBothSides(work: Float64Array, n: number, k: number, factor: number, p: Float64Array): void {
  const v = k * n;
  let along = 0;
  for (let i = k + 1; i < n; i++) {
    let sum = 0;
    for (let j = k + 1, at = i * n + k + 1; j < n; j++) sum += work[at++]! * work[v + j]!;
    p[i] = factor * sum;
    along += p[i]! * work[v + i]!;
  }
  const half = (factor * along) / 2;
  for (let i = k + 1; i < n; i++) p[i] = p[i]! - half * work[v + i]!;
  for (let i = k + 1; i < n; i++) {
    const vi = work[v + i]!;
    const pi = p[i]!;
    for (let j = k + 1, at = i * n + k + 1; j < n; j++, at++) {
      work[at] = work[at]! - (vi * p[j]! + pi * work[v + j]!);
    }
  }
}

/** Qᵀ of all reflections, the last first, so that each touches only what is behind it. */
function transposedProduct(work: Float64Array, n: number, factors: Float64Array): Float64Array {
  const rows = new Float64Array(n * n);
  for (let i = 0; i < n; i++) rows[i * n + i] = 1;
  for (let k = n - 2; k >= 0; k--) {
    const factor = factors[k]!;
    if (factor === 0) continue;
    const v = k * n;
    for (let i = k + 1; i < n; i++) {
      let sum = 0;
      for (let j = k + 1, at = i * n + k + 1; j < n; j++) sum += rows[at++]! * work[v + j]!;
      sum *= factor;
      for (let j = k + 1, at = i * n + k + 1; j < n; j++, at++) rows[at] = rows[at]! - sum * work[v + j]!;
    }
  }
  return rows;
}
