import { describe, expect, test } from "vitest";
import {
  Lasso,
  LinearRegression,
  LogisticRegression,
  Ridge,
  StandardScaler,
} from "../../../../src/learn/index.ts";
import { allData, figures } from "../data.ts";
import { digits } from "../fixtures.ts";

type Logistic = {
  two: boolean;
  params: object;
  weighted: boolean;
  nIter: number;
  coef: number[][];
  intercept: number[];
  predicted: string;
};
type Regression = {
  model: "LinearRegression" | "Ridge" | "Lasso";
  params: object;
  weighted: boolean;
  coef: number[];
  intercept: number;
  nIter?: number;
  dualGap?: number;
};
type Answers = {
  logistic: Logistic[];
  sparse: { probabilities: number[][]; zeros: number } | null;
  regression: Regression[];
};

const answers = figures<Record<string, Answers>>("linear-model/linear-model");
const regressors = { LinearRegression, Ridge, Lasso };

function weights(weighted: boolean, rows: number) {
  return weighted ? { sampleWeight: Array.from({ length: rows }, (_, i) => (i * 7) % 5) } : undefined;
}

/** The largest difference, as a share of the largest number. */
function difference(ours: ArrayLike<number>, theirs: readonly number[]): number {
  const size = Math.max(...theirs.map(Math.abs), 1e-9);
  return Math.max(...theirs.map((value, i) => Math.abs(value - ours[i]!))) / size;
}

describe.each(allData)("on the data $name", ({ name, X, y, t }) => {
  const scaled = new StandardScaler().fit(X).transform(X);
  const { logistic, sparse, regression } = answers[name]!;

  test.each(logistic)(
    "logistic regression with $params predicts what scikit-learn's does, after as many iterations (two classes: $two, weighted: $weighted)",
    ({ two, params, weighted, ...sklearn }) => {
      const labels = two ? y.map((label) => Number(label === y[0])) : y;
      const model = new LogisticRegression(params).fit(scaled, labels, weights(weighted, y.length));
      expect(digits(model.predict(scaled), model.classes)).toBe(sklearn.predicted);
      expect(model.nIter).toBe(sklearn.nIter);
      // Each iteration multiplies the difference in the last bits of the sums.
      expect(difference(model.coef.data, sklearn.coef.flat())).toBeLessThan(1e-5);
      expect(difference(model.intercept, sklearn.intercept)).toBeLessThan(1e-5);
    },
  );

  test.runIf(sparse)("the l1 penalty leads to the optimum that another algorithm finds", () => {
    const model = new LogisticRegression({ penalty: "l1", C: 0.2, tol: 1e-8, maxIter: 5000 }).fit(scaled, y);
    const ours = model.predictProba(scaled);
    // Probabilities, as with an even number of classes several coefficients are as good.
    for (const [i, row] of sparse!.probabilities.entries()) {
      expect(difference(ours.row(10 * i), row)).toBeLessThan(1e-6);
    }
    expect(model.coef.data.filter((coef) => coef === 0)).toHaveLength(sparse!.zeros);
  });

  test.each(regression)(
    "$model with $params has scikit-learn's coefficients (weighted: $weighted)",
    ({ model, params, weighted, ...sklearn }) => {
      const fitted = new regressors[model](params).fit(scaled, t, weights(weighted, t.length));
      // Both round; columns that say nearly the same make more of it.
      expect(difference(fitted.coef, sklearn.coef)).toBeLessThan(1e-9);
      expect(Math.abs(fitted.intercept - sklearn.intercept)).toBeLessThan(1e-9);
      if (fitted instanceof Lasso) {
        expect(fitted.nIter).toBe(sklearn.nIter);
        expect(Math.abs(fitted.dualGap - sklearn.dualGap!)).toBeLessThan(1e-9);
      }
    },
  );
});
