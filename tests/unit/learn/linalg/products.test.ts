import { describe, expect, test } from "vitest";
import { Matrix } from "../../../../src/learn/index.ts";
import { cholesky, invertLower, solveCholesky } from "../../../../src/learn/linalg/cholesky.ts";
import { gram, multiply, transposed } from "../../../../src/learn/linalg/products.ts";
import { diagonal, farthest, hilbert, product, randomMatrix, slowProduct } from "./matrices.ts";

describe.each([1, 2, 3, 4, 5, 8, 11])("with %i columns", (n) => {
  const A = randomMatrix(13, n, n);

  test("products are those of a plain triple loop", () => {
    const B = randomMatrix(n, 6, 3);
    expect(farthest(multiply(A, B).data, slowProduct(A, B))).toBeLessThan(1e-14);
    expect(farthest(gram(A), slowProduct(transposed(A), A))).toBeLessThan(1e-14);
  });

  test("Cholesky's L times its transpose is the matrix, and solves its equations", () => {
    const a = gram(A);
    const L = cholesky(a, n)!;
    const lower = new Matrix(L, n, n);
    expect(farthest(product(lower, transposed(lower)).data, a)).toBeLessThan(1e-14);
    const x = randomMatrix(n, 1, 5);
    const b = multiply(new Matrix(a, n, n), x).data;
    expect(farthest(solveCholesky(L, n, b), x.data)).toBeLessThan(1e-12);
    const one = product(lower, new Matrix(invertLower(L, n), n, n));
    expect(farthest(one.data, diagonal(new Float64Array(n).fill(1)).data)).toBeLessThan(1e-13);
  });
});

test("the last number of the Hilbert matrix's L is its closed form", () => {
  // det of the Hilbert matrices of 5 and 4 rows: 1 / 266716800000 and 1 / 6048000.
  expect(cholesky(hilbert(5).data, 5)![24]!).toBeCloseTo(Math.sqrt(6048000 / 266716800000), 12);
});

test.each([
  ["indefinite", [1, 2, 2, 1]],
  ["singular", [1, 1, 1, 1]],
  ["zero", [0, 0, 0, 0]],
])("a matrix that is %s has no L", (_, a) => {
  expect(cholesky(Float64Array.from(a), 2)).toBeNull();
});
