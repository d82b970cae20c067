import { dot } from "./dot.ts";
import { rotate } from "./rotate.ts";

/** What `orthogonaliseRows` found: rotations × the rows it was given = sizes × unit rows. */
export type OrthogonalRows = {
  /** n × n: row i says how row i is put together of the rows as given. */
  rotations: Float64Array;
  sizes: Float64Array;
};

/** A well-ordered matrix takes 3 to 7 sweeps; a bound against endless loops. */
const MOST_SWEEPS = 60;

/**
 * Rotates the n rows of length n in pairs until all are at right angles, in place: one-sided Jacobi (Hestenes,
 * 1958), which finds small singular values as precisely as large ones. Rows are then of length 1; those that
 * were 0 are filled up to an orthonormal set. O(n³) a sweep.
 */
export function orthogonaliseRows(rows: Float64Array, n: number): OrthogonalRows {
  const rotations = new Float64Array(n * n);
  for (let i = 0; i < n; i++) rotations[i * n + i] = 1;
  const squares = new Float64Array(n);
  const tolerance = Math.sqrt(n) * (Number.EPSILON / 2);
  for (let sweep = 0, turned = true; turned && sweep < MOST_SWEEPS; sweep++) {
    turned = false;
    for (let i = 0; i < n; i++) squares[i] = dot(rows, i * n, i * n, n);
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) {
        const product = dot(rows, p * n, q * n, n);
        if (Math.abs(product) <= tolerance * Math.sqrt(squares[p]!) * Math.sqrt(squares[q]!)) continue;
        turned = true;
        const zeta = (squares[q]! - squares[p]!) / (2 * product);
        const tan = (zeta >= 0 ? 1 : -1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        const cos = 1 / Math.sqrt(1 + tan * tan);
        rotate(rows, p * n, q * n, n, cos, cos * tan);
        rotate(rotations, p * n, q * n, n, cos, cos * tan);
        squares[p] = Math.max(0, squares[p]! - tan * product);
        squares[q] = squares[q]! + tan * product;
      }
    }
  }
  return { rotations, sizes: toUnitRows(rows, n) };
}

/** Divides each row by its length and returns the lengths. */
function toUnitRows(rows: Float64Array, n: number): Float64Array {
  const sizes = Float64Array.from({ length: n }, (_, i) => Math.sqrt(dot(rows, i * n, i * n, n)));
  for (let i = 0; i < n; i++) {
    if (sizes[i] === 0) rows.fill(0, i * n, (i + 1) * n);
    else for (let k = i * n; k < (i + 1) * n; k++) rows[k] = rows[k]! / sizes[i]!;
  }
  for (let i = 0; i < n; i++) if (sizes[i] === 0) fillUp(rows, n, i);
  return sizes;
}

/** Makes row `i`, which is 0, a unit row at right angles to all others: the axis farthest from them, projected. */
function fillUp(rows: Float64Array, n: number, i: number): void {
  const near = new Float64Array(n);
  for (let k = 0; k < n; k++) for (let j = 0; j < n; j++) near[j] = near[j]! + rows[k * n + j]! ** 2;
  let axis = 0;
  for (let j = 1; j < n; j++) if (near[j]! < near[axis]!) axis = j;
  rows[i * n + axis] = 1;
  // Twice, as the first time leaves rounding errors of what it took away.
  for (let time = 0; time < 2; time++) {
    for (let k = 0; k < n; k++) {
      if (k === i) continue;
      const along = dot(rows, k * n, i * n, n);
      for (let j = 0; j < n; j++) rows[i * n + j] = rows[i * n + j]! - along * rows[k * n + j]!;
    }
    const size = Math.sqrt(dot(rows, i * n, i * n, n));
    for (let j = i * n; j < (i + 1) * n; j++) rows[j] = rows[j]! / size;
  }
}
