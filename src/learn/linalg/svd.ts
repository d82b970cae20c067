import { Matrix } from "../base/matrix.ts";
import { orthogonaliseRows } from "./jacobi-rows.ts";
import { type PivotedQr, pivotedQr, reflect } from "./pivoted-qr.ts";
import { powerScale } from "./power-scale.ts";
import { columnsOf, transposed } from "./products.ts";

/** A = U diag(s) Vt with k = the smaller of rows and columns. */
export type Svd = {
  /** rows × k, with orthonormal columns. */
  U: Matrix;
  /** The singular values, largest first. */
  s: Float64Array;
  /** k × columns, with orthonormal rows. */
  Vt: Matrix;
};

/**
 * The thin singular value decomposition: QR with column pivoting, then one-sided Jacobi on R (Drmač and Veselić,
 * 2008). U and Vt are orthonormal whatever the rank. Signs are left as they come. O(rows × cols × smaller of both).
 */
export function svd(matrix: Matrix): Svd {
  if (matrix.rows < matrix.cols) {
    const { U, s, Vt } = svd(transposed(matrix));
    return { U: transposed(Vt), s, Vt: transposed(U) };
  }
  const { rows, cols } = matrix;
  const { qr, rotations, ranked, s, Vt } = rightSide(columnsOf(matrix), rows, cols);
  const left = leftColumns(qr, rotations, ranked, rows, cols);
  return { U: transposed(new Matrix(left, cols, rows)), s, Vt };
}

/**
 * The singular values and right singular vectors alone, of a matrix with at least as many rows as columns, given
 * column after column and overwritten; and what is needed to find the left ones.
 */
export function rightSide(columns: Float64Array, rows: number, cols: number) {
  const scale = powerScale(columns);
  for (let at = 0; at < columns.length; at++) columns[at] = columns[at]! * scale;
  const qr = pivotedQr(columns, rows, cols);
  const unitRows = qr.R.slice();
  const { rotations, sizes } = orthogonaliseRows(unitRows, cols);
  const ranked = Array.from(sizes.keys()).sort((a, b) => sizes[b]! - sizes[a]!);
  const Vt = new Float64Array(cols * cols);
  for (const [i, from] of ranked.entries()) {
    for (let j = 0; j < cols; j++) Vt[i * cols + qr.order[j]!] = unitRows[from * cols + j]!;
  }
  const s = Float64Array.from(ranked, (from) => sizes[from]! / scale);
  return { qr, rotations, ranked, s, Vt: new Matrix(Vt, cols, cols) };
}

/** Q × the left singular vectors of R, column after column. */
function leftColumns(
  { vectors, factors }: PivotedQr,
  rotations: Float64Array,
  ranked: readonly number[],
  rows: number,
  cols: number,
): Float64Array {
  const left = new Float64Array(rows * cols);
  for (const [c, from] of ranked.entries()) {
    left.set(rotations.subarray(from * cols, (from + 1) * cols), c * rows);
    for (let k = cols - 1; k >= 0; k--) {
      if (factors[k] !== 0) reflect(vectors, k * rows + k, rows - k, factors[k]!, left, c * rows + k);
    }
  }
  return left;
}
