import { describe, expect, test } from "vitest";
import { LinearDiscriminantAnalysis } from "../../../../src/learn/index.ts";
import { allData, figures } from "../data.ts";
import { digits } from "../fixtures.ts";

type Answer = {
  params: { priors: number[] | null; nComponents: number | null; tol: number };
  predicted: string;
  coef: number[];
  decisions: number[];
  probabilities: number[];
  places: number[];
  ratio: number[];
};
type Kind = "all" | "two" | "collinear";

const { answers } = figures<{ answers: Record<string, Record<Kind, Answer[]>> }>(
  "discriminant-analysis/discriminant-analysis",
);

/**
 * Equal to a part of 1e-9 of the largest: two decompositions agree to the last digits times the condition number,
 * and decisions are small differences of large sums where a column is far from 0.
 */
function expectClose(ours: ArrayLike<number>, theirs: readonly number[]): void {
  expect(ours).toHaveLength(theirs.length);
  const tolerance = 1e-9 * Math.max(1, ...theirs.map(Math.abs));
  for (const [i, value] of theirs.entries())
    expect(Math.abs(ours[i]! - value)).toBeLessThanOrEqual(tolerance);
}

const cases = allData.flatMap(({ name, X, y }) => {
  const firstTwo = [...new Set(y)].sort((a, b) => (a < b ? -1 : 1)).slice(0, 2);
  const inTwo = y.map((label) => firstTwo.includes(label));
  const collinear = X.map((row) => {
    const [a, b, c, d] = row.slice(-4) as [number, number, number, number];
    return row.length < 4 ? [...row, row[2]! + 2 * row[1]!, row[0]! * 5] : [a, b, c, d, d + 2 * c, b * 5];
  });
  const data = {
    all: { X, y },
    two: { X: X.filter((_, i) => inTwo[i]), y: y.filter((_, i) => inTwo[i]) },
    collinear: { X: collinear, y },
  };
  return (["all", "two", "collinear"] as const).flatMap((kind) =>
    answers[name]![kind].map((answer) => ({ name, kind, ...data[kind], ...answer })),
  );
});

describe("linear discriminant analysis", () => {
  test.each(cases)(
    "on $name, $kind, with $params it answers as scikit-learn's",
    ({ X, y, params, ...expected }) => {
      const model = new LinearDiscriminantAnalysis(params).fit(X, y);
      expect(digits(model.predict(X), model.classes)).toBe(expected.predicted);
      const some = X.filter((_, i) => i % 12 === 0);
      expectClose(model.coef.data, expected.coef);
      expectClose(model.decisionFunction(some).data, expected.decisions);
      expectClose(model.predictProba(some).data, expected.probabilities);
      expectClose(model.transform(some).data.map(Math.abs), expected.places);
      expectClose(model.explainedVarianceRatio, expected.ratio);
    },
  );
});
