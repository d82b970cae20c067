import { expect, test } from "vitest";
import {
  BaggingClassifier,
  DecisionTreeClassifier,
  KNeighborsClassifier,
  LeaveOneGroupOut,
  Pipeline,
  RandomState,
  StandardScaler,
  StratifiedKFold,
  VotingClassifier,
} from "../../../../src/learn/index.ts";

test("a misspelt parameter is answered with the nearest one and all of them", () => {
  expect(() => new KNeighborsClassifier({ n_neighbours: 3 } as object)).toThrow(
    'KNeighborsClassifier has no parameter "n_neighbours": did you mean nNeighbors? Its parameters are nNeighbors, weights',
  );
  expect(() => new DecisionTreeClassifier().setParams({ depth: 3 })).toThrow("did you mean maxDepth?");
  expect(() => new LeaveOneGroupOut({ groups: 1 } as never)).toThrow("it has none");
});

test.each([
  [
    () => new KNeighborsClassifier({ nNeighbors: 0 }),
    "nNeighbors must be a whole number of at least 1, but it is 0",
  ],
  [() => new KNeighborsClassifier({ nNeighbors: 2.5 }), "but it is 2.5"],
  [
    () => new KNeighborsClassifier({ weights: "x" as "uniform" }),
    'weights must be "uniform" or "distance", but it is "x"',
  ],
  [
    () => new DecisionTreeClassifier({ maxDepth: 0 }),
    "maxDepth must be null (no limit) or a whole number of at least 1",
  ],
  [
    () => new DecisionTreeClassifier({ randomState: -1 }),
    "randomState must be a whole number from 0 to 4294967295",
  ],
  [() => new StratifiedKFold({ nSplits: 1 }), "nSplits must be a whole number of at least 2, but it is 1"],
  [() => new StratifiedKFold({ folds: 3 } as object), "did you mean"],
  [() => new RandomState(0.5), "seed must be a whole number"],
])("a value that is not allowed is answered with what is: %#", (make, message) => {
  expect(make).toThrow(message);
});

test("a pipeline's parameters are named step__param", () => {
  const pipeline = new Pipeline([
    ["scale", new StandardScaler()],
    ["knn", new KNeighborsClassifier()],
  ]);
  expect(pipeline.getParams()).toEqual({
    scale__withMean: true,
    scale__withStd: true,
    knn__metric: "minkowski",
    knn__nNeighbors: 5,
    knn__weights: "uniform",
    knn__p: 2,
  });
  expect(pipeline.setParams({ knn__nNeighbors: 7 }).getParams().knn__nNeighbors).toBe(7);
  expect(() => pipeline.setParams({ nNeighbors: 3 })).toThrow("did you mean knn__nNeighbors?");
  expect(() => pipeline.setParams({ knn__weights: "distance", knn__nNeighbors: 0 })).toThrow("at least 1");
  expect(pipeline.getParams().knn__weights).toBe("uniform");
});

test.each([
  [
    () => new KNeighborsClassifier(5 as never),
    "KNeighborsClassifier takes its parameters by name, in braces, such as {nNeighbors: 5}, but it got 5",
  ],
  [() => new KNeighborsClassifier("distance" as never), 'such as {weights: "distance"}'],
  [() => new KNeighborsClassifier([5] as never), "such as {nNeighbors: 5}, but it got an array of 1"],
  [() => new DecisionTreeClassifier(3 as never), "such as {maxDepth: 3}, but it got 3"],
  [() => new KNeighborsClassifier(null as never), "such as {nNeighbors: 5}, but it got null"],
  [() => new StratifiedKFold(10 as never), "StratifiedKFold takes its parameters by name"],
  [() => new LeaveOneGroupOut(["a", "b"] as never), "LeaveOneGroupOut has no parameters"],
  [() => new LeaveOneGroupOut({ groups: 1 } as never), 'LeaveOneGroupOut has no parameter "groups"'],
  [() => new KNeighborsClassifier().setParams(3 as never), "such as {nNeighbors: 3}"],
])("a value without its parameter's name is answered with the call that was meant: %#", (make, message) => {
  expect(make).toThrow(message);
});

test("parameters of several parts are changed together or not at all", () => {
  const parts = (): [string, DecisionTreeClassifier | KNeighborsClassifier][] => [
    ["tree", new DecisionTreeClassifier()],
    ["knn", new KNeighborsClassifier()],
  ];
  const voting = new VotingClassifier({ estimators: parts() as never });
  const pipeline = new Pipeline([["scale", new StandardScaler()], ...parts().slice(1)]);
  expect(() => voting.setParams({ tree__maxDepth: 2, knn__nNeighbors: 0 })).toThrow("nNeighbors must be");
  expect(voting.getParams().tree__maxDepth).toBe(null);
  expect(() => pipeline.setParams({ scale__withMean: false, knn__nNeighbors: 0 })).toThrow(
    "nNeighbors must be",
  );
  expect(pipeline.getParams().scale__withMean).toBe(true);
});

test("a part that is put in another's place in the same call gets the parameters that are named with it", () => {
  const bagging = new BaggingClassifier();
  expect(() => bagging.setParams({ estimator__nNeighbors: 3 })).toThrow(
    'no parameter "estimator__nNeighbors"',
  );
  bagging.setParams({ estimator__nNeighbors: 3, estimator: new KNeighborsClassifier() });
  expect(bagging.getParams().estimator__nNeighbors).toBe(3);
  expect(() => bagging.setParams({ estimator: null, estimator__nNeighbors: 3 })).toThrow("has no parameter");
  expect(bagging.getParams().estimator__nNeighbors).toBe(3);
});

test("what a pipeline has fitted does not follow a step that has taken its place", () => {
  const X = [[0], [1], [2]];
  const model = new Pipeline([["knn", new KNeighborsClassifier({ nNeighbors: 1 })]]).fit(X, ["b", "a", "a"]);
  model.setParams({ knn: new KNeighborsClassifier(), knn__nNeighbors: 3 });
  expect(model.predict(X)).toEqual(["b", "a", "a"]);
  expect(model.fit(X, ["b", "a", "a"]).predict(X)).toEqual(["a", "a", "a"]);
});
