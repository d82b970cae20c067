import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GaussianMixture, Matrix, PCA, RandomState } from "../../../../src/learn/index.ts";
import { transposed } from "../../../../src/learn/linalg/products.ts";
import { farthest, randomMatrix, skewness } from "../linalg/matrices.ts";

const tables = fc
  .record({ rows: fc.integer({ min: 2, max: 12 }), cols: fc.integer({ min: 1, max: 6 }) })
  .chain(({ rows, cols }) =>
    fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: cols, maxLength: cols }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

describe("PCA", () => {
  test("with all components gives rows back, and its axes are orthonormal", () => {
    fc.assert(
      fc.property(tables, (X) => {
        const pca = new PCA().fit(X);
        const back = pca.inverseTransform(pca.transform(X));
        expect(farthest(back.data, Matrix.from(X).data)).toBeLessThan(1e-11);
        expect(skewness(transposed(pca.components))).toBeLessThan(1e-12);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  test("explains the whole variance with all components, and none where there is none", () => {
    const ratios = new PCA().fit(randomMatrix(20, 5)).explainedVarianceRatio;
    expect(ratios.reduce((a, b) => a + b)).toBeCloseTo(1, 14);
    const flat = new PCA().fit([
      [4, 4],
      [4, 4],
      [4, 4],
    ]);
    expect(Array.from(flat.explainedVarianceRatio)).toEqual([0, 0]);
    expect(Array.from(flat.transform([[4, 4]]).data)).toEqual([0, 0]);
  });

  test("finds the line on which rows lie", () => {
    const X = [
      [0, 1],
      [1, 3],
      [2, 5],
      [4, 9],
    ];
    const pca = new PCA({ nComponents: 1 }).fit(X);
    const slope = pca.components.data[1]! / pca.components.data[0]!;
    expect(slope).toBeCloseTo(2, 12);
    expect(pca.explainedVarianceRatio[0]).toBeCloseTo(1, 14);
    expect(farthest(pca.inverseTransform(pca.transform(X)).data, X.flat())).toBeLessThan(1e-13);
  });

  test("turns with the rows: rotating them by a right angle changes no variance", () => {
    const X = randomMatrix(15, 2);
    const turned = new Matrix(
      X.data.map((_, at) => (at % 2 === 0 ? -X.data[at + 1]! : X.data[at - 1]!)),
      15,
      2,
    );
    const variances = new PCA().fit(turned).explainedVariance;
    expect(farthest(variances, new PCA().fit(X).explainedVariance)).toBeLessThan(1e-14);
  });

  test("keeps the digits of a direction that varies a billion times less than another", () => {
    const random = new RandomState(2);
    const X = Array.from({ length: 50 }, () => [random.normal(0, 1e4), random.normal(0, 1e-5)]);
    const [, small] = new PCA().fit(X).singularValues;
    const column = X.map((row) => row[1]!);
    const alone = new PCA().fit(column.map((value) => [value])).singularValues[0]!;
    // The first column explains a little of the second.
    expect(small! / alone).toBeGreaterThan(0.9);
    expect(small! / alone).toBeLessThanOrEqual(1);
  });

  test("and of one that varies a hundred thousand times less, though no column tells it", () => {
    const X = Array.from({ length: 8 }, (_, i) => {
      const [far, near] = [i % 2 ? 1 : -1, i % 4 < 2 ? 1e-5 : -1e-5];
      return [0.6 * far - 0.8 * near, 0.8 * far + 0.6 * near];
    });
    const [large, small] = new PCA().fit(X).singularValues;
    expect(large! / Math.sqrt(8)).toBeCloseTo(1, 13);
    expect(small! / Math.sqrt(8e-10)).toBeCloseTo(1, 9);
  });

  test("turns each axis to the first of the rows that are farthest along it, rounding aside", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const [middle, step] = [
        randomMatrix(1, 3, seed).data.map((value) => value + 5),
        randomMatrix(1, 3, -seed + 99).data,
      ];
      const X = [1, 0, -1].map((times) => Array.from(middle, (value, j) => value + times * step[j]!));
      expect(new PCA({ nComponents: 1 }).fitTransform(X).data[0]).toBeGreaterThan(0);
    }
  });

  test("whitened coordinates have variance 1", () => {
    const X = randomMatrix(40, 3);
    const pca = new PCA({ whiten: true }).fit(X);
    const again = new PCA().fit(pca.transform(X));
    for (const variance of again.explainedVariance) expect(variance).toBeCloseTo(1, 12);
    expect(farthest(pca.inverseTransform(pca.transform(X)).data, X.data)).toBeLessThan(1e-13);
  });

  test("with all components is the normal distribution of the rows", () => {
    const X = randomMatrix(30, 1);
    const pca = new PCA().fit(X);
    const variance = pca.explainedVariance[0]!;
    expect(pca.scoreSamples([[pca.mean[0]!]])[0]).toBeCloseTo(-Math.log(2 * Math.PI * variance) / 2, 13);
    const normal = new GaussianMixture({ regCovar: 0 }).fit(randomMatrix(500, 3));
    // It divides by n − 1, not n.
    expect(new PCA().fit(randomMatrix(500, 3)).score(randomMatrix(9, 3, 2))).toBeCloseTo(
      normal.score(randomMatrix(9, 3, 2)),
      2,
    );
  });

  test("has a likelihood only where rows vary in all directions", () => {
    const flat = new PCA().fit([
      [1, 2],
      [2, 2],
      [4, 2],
    ]);
    expect(() => flat.score([[1, 2]])).toThrow("do not vary at all in some direction");
    // Here the variance that is left is a rounding error.
    const line = randomMatrix(20, 1).data;
    const onLine = new PCA().fit(Array.from(line, (value) => [value, value / 3, value / 7]));
    expect(() => onLine.score([[1, 2, 3]])).toThrow("do not vary");
    expect(() => new PCA({ nComponents: 2 }).fit(randomMatrix(3, 5)).score(randomMatrix(3, 5))).toThrow(
      "do not vary",
    );
  });

  test("says what it needs", () => {
    expect(() => new PCA().fit([[1, 2]])).toThrow("PCA needs at least 2 rows and one column, but X is 1 × 2");
    expect(() =>
      new PCA({ nComponents: 3 }).fit([
        [1, 2],
        [3, 4],
      ]),
    ).toThrow("nComponents must be at most 2");
    expect(() => new PCA({ nComponents: 1.5 })).toThrow("PCA: nComponents must be null (all of them), or");
    const pca = new PCA({ nComponents: 1 }).fit([
      [1, 2],
      [3, 5],
    ]);
    expect(() => pca.transform([[1, 2, 3]])).toThrow("X must have 2 columns");
    expect(() => pca.inverseTransform([[1, 2]])).toThrow("X must have 1 columns");
  });
});
