import { expect, test } from "vitest";
import {
  DecisionTreeClassifier,
  KNeighborsClassifier,
  Matrix,
  partialDependence,
  permutationImportance,
  permutationImportanceSteps,
  precisionRecallFscoreSupport,
} from "../../../../src/learn/index.ts";

const X = Array.from({ length: 40 }, (_, i) => [i % 8, (i * 7) % 5, 3]);
const y = X.map(([a]) => (a! < 4 ? "low" : "high"));
const tree = new DecisionTreeClassifier().fit(X, y);

test("shuffling a column that the model does not use costs nothing, the one it uses a lot", () => {
  const { importancesMean, importances } = permutationImportance(tree, X, y, { nRepeats: 8 });
  expect(importancesMean[0]).toBeGreaterThan(0.3);
  expect(Array.from(importancesMean.slice(1))).toEqual([0, 0]);
  expect([importances.rows, importances.cols]).toEqual([3, 8]);
});

test("X stays as it is, and the same seed gives the same importances", () => {
  const matrix = Matrix.from(X);
  const found = permutationImportance(tree, matrix, y, { randomState: 3 });
  expect(matrix).toEqual(Matrix.from(X));
  expect(permutationImportance(tree, X, y, { randomState: 3 })).toEqual(found);
  expect(permutationImportance(tree, X, y, { randomState: 4 })).not.toEqual(found);
});

test("its steps end with the result and hold the features that are done", () => {
  const steps = [...permutationImportanceSteps(tree, X, y, { nRepeats: 2 })];
  expect(steps.map(({ progress }) => Math.round(progress * 6))).toEqual([1, 2, 3, 4, 5, 6]);
  expect(steps.map(({ partial }) => partial.importancesMean.length)).toEqual([0, 1, 1, 2, 2, 3]);
  expect(steps.at(-1)!.partial).toEqual(permutationImportance(tree, X, y, { nRepeats: 2 }));
});

test("any score will do, and an object with predict", () => {
  const model = { predict: (rows: unknown) => Matrix.from(rows as number[][]).selectCols([0]).data };
  const numbers = X.map(([a]) => a!);
  const scoring = (truth: number[], guess: number[]) => -Math.abs(truth[1]! - guess[1]!);
  const { importances } = permutationImportance(model, X, numbers, { scoring });
  expect(importances.row(0).every((fall) => fall >= 0)).toBe(true);
});

test("a model that adds its columns depends on each by a straight line", () => {
  const model = {
    estimatorType: "regressor",
    predict: (rows: unknown) => Array.from(rows as Matrix[], () => 0),
  };
  model.predict = (rows) => {
    const matrix = rows as Matrix;
    return Array.from({ length: matrix.rows }, (_, i) => 2 * matrix.row(i)[0]! - matrix.row(i)[1]!);
  };
  const { average, individual, values } = partialDependence(model, X, { features: 0, kind: "both" });
  const restOf = X.reduce((sum, [, b]) => sum - b!, 0) / X.length;
  expect(values).toEqual([[0, 1, 2, 3, 4, 5, 6, 7]]);
  for (const [point, value] of values[0]!.entries()) {
    expect(average!.row(0)[point]).toBeCloseTo(2 * value + restOf, 12);
    expect(individual![0]!.row(3)[point]).toBe(2 * value - X[3]![1]!);
  }
});

test("two features span a grid, the last fastest, and classes beyond two have an output each", () => {
  const three = X.map(([a]) => a! % 3);
  const model = new KNeighborsClassifier({ nNeighbors: 1 }).fit(X, three);
  const { average, values } = partialDependence(model, X, { features: [0, 1] });
  expect([average!.rows, average!.cols, values.map((list) => list.length)]).toEqual([3, 40, [8, 5]]);
  // Nearest to (4, anything) are rows of the class 4 % 3.
  expect(Array.from(average!.row(1).slice(20, 25))).toEqual([1, 1, 1, 1, 1]);
  expect(partialDependence(tree, X, { features: 0, kind: "individual" })).not.toHaveProperty("average");
});

test.each([
  [
    "a feature that does not exist",
    () => partialDependence(tree, X, { features: [3] }),
    "counted from 0, but it is 3",
  ],
  ["no feature", () => partialDependence(tree, X, { features: [] }), "but it is empty"],
  ["a grid of one", () => partialDependence(tree, X, { features: 0, gridResolution: 1 }), "at least 2"],
  [
    "percentiles in the wrong order",
    () => partialDependence(tree, X, { features: 0, percentiles: [0.9, 0.1] }),
    "the first one smaller",
  ],
  [
    "a missing method",
    () => partialDependence(tree, X, { features: 0, responseMethod: "decisionFunction" }),
    "with decisionFunction",
  ],
  [
    "an outlier that leaves no room for a grid",
    () => partialDependence(tree, [[9, 9, 9], ...X.map(() => [1, 1, 1])], { features: 0, gridResolution: 2 }),
    "too close",
  ],
  ["lengths that differ", () => permutationImportance(tree, X, y.slice(1)), "X has 40 and y has 39"],
  ["no repeats", () => permutationImportance(tree, X, y, { nRepeats: 0 }), "at least 1"],
  [
    "a score that is no number",
    () => permutationImportance(tree, X, y, { scoring: () => Number.NaN }),
    "it returned NaN",
  ],
  ["no rows", () => permutationImportance(tree, [], []), "X is 0 × 0"],
  [
    "a model that was not fitted",
    () => permutationImportance(new DecisionTreeClassifier(), X, y),
    "has not been fitted",
  ],
])("%s is refused", (_, call, message) => {
  expect(call).toThrow(message);
});

test("a score may be asked for by its name, as in crossValidate", () => {
  const model = new KNeighborsClassifier({ nNeighbors: 3 }).fit(X, y);
  const byName = permutationImportance(model, X, y, { scoring: "f1Macro" });
  const scoring = (yTrue: string[], yPred: string[]) =>
    precisionRecallFscoreSupport(yTrue, yPred, { average: "macro" }).fscore;
  expect(byName).toEqual(permutationImportance(model, X, y, { scoring }));
  const ofProbabilities = permutationImportance(model, X, y, { scoring: "negLogLoss" });
  expect(ofProbabilities).not.toEqual(permutationImportance(model, X, y));
  expect(() => permutationImportance(model, X, y, { scoring: "f1macro" as never })).toThrow(
    'did you mean "f1Macro"',
  );
});
