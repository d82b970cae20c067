import { Matrix } from "../base/matrix.ts";
import { simdGram, simdRowProducts } from "./simd-products.ts";

/** The numbers of a matrix column after column. */
export function columnsOf({ data, rows, cols }: Matrix): Float64Array {
  const columns = new Float64Array(data.length);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) columns[j * rows + i] = data[at++]!;
  }
  return columns;
}

/** A new Matrix with rows and columns exchanged. */
export function transposed(matrix: Matrix): Matrix {
  return new Matrix(columnsOf(matrix), matrix.cols, matrix.rows);
}

/** The product AB as a new Matrix; `A` has as many columns as `B` has rows. O(rows × inner × columns). */
export function multiply(A: Matrix, B: Matrix): Matrix {
  return multiplyTransposed(A, transposed(B));
}

/** The product ABᵀ as a new Matrix; both have equally many columns. O(rows × rows × columns). */
export function multiplyTransposed(A: Matrix, B: Matrix): Matrix {
  const product = new Float64Array(A.rows * B.rows);
  rowProducts(A.data, A.rows, B.data, B.rows, A.cols, product);
  return new Matrix(product, A.rows, B.rows);
}

/** XᵀX, columns × columns, row after row. O(rows × columns²). */
export function gram(X: Matrix): Float64Array {
  const result = new Float64Array(X.cols * X.cols);
  if (!simdGram(X.data, X.rows, X.cols, 1, X.cols, result))
    return gramOfColumns(columnsOf(X), X.rows, X.cols);
  return mirrored(result, X.cols);
}

/** As `gram`, of numbers that are stored column after column. */
export function gramOfColumns(columns: Float64Array, rows: number, cols: number): Float64Array {
  const result = new Float64Array(cols * cols);
  if (!simdGram(columns, rows, cols, rows, 1, result)) {
    for (let i = 0; i < cols; i += TILE) {
      for (let j = 0; j <= i; j += TILE) tile(columns, i, cols, columns, j, cols, rows, rows, result);
    }
  }
  return mirrored(result, cols);
}

/** Writes what is below the diagonal above it. */
function mirrored(symmetric: Float64Array, n: number): Float64Array {
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) symmetric[i * n + j] = symmetric[j * n + i]!;
  }
  return symmetric;
}

/** Three rows with three rows: each number that is read is used three times, and all nine sums fit in registers. */
const TILE = 3;

/** Writes into `out`, aRows × bRows, the products of all rows of `a` with all rows of `b`, each of `length` numbers. */
export function rowProducts(
  a: Float64Array,
  aRows: number,
  b: Float64Array,
  bRows: number,
  length: number,
  out: Float64Array,
): void {
  if (simdRowProducts(a, aRows, b, bRows, length, out, false)) return;
  for (let i = 0; i < aRows; i += TILE) {
    for (let j = 0; j < bRows; j += TILE) tile(a, i, aRows, b, j, bRows, length, length, out);
  }
}

/** As `rowProducts` with the rows of a lower triangular matrix, of which nothing above the diagonal is multiplied. */
export function lowerProducts(
  a: Float64Array,
  aRows: number,
  lower: Float64Array,
  length: number,
  out: Float64Array,
): void {
  if (simdRowProducts(a, aRows, lower, length, length, out, true)) return;
  for (let j = 0; j < length; j += TILE) {
    const end = Math.min(j + TILE, length);
    for (let i = 0; i < aRows; i += TILE) tile(a, i, aRows, lower, j, length, length, end, out);
  }
}

/**
 * The nine products of three rows from `i` on with three from `j` on, each of the first `length` numbers of rows that
 * are `stride` apart; where rows end, the last is taken again.
 */
function tile(
  a: Float64Array,
  i: number,
  aRows: number,
  b: Float64Array,
  j: number,
  bRows: number,
  stride: number,
  length: number,
  out: Float64Array,
): void {
  const i1 = Math.min(i + 1, aRows - 1);
  const i2 = Math.min(i + 2, aRows - 1);
  const j1 = Math.min(j + 1, bRows - 1);
  const j2 = Math.min(j + 2, bRows - 1);
  const [p0, p1, p2] = [i * stride, i1 * stride, i2 * stride];
  const [q0, q1, q2] = [j * stride, j1 * stride, j2 * stride];
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s20 = 0;
  let s21 = 0;
  let s22 = 0;
  for (let k = 0; k < length; k++) {
    const x = a[p0 + k]!;
    const y = a[p1 + k]!;
    const z = a[p2 + k]!;
    const u = b[q0 + k]!;
    const v = b[q1 + k]!;
    const w = b[q2 + k]!;
    s00 += x * u;
    s01 += x * v;
    s02 += x * w;
    s10 += y * u;
    s11 += y * v;
    s12 += y * w;
    s20 += z * u;
    s21 += z * v;
    s22 += z * w;
  }
  out[i * bRows + j] = s00;
  out[i * bRows + j1] = s01;
  out[i * bRows + j2] = s02;
  out[i1 * bRows + j] = s10;
  out[i1 * bRows + j1] = s11;
  out[i1 * bRows + j2] = s12;
  out[i2 * bRows + j] = s20;
  out[i2 * bRows + j1] = s21;
  out[i2 * bRows + j2] = s22;
}
