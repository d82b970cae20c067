import { describe, expect, test } from "vitest";
import { Matrix } from "../../../../src/learn/index.ts";
import { gram, transposed } from "../../../../src/learn/linalg/products.ts";
import { symmetricEigen } from "../../../../src/learn/linalg/symmetric-eigen.ts";
import { diagonal, farthest, hilbert, product, randomMatrix, skewness } from "./matrices.ts";

const square = (data: Float64Array) => new Matrix(data, Math.sqrt(data.length), Math.sqrt(data.length));

describe.each([
  ["one number", Matrix.from([[-2]])],
  ["a Hilbert matrix", hilbert(10)],
  ["a matrix of products", square(gram(randomMatrix(70, 33)))],
  ["a singular matrix", square(gram(randomMatrix(4, 9)))],
  ["zeros only", new Matrix(new Float64Array(25), 5, 5)],
  [
    "an indefinite matrix",
    Matrix.from([
      [0, 2, 1],
      [2, 0, 5],
      [1, 5, -3],
    ]),
  ],
])("the eigenvectors of %s", (_, A) => {
  const { values, vectors } = symmetricEigen(A.data, A.rows);
  const V = new Matrix(vectors, A.rows, A.rows);

  test("give the matrix back with the eigenvalues, largest first", () => {
    const back = product(transposed(V), diagonal(values), V);
    expect(farthest(back.data, A.data)).toBeLessThanOrEqual(
      1e-14 * Math.max(...A.data.map(Math.abs), 1) * A.rows,
    );
    expect(Array.from(values)).toEqual(Array.from(values).sort((a, b) => b - a));
  });

  test("are orthonormal", () => {
    expect(skewness(transposed(V))).toBeLessThan(1e-13);
  });
});

test("a chain of springs has the eigenvalues 2 − 2 cos(πk / (n + 1))", () => {
  const n = 25;
  const A = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    A[i * n + i] = 2;
    if (i > 0) A[i * n + i - 1] = A[(i - 1) * n + i] = -1;
  }
  const expected = Array.from({ length: n }, (_, k) => 2 - 2 * Math.cos((Math.PI * (n - k)) / (n + 1)));
  expect(farthest(symmetricEigen(A, n).values, expected)).toBeLessThan(1e-14);
});

test("a matrix stays as it was", () => {
  const A = hilbert(4);
  symmetricEigen(A.data, 4);
  expect(A).toEqual(hilbert(4));
});
