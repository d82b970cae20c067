import { describe, expect, test } from "vitest";
import { Matrix } from "../../../../src/learn/index.ts";
import { transposed } from "../../../../src/learn/linalg/products.ts";
import { svd } from "../../../../src/learn/linalg/svd.ts";
import { diagonal, farthest, hilbert, product, randomMatrix, skewness } from "./matrices.ts";

const withTwins = randomMatrix(20, 5);
for (let i = 0; i < 20; i++) withTwins.data[i * 5 + 3] = 2 * withTwins.data[i * 5]!;

const cases: [string, Matrix][] = [
  ["one number", Matrix.from([[-3]])],
  ["more rows than columns", randomMatrix(60, 17)],
  ["more columns than rows", randomMatrix(9, 40)],
  ["a square", randomMatrix(30, 30)],
  ["one row", randomMatrix(1, 6)],
  ["one column", randomMatrix(6, 1)],
  ["a column that is twice another", withTwins],
  ["zeros only", new Matrix(new Float64Array(12), 4, 3)],
  ["equal rows", Matrix.from(Array.from({ length: 6 }, () => [1, 2, 3, 4]))],
  ["a Hilbert matrix", hilbert(12)],
];

describe.each(cases)("the decomposition of %s", (_, A) => {
  const { U, s, Vt } = svd(A);

  test("gives the matrix back", () => {
    const back = product(U, diagonal(s), Vt);
    expect(farthest(back.data, A.data)).toBeLessThanOrEqual(1e-14 * Math.max(s[0]!, 1));
  });

  test("is orthonormal on both sides, whatever the rank", () => {
    expect(skewness(U)).toBeLessThan(1e-13);
    expect(skewness(transposed(Vt))).toBeLessThan(1e-13);
  });

  test("has singular values from the largest to the smallest, none negative", () => {
    expect(Array.from(s)).toEqual(Array.from(s).sort((a, b) => b - a));
    expect(Math.min(...s)).toBeGreaterThanOrEqual(0);
  });
});

test("the singular values of a diagonal matrix are its entries, small ones to the last digits", () => {
  const { s } = svd(diagonal(Float64Array.of(-1e-12, 3, 1e-30)));
  expect(Array.from(s)).toEqual([3, 1e-12, 1e-30]);
});

test.each([1e300, 1e-300])("numbers around %d neither overflow nor vanish", (size) => {
  const A = randomMatrix(8, 3);
  const large = svd(
    new Matrix(
      A.data.map((value) => value * size),
      8,
      3,
    ),
  ).s;
  for (const [i, value] of svd(A).s.entries()) expect(large[i]! / size / value).toBeCloseTo(1, 13);
});
