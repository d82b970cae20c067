import { describe, expect, test } from "vitest";
import { GaussianNB, MultinomialNB } from "../../../../src/learn/index.ts";
import { allData, figures } from "../data.ts";
import { digits } from "../fixtures.ts";

type Answer<Params> = { params: Params; weighted: boolean; predicted: string; logs: number[] };
type Gaussian = Answer<{ priors: number[] | null; varSmoothing: number }> & {
  classPrior: number[];
  theta: number[];
  var: number[];
  epsilon: number;
};
type Multinomial = Answer<{ alpha: number; fitPrior: boolean; classPrior: number[] | null }> & {
  classLogPrior: number[];
  featureLogProb: number[];
};
type Answers = Record<string, { gaussian: Gaussian[]; multinomial: Multinomial[] }>;

const { answers } = figures<{ answers: Answers }>("naive-bayes/naive-bayes");

/** Equal to 12 digits: the last ones depend on the order of adding. */
function expectClose(ours: ArrayLike<number>, theirs: readonly number[]): void {
  expect(ours).toHaveLength(theirs.length);
  for (const [i, value] of theirs.entries()) {
    expect(Math.abs(ours[i]! - value)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(value)));
  }
}

describe.each(allData)("on the data $name", ({ name, X, y }) => {
  const some = X.map((row) => row.slice(0, 12));
  const least = some[0]!.map((_, j) => Math.min(...some.map((row) => row[j]!)));
  const counts = some.map((row) => row.map((value, j) => value - least[j]!));
  const weights = y.map((_, i) => (i % 4) / 2);
  const every12th = (rows: number[][]) => rows.filter((_, i) => i % 12 === 0);

  test.each(answers[name]!.gaussian)(
    "GaussianNB($params), weighted: $weighted, equals scikit-learn's",
    ({ params, weighted, ...expected }) => {
      const model = new GaussianNB(params).fit(some, y, weighted ? { sampleWeight: weights } : {});
      expect(digits(model.predict(some), model.classes)).toBe(expected.predicted);
      expectClose(model.classPrior, expected.classPrior);
      expectClose(model.theta.data, expected.theta);
      expectClose(model.var.data, expected.var);
      expectClose([model.epsilon], [expected.epsilon]);
      expectClose(model.predictLogProba(every12th(some)).data, expected.logs);
      expectClose(model.predictProba(every12th(some)).data, expected.logs.map(Math.exp));
    },
  );

  test.each(answers[name]!.multinomial)(
    "MultinomialNB($params), weighted: $weighted, equals scikit-learn's",
    ({ params, weighted, ...expected }) => {
      const model = new MultinomialNB(params).fit(counts, y, weighted ? { sampleWeight: weights } : {});
      expect(digits(model.predict(counts), model.classes)).toBe(expected.predicted);
      expectClose(model.classLogPrior, expected.classLogPrior);
      expectClose(model.featureLogProb.data, expected.featureLogProb);
      expectClose(model.predictLogProba(every12th(counts)).data, expected.logs);
    },
  );
});
