import { describe, expect, test } from "vitest";
import {
  crossValidate,
  DecisionTreeClassifier,
  KNeighborsClassifier,
  LeaveOneGroupOut,
  Pipeline,
  StandardScaler,
  StratifiedKFold,
  validationCurve,
} from "../../../src/learn/index.ts";
import { fixture, foldNumbers, names } from "./fixtures.ts";

describe.each(names)("on the data %s", (name) => {
  const { X, y, groups, folds } = fixture(name);

  test.each(folds.stratified)(
    "$nSplits stratified folds shuffled by $seed are scikit-learn's",
    (expected) => {
      const { nSplits, seed } = expected;
      const cv = new StratifiedKFold({ nSplits, shuffle: seed !== null, randomState: seed ?? 0 });
      expect(foldNumbers(cv.split(X, y), y.length)).toEqual(expected.folds);
    },
  );

  test("leaving one group out gives scikit-learn's folds", () => {
    expect(foldNumbers(new LeaveOneGroupOut().split(X, y, groups), y.length)).toEqual(folds.leaveOneGroupOut);
  });
});

describe("scores equal scikit-learn's", () => {
  const { X, y, groups, curves } = fixture("blobs");
  const models = {
    pipeline: {
      make: () =>
        new Pipeline([
          ["scale", new StandardScaler()],
          ["knn", new KNeighborsClassifier()],
        ]),
      paramName: "knn__nNeighbors",
    },
    tree: { make: () => new DecisionTreeClassifier({ randomState: 0 }), paramName: "maxDepth" },
  };
  const splitters = {
    stratified: new StratifiedKFold(),
    shuffled: new StratifiedKFold({ shuffle: true, randomState: 42 }),
    leaveOneGroupOut: new LeaveOneGroupOut(),
  };

  test.each(curves)("along the validation curve of the $model, folds $cv", (expected) => {
    const { make, paramName } = models[expected.model];
    const { points } = validationCurve(make(), X, y, {
      paramName,
      paramRange: expected.values,
      cv: splitters[expected.cv],
      groups,
    });
    expect(points.map(({ value }) => value)).toEqual(expected.values);
    expect(points.map(({ foldScores }) => foldScores)).toEqual(expected.foldScores);
    expect(points.map(({ validationScore }) => validationScore)).toEqual(expected.pooled);
    for (const [i, { trainScore }] of points.entries()) {
      // A mean of a few scores: numpy adds them up in another order.
      expect(trainScore).toBeCloseTo(expected.trainScores[i]!, 14);
    }
  });

  test.each(curves)("one by one, for the $model, folds $cv", ({ model, cv, values, foldScores, pooled }) => {
    const { make, paramName } = models[model];
    for (const [i, value] of values.entries()) {
      const result = crossValidate(make().setParams({ [paramName]: value }), X, y, {
        cv: splitters[cv],
        groups,
      });
      expect(result.folds.map(({ testScore }) => testScore)).toEqual(foldScores[i]);
      expect(result.pooled.score).toBe(pooled[i]);
    }
  });
});
