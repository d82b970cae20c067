import { describe, expect, test } from "vitest";
import {
  AdaBoostClassifier,
  BaggingClassifier,
  DecisionTreeClassifier,
  GaussianNB,
  LogisticRegression,
  type NamedPart,
  StackingClassifier,
  StandardScaler,
  VotingClassifier,
} from "../../../../src/learn/index.ts";
import { allData, figures } from "../data.ts";
import { digits } from "../fixtures.ts";

type Case = {
  model: keyof typeof models;
  two: boolean;
  seed: number;
  parts: number;
  predicted: string;
  probabilities: number[][];
  errors: number[];
  outOfBag: number | null;
};

const parts = (): NamedPart[] => [
  ["logistic", new LogisticRegression()],
  ["bayes", new GaussianNB()],
  ["tree", new DecisionTreeClassifier({ maxDepth: 3 })],
];

// The same names as in make.py.
const models = {
  boosted: (randomState: number) => new AdaBoostClassifier({ nEstimators: 15, randomState }),
  "boosted slowly": (randomState: number) =>
    new AdaBoostClassifier({ nEstimators: 15, learningRate: 0.4, randomState }),
  "boosted by votes": (randomState: number) =>
    new AdaBoostClassifier({ nEstimators: 15, algorithm: "SAMME", randomState }),
  "boosted trees": (randomState: number) =>
    new AdaBoostClassifier({
      estimator: new DecisionTreeClassifier({ maxDepth: 2 }),
      nEstimators: 5,
      algorithm: "SAMME",
      randomState,
    }),
  bagged: (randomState: number) => new BaggingClassifier({ oobScore: true, randomState }),
  "bagged parts": (randomState: number) =>
    new BaggingClassifier({
      estimator: new GaussianNB(),
      nEstimators: 5,
      bootstrap: false,
      maxSamples: 0.7,
      maxFeatures: 2,
      randomState,
    }),
  "bagged columns": (randomState: number) =>
    new BaggingClassifier({
      estimator: new LogisticRegression(),
      nEstimators: 3,
      bootstrapFeatures: true,
      oobScore: true,
      randomState,
    }),
  "few and nearly all": (randomState: number) =>
    new BaggingClassifier({
      estimator: new GaussianNB(),
      nEstimators: 5,
      bootstrap: false,
      maxSamples: 0.995,
      maxFeatures: 1,
      randomState,
    }),
  hard: () => new VotingClassifier({ estimators: parts() }),
  soft: () => new VotingClassifier({ estimators: parts(), voting: "soft", weights: [1, 2, 0.5] }),
  stacked: () => new StackingClassifier({ estimators: parts() }),
  "stacked labels": () =>
    new StackingClassifier({
      estimators: parts(),
      finalEstimator: new GaussianNB(),
      stackMethod: "predict",
      passthrough: true,
      cv: 3,
    }),
  "stacked decisions": () =>
    new StackingClassifier({ estimators: parts().slice(0, 1), stackMethod: "decisionFunction", cv: 4 }),
};

const answers = figures<Record<string, Case[]>>("meta-ensembles/meta-ensembles");

describe.each(allData)("on the data $name", ({ name, X, y }) => {
  const scaled = new StandardScaler().fit(X).transform(X);

  test.each(answers[name]!)(
    "$model with seed $seed predicts what scikit-learn's does (two classes: $two)",
    ({ model, two, seed, ...sklearn }) => {
      const labels = two ? y.map((label) => Number(label === y[0])) : y;
      const options = seed ? { sampleWeight: y.map((_, i) => 1 + (i % 3)) } : undefined;
      const fitted = models[model](seed).fit(scaled, labels, options);
      expect(digits(fitted.predict(scaled), fitted.classes)).toBe(sklearn.predicted);
      if (model !== "hard") {
        const ours = fitted.predictProba(scaled);
        // Logistic regression stops where the last bits of its sums let it; trees and their votes are exact.
        const tolerance = /logistic|stack|soft|columns/.test(model) ? 3e-4 : 1e-9;
        for (const [i, row] of sklearn.probabilities.entries()) {
          for (const [c, value] of row.entries()) {
            expect(Math.abs(ours.row(23 * i)[c]! - value)).toBeLessThan(tolerance);
          }
        }
      }
      if (fitted instanceof AdaBoostClassifier) {
        expect(fitted.estimators).toHaveLength(sklearn.parts);
        for (const [i, error] of fitted.estimatorErrors.entries()) {
          expect(error).toBeCloseTo(sklearn.errors[i]!, 9);
        }
      }
      if (fitted instanceof BaggingClassifier) expect(fitted.outOfBagScore).toBe(sklearn.outOfBag);
    },
  );
});
