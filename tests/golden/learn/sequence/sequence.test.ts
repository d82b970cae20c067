import { describe, expect, test } from "vitest";
import { CategoricalHMM, GaussianHMM, Matrix } from "../../../../src/learn/index.ts";
import { allData, figures } from "../data.ts";

type Params = {
  startProb: number[];
  transMat: number[][];
  emissionProb?: number[][];
  means?: number[][];
  covars?: number[][];
};
type Case = { first: Params; last: Params; logs: number[]; path: string; posteriors: number[][] };
type Answers = Record<"symbols" | "diag" | "full", Case>;

const { columns, ...answers } = figures<Record<string, Answers> & { columns: Record<string, number[]> }>(
  "sequence/sequence",
);

describe.each(allData)("on $name", ({ name, ...data }) => {
  const order = data.y.map((_, i) => (i * 7) % data.y.length);
  const [X, y] = [order.map((i) => data.X[i]!), order.map((i) => data.y[i]!)];
  const half = Math.floor(y.length / 2);
  const table = Matrix.from(X).selectCols((columns as Record<string, number[]>)[name]!);
  const rows = Array.from({ length: table.rows }, (_, i) => Array.from(table.row(i)));
  const of = answers[name] as Answers;

  test("a model of symbols learns as the formulas say", () => {
    const { first, last, ...want } = of.symbols;
    const symbols = [...new Set(y)].sort((a, b) => (a < b ? -1 : 1));
    const model = new CategoricalHMM({ ...settings(want.logs), ...first, symbols });
    model.fit([y.slice(0, half), y.slice(half)]);
    expectNear(model.emissionProbabilities, last.emissionProb!);
    expectSame(model, model.predict(y.slice(0, half)), model.predictProba(y.slice(0, half)), {
      ...want,
      last,
    });
  });

  test.each(["diag", "full"] as const)(
    "a model of numbers, %s, learns as the formulas say",
    (covarianceType) => {
      const { first, last, ...want } = of[covarianceType];
      const model = new GaussianHMM({ ...settings(want.logs), ...first, covarianceType, minCovar: 1e-300 });
      model.fit([rows.slice(0, half), rows.slice(half)]);
      expectNear(model.stateMeans, last.means!);
      const covars = model.stateCovariances;
      if (Array.isArray(covars))
        for (const [k, each] of covars.entries()) expectNear(each, last.covars![k] as never);
      else expectNear(covars, last.covars!);
      const sequence = rows.slice(0, half);
      expectSame(model, model.predict(sequence), model.predictProba(sequence), { ...want, last });
    },
  );
});

const settings = (logs: number[]) => ({ nComponents: 3, maxIter: logs.length - 1, tol: 0 });

function expectSame(
  model: CategoricalHMM | GaussianHMM,
  path: number[],
  posteriors: Matrix,
  { last, logs, ...want }: Omit<Case, "first">,
): void {
  expectNear(Matrix.from([model.startProbabilities]), [last.startProb]);
  expectNear(model.transitionMatrix, last.transMat);
  expectNear(Matrix.from([model.logLikelihoodHistory]), [logs]);
  expect(path.join("")).toBe(want.path);
  expectNear(posteriors.selectRows(want.posteriors.map((_, i) => 9 * i)), want.posteriors);
}

/** Equal to 1e-7: each update passes on and enlarges the rounding of the one before, most so of numbers near 1e8. */
function expectNear(got: Matrix, want: readonly (readonly number[])[]): void {
  expect([got.rows, got.cols]).toEqual([want.length, want[0]!.length]);
  const differences = want
    .flat()
    .map((value, at) => Math.abs(got.data[at]! - value) / Math.max(1, Math.abs(value)));
  expect(Math.max(...differences)).toBeLessThan(1e-7);
}
