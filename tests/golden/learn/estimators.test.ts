import { describe, expect, test } from "vitest";
import {
  confusionMatrix,
  crossValidate,
  DecisionTreeClassifier,
  DummyClassifier,
  KNeighborsClassifier,
  StandardScaler,
  StratifiedKFold,
} from "../../../src/learn/index.ts";
import { digits, fixture, names } from "./fixtures.ts";

describe.each(names)("on the data %s", (name) => {
  const { X, y, classes, ...sklearn } = fixture(name);
  const half = Math.floor(y.length / 2);

  test.each(sklearn.trees)(
    "a tree with $params predicts what scikit-learn's does",
    ({ params, ...expected }) => {
      const [criterion, maxDepth, minSamplesLeaf, minSamplesSplit, randomState] = params;
      const tree = new DecisionTreeClassifier({
        criterion,
        maxDepth,
        minSamplesLeaf,
        minSamplesSplit,
        randomState,
      }).fit(X.slice(0, half), y.slice(0, half));
      expect({
        leaves: tree.getNLeaves(),
        depth: tree.getDepth(),
        predicted: digits(tree.predict(X), classes),
      }).toEqual(expected);
    },
  );

  test.each(sklearn.treeNodes)(
    "a tree by $criterion has scikit-learn's nodes",
    ({ criterion, ...expected }) => {
      const { nodes } = new DecisionTreeClassifier({ criterion, randomState: 3 }).fit(X, y);
      // scikit-learn writes -2 and -1 where a leaf has nothing.
      expect({
        feature: nodes.map(({ split }) => split?.feature ?? -2),
        threshold: nodes.map(({ split }) => split?.threshold ?? -2),
        left: nodes.map(({ left }) => left || -1),
        right: nodes.map(({ right }) => right || -1),
        counts: nodes.map(({ counts }) => counts),
      }).toEqual(expected);
    },
  );

  test.each(sklearn.neighbors)(
    "$nNeighbors neighbours by $weights predict what scikit-learn's do where it is decided",
    ({ nNeighbors, weights, predicted }) => {
      const { pooled } = crossValidate(new KNeighborsClassifier({ nNeighbors, weights }), X, y, {
        cv: new StratifiedKFold({ nSplits: 4, shuffle: true, randomState: 5 }),
      });
      const ours = digits(pooled.predictions, classes);
      expect([...ours].map((digit, row) => (predicted[row] === "." ? "." : digit)).join("")).toBe(predicted);
    },
  );

  test("StandardScaler has scikit-learn's means and scales, to the last bit", () => {
    const scaler = new StandardScaler().fit(X);
    expect(Array.from(scaler.mean)).toEqual(sklearn.scaler.mean);
    expect(Array.from(scaler.scale)).toEqual(sklearn.scaler.scale);
    const scaled = scaler.transform(X);
    expect(sklearn.scaler.firstRows.map((_, i) => Array.from(scaled.row(i)))).toEqual(
      sklearn.scaler.firstRows,
    );
  });

  test("the baseline predicts scikit-learn's class and probabilities", () => {
    const prior = new DummyClassifier().fit(X, y);
    expect(prior.predict(X.slice(0, 1))).toEqual([sklearn.dummy.predicted]);
    expect(Array.from(prior.predictProba(X).row(0))).toEqual(sklearn.dummy.prior);
    const mostFrequent = new DummyClassifier({ strategy: "most_frequent" }).fit(X, y);
    expect(Array.from(mostFrequent.predictProba(X).row(0))).toEqual(sklearn.dummy.mostFrequent);
  });
});

test("a confusion matrix counts what scikit-learn's counts", () => {
  const { X, y, classes, confusion } = fixture("blobs");
  const predicted = new KNeighborsClassifier().fit(X, y).predict(X);
  expect(confusionMatrix(y, predicted)).toEqual({ labels: classes, matrix: confusion });
});
