import { Matrix } from "../base/matrix.ts";

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

/** XᵀX, columns × columns, row after row. O(rows × columns²). */
export function gram(X: Matrix): Float64Array {
  return gramOfColumns(columnsOf(X), X.rows, X.cols);
}

/** As `gram`, of numbers that are stored column after column. */
export function gramOfColumns(columns: Float64Array, rows: number, cols: number): Float64Array {
  const result = new Float64Array(cols * cols);
  const even = cols - (cols % 2);
  // Two columns with two at a time: each number that is read is used twice.
  for (let p = 0; p < even; p += 2) {
    for (let q = p; q < even; q += 2) {
      gramOfPairs(columns, rows, cols, p, q, result);
    }
  }
  if (even < cols) {
    for (let q = 0; q < cols; q++) {
      let sum = 0;
      for (let i = 0, a = even * rows, b = q * rows; i < rows; i++) sum += columns[a++]! * columns[b++]!;
      result[q * cols + even] = sum;
      result[even * cols + q] = sum;
    }
  }
  return result;
}

function gramOfPairs(
  columns: Float64Array,
  rows: number,
  cols: number,
  p: number,
  q: number,
  result: Float64Array,
): void {
  let pq = 0;
  let pq1 = 0;
  let p1q = 0;
  let p1q1 = 0;
  let a0 = p * rows;
  let a1 = a0 + rows;
  let b0 = q * rows;
  let b1 = b0 + rows;
  for (let i = 0; i < rows; i++) {
    const x = columns[a0++]!;
    const y = columns[a1++]!;
    const u = columns[b0++]!;
    const v = columns[b1++]!;
    pq += x * u;
    pq1 += x * v;
    p1q += y * u;
    p1q1 += y * v;
  }
  result[p * cols + q] = pq;
  result[q * cols + p] = pq;
  result[p * cols + q + 1] = pq1;
  result[(q + 1) * cols + p] = pq1;
  result[(p + 1) * cols + q] = p1q;
  result[q * cols + p + 1] = p1q;
  result[(p + 1) * cols + q + 1] = p1q1;
  result[(q + 1) * cols + p + 1] = p1q1;
}

/** The product AB as a new Matrix; `A` has as many columns as `B` has rows. O(rows × inner × columns). */
export function multiply(A: Matrix, B: Matrix): Matrix {
  const { rows, cols: inner } = A;
  const { cols } = B;
  const product = new Float64Array(rows * cols);
  const a = A.data;
  const b = B.data;
  const whole = inner - (inner % 4);
  for (let i = 0; i < rows; i++) {
    const row = i * cols;
    let k = 0;
    // Four rows of B at a time: each sum is read and written a quarter as often.
    for (; k < whole; k += 4) {
      const a0 = a[i * inner + k]!;
      const a1 = a[i * inner + k + 1]!;
      const a2 = a[i * inner + k + 2]!;
      const a3 = a[i * inner + k + 3]!;
      let b0 = k * cols;
      let b1 = b0 + cols;
      let b2 = b1 + cols;
      let b3 = b2 + cols;
      for (let at = row; at < row + cols; at++) {
        product[at] = product[at]! + a0 * b[b0++]! + a1 * b[b1++]! + a2 * b[b2++]! + a3 * b[b3++]!;
      }
    }
    for (; k < inner; k++) {
      const factor = a[i * inner + k]!;
      for (let at = row, from = k * cols; at < row + cols; at++) {
        product[at] = product[at]! + factor * b[from++]!;
      }
    }
  }
  return new Matrix(product, rows, cols);
}
