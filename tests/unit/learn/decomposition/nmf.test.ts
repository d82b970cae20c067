import { describe, expect, test } from "vitest";
import { Matrix, NMF } from "../../../../src/learn/index.ts";
import { farthest, product, randomMatrix } from "../linalg/matrices.ts";

const positive = (rows: number, cols: number, seed = 1) =>
  new Matrix(randomMatrix(rows, cols, seed).data.map(Math.abs), rows, cols);

const kinds = [
  { solver: "cd", betaLoss: "frobenius" },
  { solver: "mu", betaLoss: "frobenius" },
  { solver: "mu", betaLoss: "kullback-leibler" },
] as const;

describe.each(kinds)("NMF by $solver with $betaLoss", (kind) => {
  test("gets nearer with each step, and ends where fit does", () => {
    const X = positive(30, 12);
    const model = new NMF({ nComponents: 4, ...kind });
    const errors = [...model.fitSteps(X)].map(({ error }) => error);
    for (const [i, error] of errors.entries())
      if (i > 0) expect(error).toBeLessThanOrEqual(errors[i - 1]! + 1e-9);
    expect(errors).toHaveLength(model.nIter);
    expect(model.reconstructionErr).toBe(errors.at(-1));
    expect(model.components).toEqual(new NMF({ nComponents: 4, ...kind }).fit(X).components);
  });

  test("finds factors of a product again, none of them negative", () => {
    const X = product(positive(20, 2, 3), positive(2, 9, 4));
    const model = new NMF({ nComponents: 2, ...kind, maxIter: 2000, tol: 1e-9 });
    const W = model.fitTransform(X);
    expect(farthest(model.inverseTransform(W).data, X.data)).toBeLessThan(0.01);
    expect(Math.min(...W.data, ...model.components.data)).toBeGreaterThanOrEqual(0);
    expect(farthest(model.inverseTransform(model.transform(X)).data, X.data)).toBeLessThan(0.01);
  });

  test("zeros stay zeros without trouble", () => {
    const model = new NMF({ nComponents: 1, ...kind }).fit([
      [0, 0],
      [0, 0],
    ]);
    expect(model.reconstructionErr).toBeCloseTo(0, 3);
    expect(Array.from(model.transform([[0, 0]]).data).every(Number.isFinite)).toBe(true);
  });
});

test("l1 makes zeros", () => {
  const X = positive(30, 12);
  const zeros = (params: object) =>
    new NMF({ nComponents: 4, init: "random", ...params })
      .fit(X)
      .components.data.filter((value) => value === 0).length;
  expect(zeros({ alphaW: 0.05, l1Ratio: 1 })).toBeGreaterThan(zeros({}));
});

test("NMF says what it needs", () => {
  const X = [
    [1, 2],
    [3, 4],
  ];
  expect(() => new NMF().fit([[1, -2]])).toThrow("X must hold numbers from 0 up, but row 0, column 1 is -2");
  expect(() => new NMF({ betaLoss: "kullback-leibler" }).fit(X)).toThrow(
    'needs the solver "mu", but it is "cd"',
  );
  expect(() => new NMF({ nComponents: 3, init: "nndsvd" }).fit(X)).toThrow("nComponents must be at most 2");
  expect(() => new NMF({ nComponents: 1 }).fit(X).transform([[1]])).toThrow("X must have 2 columns");
});
