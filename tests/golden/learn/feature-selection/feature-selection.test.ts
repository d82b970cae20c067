import { describe, expect, test } from "vitest";
import {
  DecisionTreeClassifier,
  fClassif,
  fRegression,
  mutualInfoClassif,
  RFE,
  SelectKBest,
} from "../../../../src/learn/index.ts";
import { allData, figures } from "../data.ts";

type Scores = { scores: number[]; pValues: number[] };
type Figures = {
  fClassif: Scores;
  fRegression: Scores;
  mutualInfo: number[];
  mutualInfoOfFew: number[];
  kBest: number[];
  rfe: number[][];
};
const sklearn = figures<Record<string, Figures>>("feature-selection/feature-selection");

function expectClose(ours: ArrayLike<number>, theirs: readonly number[], tolerance: number): void {
  for (const [j, value] of theirs.entries()) {
    expect(Math.abs(ours[j]! - value) / Math.max(1e-300, Math.abs(value), ours[j]!)).toBeLessThan(tolerance);
  }
}

describe.each(allData)("on the data $name", ({ name, X, y, t }) => {
  const theirs = sklearn[name]!;

  test("fClassif and fRegression have scikit-learn's scores and p-values", () => {
    for (const [ours, expected] of [
      [fClassif(X, y), theirs.fClassif],
      [fRegression(X, t), theirs.fRegression],
    ] as const) {
      // Where a column is hardly larger than the rounding of its mean, centring it first costs digits.
      const tolerance = name === "ill-conditioned" ? 1e-6 : 1e-10;
      expectClose(ours.scores, expected.scores, tolerance);
      expectClose(ours.pValues, expected.pValues, tolerance);
    }
  });

  test("mutualInfoClassif is scikit-learn's, with the same noise", () => {
    const few = { nNeighbors: 4, randomState: 6 };
    // Sums of logarithms and harmonic numbers in another order; near 0 only the difference counts.
    for (const [ours, expected] of [
      [mutualInfoClassif(X, y, { randomState: 5 }), theirs.mutualInfo],
      [mutualInfoClassif(X.slice(0, 25), y.slice(0, 25), few), theirs.mutualInfoOfFew],
    ] as const) {
      for (const [j, value] of expected.entries()) expect(ours[j]).toBeCloseTo(value, 11);
    }
  });

  test("SelectKBest keeps scikit-learn's columns", () => {
    expect(new SelectKBest({ k: 3 }).fit(X, y).getSupport(true)).toEqual(theirs.kBest);
  });

  test("RFE ranks as scikit-learn's, ties and all", () => {
    const estimator = new DecisionTreeClassifier({ maxDepth: 4 });
    const settings = [
      { nFeaturesToSelect: null, step: 1 },
      { nFeaturesToSelect: 1, step: 2 },
      { nFeaturesToSelect: 0.4, step: 0.3 },
    ];
    expect(settings.map((params) => new RFE({ estimator, ...params }).fit(X, y).ranking)).toEqual(theirs.rfe);
  });
});
