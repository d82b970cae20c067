import { Matrix } from "../base/matrix.ts";
import { multiply, multiplyTransposed, transposed } from "../linalg/products.ts";
import { type Svd, svd } from "../linalg/svd.ts";
import type { RandomState } from "../random-state.ts";

/** How many more random directions are followed than are asked for. */
const MORE = 10;

/**
 * The `k` largest singular values and their vectors, by following random directions through powers of A (Halko,
 * Martinsson and Tropp, 2011), with as many directions and powers as scikit-learn; exact where that is as cheap.
 */
export function leadingVectors(A: Matrix, k: number, random: RandomState): Svd {
  const smaller = Math.min(A.rows, A.cols);
  if (k + MORE >= smaller) return svd(A);
  if (A.rows < A.cols) {
    const { U, s, Vt } = leadingVectors(transposed(A), k, random);
    return { U: transposed(Vt), s, Vt: transposed(U) };
  }
  const size = k + MORE;
  const At = transposed(A);
  const start = Float64Array.from({ length: A.cols * size }, () => random.normal());
  // Directions are rows from here on.
  let rows = transposed(new Matrix(start, A.cols, size));
  for (let power = 0; power < (k < 0.1 * smaller ? 7 : 4); power++) {
    rows = orthonormalRows(multiplyTransposed(rows, A));
    rows = orthonormalRows(multiplyTransposed(rows, At));
  }
  rows = orthonormalRows(multiplyTransposed(rows, A));
  const small = svd(multiplyTransposed(rows, At));
  return { U: multiply(transposed(rows), small.U), s: small.s, Vt: small.Vt };
}

/** Rows with the same span, orthonormal (Gram and Schmidt, each row twice for the sake of rounding); 0 where they depend. */
function orthonormalRows({ data, rows, cols }: Matrix): Matrix {
  const result = data.slice();
  for (let i = 0; i < rows; i++) {
    for (let time = 0; time < 2; time++) {
      for (let k = 0; k < i; k++) {
        let along = 0;
        for (let j = 0; j < cols; j++) along += result[i * cols + j]! * result[k * cols + j]!;
        for (let j = 0; j < cols; j++) {
          result[i * cols + j] = result[i * cols + j]! - along * result[k * cols + j]!;
        }
      }
      let squares = 0;
      for (let j = i * cols; j < (i + 1) * cols; j++) squares += result[j]! * result[j]!;
      const factor = squares > 0 ? 1 / Math.sqrt(squares) : 0;
      for (let j = i * cols; j < (i + 1) * cols; j++) result[j] = result[j]! * factor;
    }
  }
  return new Matrix(result, rows, cols);
}
