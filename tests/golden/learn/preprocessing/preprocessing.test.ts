import { describe, expect, test } from "vitest";
import {
  MinMaxScaler,
  OneHotEncoder,
  PolynomialFeatures,
  SimpleImputer,
  StandardScaler,
} from "../../../../src/learn/index.ts";
import { allData, figures } from "../data.ts";

type Figures = {
  weighted: { mean: number[]; scale: number[]; row: number[] };
  minMax: { scale: number[]; min: number[]; row: number[] };
  polynomial: { names: string[]; row: number[] };
  oneHot: { names: string[]; rows: number[][] };
  imputed: Record<"mean" | "median" | "most_frequent" | "constant", number[][]>;
};
const sklearn = figures<Record<string, Figures>>("preprocessing/preprocessing");

function expectClose(ours: ArrayLike<number>, theirs: readonly number[]): void {
  expect(ours).toHaveLength(theirs.length);
  // Sums in another order: rounding only.
  for (const [i, value] of theirs.entries()) {
    expect(Math.abs(ours[i]! - value)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(value)));
  }
}

describe.each(allData)("on the data $name", ({ name, X, y, groups }) => {
  const theirs = sklearn[name]!;
  const four = X.map((row) => row.slice(0, 4));

  test("a weighted StandardScaler scales as scikit-learn's", () => {
    const scaler = new StandardScaler({ withMean: false });
    scaler.fit(X, null, { sampleWeight: groups.map((group) => 1 + group) });
    expectClose(scaler.mean, theirs.weighted.mean);
    expectClose(scaler.scale, theirs.weighted.scale);
    expectClose(scaler.transform(X).row(1), theirs.weighted.row);
  });

  test("MinMaxScaler scales as scikit-learn's, to the last bit", () => {
    const even = X.filter((_, i) => i % 2 === 0);
    const scaler = new MinMaxScaler({ featureRange: [-1, 2], clip: true }).fit(even);
    expect(Array.from(scaler.scale)).toEqual(theirs.minMax.scale);
    expect(Array.from(scaler.min)).toEqual(theirs.minMax.min);
    expect(Array.from(scaler.transform(X).row(1))).toEqual(theirs.minMax.row);
  });

  test("PolynomialFeatures makes scikit-learn's columns, to the last bit", () => {
    const interactionOnly = X[0]!.length > 10;
    const features = new PolynomialFeatures({ degree: 3, interactionOnly, includeBias: false }).fit(four);
    expect(features.getFeatureNamesOut()).toEqual(theirs.polynomial.names);
    expect(Array.from(features.transform(four).row(1))).toEqual(theirs.polynomial.row);
  });

  test("OneHotEncoder makes scikit-learn's columns", () => {
    const table = y.map((label, i) => [String(label), groups[i]!]);
    const encoder = new OneHotEncoder({ drop: "first" }).fit(table);
    const coded = encoder.transform(table);
    expect(encoder.getFeatureNamesOut()).toEqual(theirs.oneHot.names);
    expect(theirs.oneHot.rows.map((_, i) => Array.from(coded.row(i)))).toEqual(theirs.oneHot.rows);
    expect(encoder.inverseTransform(coded)).toEqual(table);
  });

  test.each(["mean", "median", "most_frequent", "constant"] as const)(
    "SimpleImputer by %s puts in what scikit-learn's does",
    (strategy) => {
      const gaps = X.map((row, i) => row.map((value, j) => ((i * 7 + j * 3) % 5 === 0 ? null : value)));
      const filled = new SimpleImputer({ strategy, addIndicator: true }).fitTransform(gaps);
      for (const [i, row] of theirs.imputed[strategy].entries()) expectClose(filled.row(i), row);
    },
  );
});
