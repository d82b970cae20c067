import { describe, expect, test } from "vitest";
import { DummyClassifier, DummyRegressor, type Label } from "../../../../src/learn/index.ts";
import { allData, figures } from "../data.ts";
import { digits } from "../fixtures.ts";

type Classifier = {
  params: {
    strategy: "prior" | "most_frequent" | "stratified" | "uniform" | "constant";
    constant: Label | null;
    randomState: number;
  };
  weighted: boolean;
  predicted: string;
  first: number[];
};
type Regressor = {
  params: { strategy: "mean" | "median" | "quantile"; quantile: number | null };
  weighted: boolean;
  predicted: number;
};
type Answers = Record<string, { classifiers: Classifier[]; regressors: Regressor[] }>;

const { answers } = figures<{ answers: Answers }>("dummy/dummy");

describe.each(allData)("on the data $name", ({ name, X, y, t, tied }) => {
  const options = (weighted: boolean) => (weighted ? { sampleWeight: y.map((_, i) => (i % 4) / 2) } : {});

  test.each(answers[name]!.classifiers)(
    "DummyClassifier($params), weighted: $weighted, answers as scikit-learn's",
    ({ params, weighted, predicted, first }) => {
      const model = new DummyClassifier(params).fit(X, y, options(weighted));
      expect(digits(model.predict(X), model.classes)).toBe(predicted);
      expect(Array.from(model.predictProba(X).row(0))).toEqual(first);
    },
  );

  const { regressors } = answers[name]!;
  const half = regressors.length / 2;
  const cases = regressors.map((answer, i) => ({
    ...answer,
    kind: i < half ? "t" : "tied",
    target: i < half ? t : tied,
  }));
  test.each(cases)(
    "DummyRegressor($params), weighted: $weighted, on $kind predicts scikit-learn's number",
    ({ params, weighted, target, predicted }) => {
      const model = new DummyRegressor(params).fit(X, target, options(weighted));
      // A mean's last digit depends on the order of adding.
      expect(model.predict(X.slice(0, 1))[0]).toBeCloseTo(predicted, 13);
    },
  );
});
