import { dot } from "./dot.ts";

/**
 * The lower triangular L with LLᵀ = `a`, a symmetric matrix of n × n, row after row; above its diagonal L is 0.
 * Null if `a` is not positive definite. Only the lower half of `a` is read. O(n³).
 */
export function cholesky(a: Float64Array, n: number): Float64Array | null {
  const L = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      L[i * n + j] = (a[i * n + j]! - dot(L, i * n, j * n, j)) / L[j * n + j]!;
    }
    const pivot = a[i * n + i]! - dot(L, i * n, i * n, i);
    if (!(pivot > 0 && pivot < Number.POSITIVE_INFINITY)) return null;
    L[i * n + i] = Math.sqrt(pivot);
  }
  return L;
}

/** The x with LLᵀx = `b`. O(n²). */
export function solveCholesky(L: Float64Array, n: number, b: ArrayLike<number>): Float64Array {
  const x = solveLower(L, n, b);
  for (let i = n - 1; i >= 0; i--) {
    const value = x[i]! / L[i * n + i]!;
    x[i] = value;
    for (let j = 0; j < i; j++) x[j] = x[j]! - L[i * n + j]! * value;
  }
  return x;
}

/** The x with Lx = `b`, L lower triangular. O(n²). */
export function solveLower(L: Float64Array, n: number, b: ArrayLike<number>): Float64Array {
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = b[i]!;
    for (let j = 0; j < i; j++) sum -= L[i * n + j]! * x[j]!;
    x[i] = sum / L[i * n + i]!;
  }
  return x;
}

/** The inverse of a lower triangular L, lower triangular itself. O(n³). */
export function invertLower(L: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    inverse[j * n + j] = 1 / L[j * n + j]!;
    for (let i = j + 1; i < n; i++) {
      let sum = 0;
      for (let k = j; k < i; k++) sum -= L[i * n + k]! * inverse[k * n + j]!;
      inverse[i * n + j] = sum / L[i * n + i]!;
    }
  }
  return inverse;
}
