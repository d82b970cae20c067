import { describe, expect, test } from "vitest";
import { GaussianMixture, Matrix } from "../../../../src/learn/index.ts";
import { allData, figures } from "../data.ts";

type Case = {
  params: ConstructorParameters<typeof GaussianMixture>[0];
  lowerBound: number;
  nIter: number;
  converged: boolean;
  weights: number[];
  means: number[];
  covariances: number[];
  precisionsCholesky: number[];
  labels: string;
  probabilities: number[];
  bic: number;
  aic: number;
};
const { data } = figures<{ data: Record<string, Case[]> }>("mixture/mixture");

/** The first six columns that vary, each divided by its spread, as make.py has them. */
function standardised(X: number[][]): number[][] {
  const columns = X[0]!.map((_, j) => X.map((row) => row[j]!));
  const scaled = columns.flatMap((column) => {
    const mean = column.reduce((a, b) => a + b) / column.length;
    const spread = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length);
    return spread > 0 ? [column.map((value) => (value - mean) / spread)] : [];
  });
  return X.map((_, i) => scaled.slice(0, 6).map((column) => column[i]!));
}

function flat(values: Matrix[] | Matrix | Float64Array): number[] {
  if (Array.isArray(values)) return values.flatMap((matrix) => Array.from(matrix.data));
  return Array.from(values instanceof Matrix ? values.data : values);
}

/** Rounding grows over the iterations, and most where a component is thin. */
function expectNear(ours: readonly number[], theirs: readonly number[]): void {
  expect(ours).toHaveLength(theirs.length);
  for (const [i, value] of theirs.entries()) {
    expect(Math.abs(ours[i]! - value)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(value)));
  }
}

describe.each(allData)("on the data $name", ({ name, X }) => {
  const table = standardised(X);

  test.each(data[name]!)(
    "a mixture of $params.nComponents $params.covarianceType from $params.initParams is scikit-learn's",
    (expected) => {
      const model = new GaussianMixture(expected.params).fit(table);
      expect([model.nIter, model.converged]).toEqual([expected.nIter, expected.converged]);
      expectNear([model.lowerBound], [expected.lowerBound]);
      for (const key of ["weights", "means", "covariances", "precisionsCholesky"] as const) {
        expectNear(flat(model[key]), expected[key]);
      }
      expect(model.predict(table).join("")).toBe(expected.labels);
      expectNear(flat(model.predictProba(table.slice(0, 5))), expected.probabilities);
      expectNear([model.bic(table), model.aic(table)], [expected.bic, expected.aic]);
    },
  );
});
