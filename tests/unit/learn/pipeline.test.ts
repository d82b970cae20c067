import { expect, test } from "vitest";
import {
  DecisionTreeClassifier,
  KNeighborsClassifier,
  Matrix,
  Pipeline,
  StandardScaler,
  TfidfVectorizer,
} from "../../../src/learn/index.ts";

const X = [
  [0, 100],
  [1, 300],
  [2, 250],
  [3, 900],
];
const y = ["a", "a", "b", "b"];

test("a pipeline predicts what its last step does on what the others make of X", () => {
  const scaler = new StandardScaler().fit(X);
  const byHand = new KNeighborsClassifier({ nNeighbors: 1 }).fit(scaler.transform(X), y);
  const pipeline = new Pipeline([
    ["scale", new StandardScaler()],
    ["knn", new KNeighborsClassifier({ nNeighbors: 1 })],
  ]).fit(X, y);
  const queries = [
    [1.6, 100],
    [2.9, 200],
    [0, 800],
  ];
  expect(pipeline.predict(queries)).toEqual(byHand.predict(scaler.transform(queries)));
});

test("the steps that were given are not fitted; the pipeline's own are", () => {
  const knn = new KNeighborsClassifier({ nNeighbors: 2 });
  const pipeline = new Pipeline([["knn", knn]]).fit(X, y);
  expect(() => knn.predict(X)).toThrow("has not been fitted");
  expect(pipeline.namedSteps.knn!.classes).toEqual(["a", "b"]);
});

test("changing a parameter changes the fitted step too", () => {
  const pipeline = new Pipeline([["knn", new KNeighborsClassifier({ nNeighbors: 1 })]]).fit(X, y);
  expect(pipeline.setParams({ knn__nNeighbors: 4 }).predictProba(X).row(0)).toEqual(
    Float64Array.of(0.5, 0.5),
  );
});

test("a pipeline of transformers transforms", () => {
  const pipeline = new Pipeline([
    ["once", new StandardScaler()],
    ["again", new StandardScaler()],
  ]).fit(X, y);
  expect(pipeline.transform(X).cols).toBe(2);
  expect(() => pipeline.predict(X)).toThrow('its last step, "again", has no predict');
});

test("a learner's own step needs no more than fit and transform", () => {
  const double = {
    fit() {},
    transform: (rows: ArrayLike<ArrayLike<number>>) => Matrix.from(Array.from(rows, (row) => [row[0]! * 2])),
  };
  const pipeline = new Pipeline([
    ["double", double as never],
    ["scale", new StandardScaler()],
  ]).fit([[1], [3]], y);
  expect(Array.from(pipeline.transform([[2]]).data)).toEqual([0]);
});

test.each([
  [[], "steps must be an array such as"],
  [[["knn"]], "step 0 must be [name, estimator]"],
  [
    [
      ["a", new StandardScaler()],
      ["a", new StandardScaler()],
    ],
    'step 1 is named "a"',
  ],
  [[["a__b", new StandardScaler()]], 'step 0 is named "a__b"'],
  [
    [
      ["knn", new KNeighborsClassifier()],
      ["scale", new StandardScaler()],
    ],
    '"knn" has none',
  ],
])("wrong steps are refused: %#", (steps, message) => {
  expect(() => new Pipeline(steps as never)).toThrow(message);
});

test("passthrough steps hand on what they get, and a step can be replaced", () => {
  const pipeline = new Pipeline([
    ["scale", "passthrough"],
    ["knn", new KNeighborsClassifier({ nNeighbors: 1 })],
  ]).fit(X, y);
  expect(pipeline.predict(X)).toEqual(y);
  const near = [[0.2, 260]];
  expect(pipeline.predict(near)).toEqual(["b"]);
  pipeline.setParams({ scale: new StandardScaler(), knn__nNeighbors: 2 });
  expect(pipeline.fit(X, y).predict(near)).toEqual(["a"]);
  expect(() => pipeline.setParams({ scale: new KNeighborsClassifier() })).toThrow('"scale" has none');
  expect(() => pipeline.setParams({ knm: "passthrough" })).toThrow("did you mean knn?");
  expect(pipeline.getParams()).toHaveProperty("scale__withMean", true);
  expect(new Pipeline([["only", "passthrough"]]).fitTransform(X, y)).toEqual(Matrix.from(X));
});

test("a pipeline learns in the steps of its last step", () => {
  const pipeline = new Pipeline([
    ["scale", new StandardScaler()],
    ["tree", new DecisionTreeClassifier()],
  ]);
  const steps = [...pipeline.fitSteps(X, y)];
  expect(steps).toHaveLength((pipeline.namedSteps.tree as DecisionTreeClassifier).nodes.length);
  expect(pipeline.fitPredict(X, y)).toEqual(y);
});

test("the first step may take texts", () => {
  const pipeline = new Pipeline([
    ["words", new TfidfVectorizer()],
    ["knn", new KNeighborsClassifier({ nNeighbors: 1 })],
  ]).fit(["love me do", "love love", "thrash and burn", "burn it"], y);
  expect(pipeline.predict(["burn", "my love"])).toEqual(["b", "a"]);
});
