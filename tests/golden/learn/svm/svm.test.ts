import { describe, expect, test } from "vitest";
import { type Matrix, StandardScaler, SVC, SVR } from "../../../../src/learn/index.ts";
import { allData, figures } from "../data.ts";
import { digits } from "../fixtures.ts";

type Params = { weighted?: true } & Record<string, never>;
type Answers = {
  classifiers: {
    params: Params;
    predicted: string;
    ovo: number[][];
    ovr: number[][];
    nSupport: number[];
    nIter: number[];
    intercept: number[];
    coef: number[][] | null;
  }[];
  probabilities: number[][];
  regressors: {
    params: Params;
    predicted: number[];
    nSupport: number;
    nIter: number;
    dualCoef: number[];
    intercept: number;
  }[];
};

const expected = figures<Record<string, Answers>>("svm/svm");

function rowsOf(matrix: Matrix): number[][] {
  return Array.from({ length: matrix.rows }, (_, i) => Array.from(matrix.row(i)));
}

/**
 * Every number within a millionth: kernels are 32-bit numbers, and one in many millions is rounded another way when
 * the sum that it comes from is made in another order, as scikit-learn's BLAS does from 16 columns on.
 */
function expectClose(ours: number[][], theirs: number[][]): void {
  expect(ours.map(({ length }) => length)).toEqual(theirs.map(({ length }) => length));
  const errors = ours.flatMap((row, i) =>
    row.map((value, j) => Math.abs(value - theirs[i]![j]!) / Math.max(1, Math.abs(theirs[i]![j]!))),
  );
  expect(Math.max(...errors)).toBeLessThan(1e-6);
}

describe.each(allData)("on the data $name", ({ name, X: raw, y, t, tied }) => {
  const X = name === "drums" ? rowsOf(new StandardScaler().fit(raw).transform(raw)) : raw;
  const half = Math.floor(y.length / 2);
  const classes = [...new Set(y)].sort((a, b) => (a < b ? -1 : 1));
  const answers = expected[name]!;
  const options = (weighted?: true) =>
    weighted && { sampleWeight: Array.from({ length: half }, (_, i) => (i % 4) * 0.5) };

  test.each(answers.classifiers)("SVC with $params has scikit-learn's answers", ({ params, ...theirs }) => {
    const { weighted, ...given } = params;
    const model = new SVC({ ...given, decisionFunctionShape: "ovo" });
    model.fit(X.slice(0, half), y.slice(0, half), options(weighted));
    expect(digits(model.predict(X), classes)).toBe(theirs.predicted);
    expect(Array.from(model.nSupport)).toEqual(theirs.nSupport);
    expect(Array.from(model.nIter)).toEqual(theirs.nIter);
    expectClose([Array.from(model.intercept)], [theirs.intercept]);
    const some = X.slice(half - 5, half + 5);
    expectClose(rowsOf(model.decisionFunction(some)), theirs.ovo);
    model.setParams({ decisionFunctionShape: "ovr" });
    expectClose(rowsOf(model.decisionFunction(some)), theirs.ovr);
    if (theirs.coef) expectClose(rowsOf(model.coef), theirs.coef);
  });

  test("SVC has scikit-learn's probabilities", () => {
    const model = new SVC({ probability: true, randomState: 4, C: 5 }).fit(
      X.slice(0, half),
      y.slice(0, half),
    );
    expectClose(rowsOf(model.predictProba(X.slice(half, half + 12))), answers.probabilities);
  });

  test.each(answers.regressors.map((theirs, i) => ({ ...theirs, target: [t, t, tied, tied, t][i]! })))(
    "SVR with $params has scikit-learn's answers",
    ({ params, target, ...theirs }) => {
      const { weighted, ...given } = params;
      const model = new SVR(given).fit(X.slice(0, half), target.slice(0, half), options(weighted));
      expect(model.nSupport).toBe(theirs.nSupport);
      expect(model.nIter).toBe(theirs.nIter);
      expectClose([model.predict(X.slice(half - 20, half + 20))], [theirs.predicted]);
      expectClose([Array.from(model.dualCoef.row(0)).slice(0, 8)], [theirs.dualCoef]);
      expectClose([[model.intercept]], [[theirs.intercept]]);
    },
  );
});
