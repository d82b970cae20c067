import { Matrix, RandomState } from "../../../../src/learn/index.ts";
import { gram, multiply } from "../../../../src/learn/linalg/products.ts";

/** Numbers from −1 to 1. */
export function randomMatrix(rows: number, cols: number, seed = 1): Matrix {
  const random = new RandomState(seed);
  return new Matrix(
    Float64Array.from({ length: rows * cols }, () => random.uniform(-1, 1)),
    rows,
    cols,
  );
}

/** 1 / (i + j + 1): symmetric, positive definite, and close to singular. */
export function hilbert(n: number): Matrix {
  return Matrix.from(
    Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => 1 / (i + j + 1))),
  );
}

/** The largest difference between two lists of numbers. */
export function farthest(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}

/** How far the columns of a matrix are from being orthonormal. */
export function skewness(matrix: Matrix): number {
  return farthest(gram(matrix), diagonal(new Float64Array(matrix.cols).fill(1)).data);
}

export function diagonal(values: Float64Array): Matrix {
  const n = values.length;
  return new Matrix(
    Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? values[at / (n + 1)]! : 0)),
    n,
    n,
  );
}

/** A plain triple loop to compare with. */
export function slowProduct(A: Matrix, B: Matrix): Float64Array {
  return Float64Array.from({ length: A.rows * B.cols }, (_, at) => {
    const [i, j] = [Math.floor(at / B.cols), at % B.cols];
    return A.row(i).reduce((sum, value, k) => sum + value * B.data[k * B.cols + j]!, 0);
  });
}

export function product(...matrices: Matrix[]): Matrix {
  return matrices.reduce(multiply);
}
