import { expect, test } from "vitest";
import { Matrix, PolynomialFeatures, SimpleImputer } from "../../../../src/learn/index.ts";

test("there are as many products as combinations", () => {
  const powers = new PolynomialFeatures({ degree: 3 }).fit([[1, 2, 3, 4]]);
  // 4 columns and the constant, 3 of them with repetition: 7 over 3.
  expect(powers.getFeatureNamesOut()).toHaveLength(35);
  expect(new PolynomialFeatures({ degree: 4, interactionOnly: true }).fitTransform([[1, 2, 3, 4]]).cols).toBe(
    16,
  );
});

test("products that are too many or too large are refused", () => {
  expect(() => new PolynomialFeatures({ degree: 9 }).fit([Array(40).fill(1)])).toThrow(
    "more than 100000 columns",
  );
  expect(() => new PolynomialFeatures({ degree: 200 }).fit([Array(3).fill(1)])).toThrow("smaller degree");
  expect(() => new PolynomialFeatures({ includeBias: false }).fitTransform([[1, 1e60]])).toThrow(
    "in row 0, column 1 × column 1 is too large",
  );
  expect(() => new PolynomialFeatures({ degree: 0, includeBias: false }).fit([[1]])).toThrow(
    "leaves no column",
  );
});

test("what is missing may be NaN, null or absent, in rows or in a Matrix", () => {
  const imputer = new SimpleImputer().fit([
    [1, null],
    [3, 8],
  ]);
  const filled = imputer.transform([[undefined as never, Number.NaN]]);
  expect(Array.from(filled.data)).toEqual([2, 8]);
  const gaps = new Matrix(Float64Array.of(Number.NaN, 4), 1, 2);
  expect(Array.from(imputer.transform(gaps).data)).toEqual([2, 4]);
  expect(gaps.data[0]).toBeNaN();
});

test("of equally frequent numbers the smallest is put in, and columns without any are left out", () => {
  const imputer = new SimpleImputer({ strategy: "most_frequent" });
  expect(
    Array.from(
      imputer.fitTransform([
        [7, null],
        [5, null],
        [null, null],
      ]).data,
    ),
  ).toEqual([7, 5, 5]);
  expect(imputer.statistics[1]).toBeNaN();
});

test("Infinity is not missing but wrong", () => {
  expect(() => new SimpleImputer().fit([[1], [Number.POSITIVE_INFINITY]])).toThrow(
    "row 1, column 0 is Infinity",
  );
  expect(() => new SimpleImputer().fit([[null], [null]])).toThrow("all are missing");
  expect(() => new SimpleImputer().fit([[1, 2], [3]])).toThrow("row 1 has 1");
  expect(() => new SimpleImputer().fit([["a" as never]])).toThrow('row 0, column 0 is "a"');
});
