import { describe, expect, test } from "vitest";
import { PCA } from "../../../../src/learn/index.ts";
import { allData, figures } from "../data.ts";

type Case = {
  nComponents: number | null;
  whiten: boolean;
  rows: number;
  kept: number;
  components: number[][];
  explainedVariance: number[];
  explainedVarianceRatio: number[];
  singularValues: number[];
  noiseVariance: number;
  transformed: number[][];
  logs: number[] | null;
};
const { data } = figures<{ data: Record<string, Case[]> }>("decomposition/pca");

/** The columns that vary, each divided by its spread, as make.py does it. */
function standardised(X: number[][]): number[][] {
  const columns = X[0]!.map((_, j) => X.map((row) => row[j]!));
  const scaled = columns.map((column) => {
    const mean = column.reduce((a, b) => a + b) / column.length;
    const spread = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length);
    return spread > 0 ? column.map((value) => (value - mean) / spread) : [];
  });
  const kept = scaled.filter((column) => column.length > 0);
  return X.map((_, i) => kept.map((column) => column[i]!));
}

/** Axes are found by another route than scikit-learn's, and share digits as far as their variances differ. */
const DIGITS = 9;

describe.each(allData)("on the data $name", ({ name, X }) => {
  const table = standardised(X);

  test.each(data[name]!)("PCA of $rows rows with $nComponents is scikit-learn's", (expected) => {
    const { nComponents, whiten, rows } = expected;
    const pca = new PCA({ nComponents, whiten }).fit(table.slice(0, rows));
    expect(pca.nComponentsKept).toBe(expected.kept);
    for (const key of ["explainedVarianceRatio", "explainedVariance", "singularValues"] as const) {
      for (const [i, value] of expected[key].entries()) expect(pca[key][i]).toBeCloseTo(value, DIGITS);
    }
    expect(pca.noiseVariance).toBeCloseTo(expected.noiseVariance, DIGITS);
    for (const [i, log] of (expected.logs ?? []).entries()) {
      expect(pca.scoreSamples(table.slice(-4))[i]).toBeCloseTo(log, DIGITS - 2);
    }
    const transformed = pca.transform(table.slice(-4));
    for (const [c, component] of expected.components.entries()) {
      for (const [j, value] of component.entries()) {
        expect(pca.components.row(c)[j]).toBeCloseTo(value, DIGITS);
      }
      for (const [i, row] of expected.transformed.entries()) {
        expect(transformed.row(i)[c]).toBeCloseTo(row[c]!, DIGITS);
      }
    }
  });
});
