import { describe, expect, test } from "vitest";
import { Matrix } from "../../../../src/learn/index.ts";
import { gram } from "../../../../src/learn/linalg/products.ts";
import { svd } from "../../../../src/learn/linalg/svd.ts";
import { symmetricEigen } from "../../../../src/learn/linalg/symmetric-eigen.ts";
import { allData, figures } from "../data.ts";

type Figures = { data: Record<string, { singularValues: number[]; eigenvalues: number[] }> };
const { data } = figures<Figures>("linalg/linalg");

/** Backward stable algorithms are wrong by some roundings of the largest value, whichever value it is. */
const ROUNDINGS = 2e-15;

describe.each(allData)("on the data $name", ({ name, X }) => {
  const expected = data[name]!;
  const rows = X.length;

  test("singular values are numpy's", () => {
    const { s } = svd(Matrix.from(X));
    const bound = ROUNDINGS * rows * expected.singularValues[0]!;
    for (const [i, value] of expected.singularValues.entries()) {
      expect(Math.abs(s[i]! - value)).toBeLessThanOrEqual(bound);
    }
  });

  test("eigenvalues of the centred columns' products are numpy's", () => {
    const means = X[0]!.map((_, j) => X.reduce((sum, row) => sum + row[j]!, 0) / rows);
    const centred = Matrix.from(X.map((row) => row.map((value, j) => value - means[j]!)));
    const { values } = symmetricEigen(gram(centred), centred.cols);
    const bound = ROUNDINGS * rows * expected.eigenvalues[0]!;
    for (const [i, value] of expected.eigenvalues.entries()) {
      expect(Math.abs(values[i]! - value)).toBeLessThanOrEqual(bound);
    }
  });
});
