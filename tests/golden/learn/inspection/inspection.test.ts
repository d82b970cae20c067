import { describe, expect, test } from "vitest";
import {
  DecisionTreeClassifier,
  Matrix,
  type MatrixLike,
  partialDependence,
  permutationImportance,
} from "../../../../src/learn/index.ts";
import { allData, figures } from "../data.ts";

type Importance = { repeats: number; seed: number; mean: number[]; std: number[]; all: number[] };
type Dependence = {
  features: number[];
  resolution: number;
  percentiles: [number, number];
  values: number[][];
  average: number[][];
  ofRow: number[][];
};
type Answers = Record<string, { importance: Importance[]; dependence: Dependence[] }>;

const answers = figures<Record<string, Answers>>("inspection/inspection");

/** A model with nothing to learn, the same in both languages. */
const formula = {
  estimatorType: "regressor",
  predict(X: MatrixLike) {
    const matrix = Matrix.from(X);
    return Array.from({ length: matrix.rows }, (_, i) => {
      const [a, b, c] = matrix.row(i);
      return a! * b! + 3 * c!;
    });
  },
};

describe.each(allData)("on $name", ({ name, X, y, t }) => {
  const every = <T>(items: readonly T[]) => items.filter((_, i) => i % 2 === 0);
  const isFirst = y.map((label) => Number(label === y[0]));
  const models = {
    tree: [new DecisionTreeClassifier({ maxDepth: 4 }).fit(every(X), every(y)), y],
    two: [new DecisionTreeClassifier({ maxDepth: 3, randomState: 1 }).fit(X, isFirst), isFirst],
    formula: [formula, t.map((value, i) => X[i]![0]! * X[i]![1]! + value)],
  } as const;

  test.each(["tree", "two", "formula"] as const)("the importances for the %s are scikit-learn's", (kind) => {
    const [model, goal] = models[kind];
    for (const { repeats, seed, mean, std, all } of answers[name]![kind]!.importance) {
      const found = permutationImportance(model, X, goal, { nRepeats: repeats, randomState: seed });
      expectNear(found.importances.data, all);
      expectNear(found.importancesMean, mean);
      expectNear(found.importancesStd, std);
    }
  });

  test.each(["tree", "two", "formula"] as const)(
    "how the %s depends on features is scikit-learn's",
    (kind) => {
      for (const { features, resolution, percentiles, ...want } of answers[name]![kind]!.dependence) {
        const options = { features, gridResolution: resolution, percentiles, kind: "both" } as const;
        const found = partialDependence(models[kind][0], X, options);
        for (const [at, values] of want.values.entries()) expectNear(found.values[at]!, values);
        for (const [output, average] of want.average.entries()) {
          expectNear(found.average!.row(output), average);
          expectNear(found.individual![output]!.row(7), want.ofRow[output]!);
        }
      }
    },
  );
});

/** Equal but for the order of sums. */
function expectNear(got: ArrayLike<number>, want: readonly number[]): void {
  expect(got.length).toBe(want.length);
  const differences = want.map((value, i) => Math.abs(got[i]! - value) / Math.max(1, Math.abs(value)));
  expect(Math.max(0, ...differences)).toBeLessThan(1e-12);
}
