import fc from "fast-check";
import { expect, test } from "vitest";
import { Matrix, RandomState, SVR } from "../../../../src/learn/index.ts";
import { splitOptions } from "../../../../src/learn/svm/fit-options.ts";
import { table } from "./tables.ts";

/** Rows, and numbers that depend on them. */
function curve(rows: number, seed: number): { X: ReturnType<typeof table>; t: number[] } {
  const X = table(rows, 2, seed);
  const random = new RandomState(seed);
  return {
    X,
    t: Array.from(
      { length: rows },
      (_, i) => 3 * Math.sin(X.row(i)[0]!) + X.row(i)[1]! + random.normal(0, 0.3),
    ),
  };
}

test("a straight line through two numbers passes epsilon away from each", () => {
  const model = new SVR({ kernel: "linear", C: 100, epsilon: 0.5 }).fit([[0], [4]], [1, 9]);
  const [a, b, middle] = model.predict([[0], [4], [2]]);
  expect([a, b, middle].map((value) => value!.toFixed(9))).toEqual([
    "1.500000000",
    "8.500000000",
    "5.000000000",
  ]);
  expect([model.coef[0]!.toFixed(9), model.intercept.toFixed(9)]).toEqual(["1.750000000", "1.500000000"]);
});

test("where all numbers fit into the tube there are no support vectors", () => {
  const model = new SVR({ epsilon: 1 }).fit([[1], [2], [3]], [4, 5, 5.5]);
  expect([model.nSupport, model.nIter, model.predict([[9], [-9]])]).toEqual([0, 0, [4.75, 4.75]]);
});

test("the conditions of the optimum hold at every row, within tol", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), fc.constantFrom(0.1, 1, 30), (seed, C) => {
      const { X, t } = curve(40, seed);
      const model = new SVR({ C, epsilon: 0.2 }).fit(X, t);
      const weights = new Float64Array(40);
      for (const [v, row] of model.support.entries()) weights[row] = model.dualCoef.row(0)[v]!;
      for (const [i, predicted] of model.predict(X).entries()) {
        const above = t[i]! - predicted;
        const slack = 1e-3 + 1e-5 * C;
        if (weights[i] === 0) expect(Math.abs(above)).toBeLessThan(0.2 + slack);
        else expect(Math.sign(weights[i]!) * above).toBeGreaterThan(0.2 - slack);
        if (Math.abs(weights[i]!) < C) expect(Math.abs(above)).toBeLessThan(0.2 + slack);
      }
      expect(weights.reduce((a, b) => a + b)).toBeCloseTo(0, 9);
    }),
    { seed: 5, numRuns: 30 },
  );
});

test("twice the numbers, tube and C give twice the curve", () => {
  const { X, t } = curve(60, 4);
  const once = new SVR({ epsilon: 0.1, C: 2, tol: 1e-6 }).fit(X, t).predict(X);
  const twice = new SVR({ epsilon: 0.2, C: 4, tol: 2e-6 })
    .fit(
      X,
      t.map((value) => 2 * value),
    )
    .predict(X);
  // Powers of two round nothing.
  expect(twice).toEqual(once.map((value) => 2 * value));
});

test("a weight of 0 is a row left out", () => {
  const { X, t } = curve(40, 7);
  const kept = t.map((_, i) => i).filter((i) => i % 3 > 0);
  const left = new SVR({ gamma: 0.5 }).fit(
    X.selectRows(kept),
    kept.map((i) => t[i]!),
  );
  const weighted = new SVR({ gamma: 0.5 }).fit(X, t, { sampleWeight: t.map((_, i) => Math.sign(i % 3)) });
  expect(weighted.predict(X)).toEqual(left.predict(X));
  expect(Array.from(weighted.support)).toEqual(Array.from(left.support, (row) => kept[row]));
});

test("its steps end below tol, and maxIter ends it early", () => {
  const { X, t } = curve(60, 9);
  const model = new SVR({ C: 20 });
  const steps = [...model.fitSteps(X, t, { everyIterations: 10 })];
  expect(steps.at(-1)!.violation).toBeLessThan(1e-3);
  expect(steps.at(-1)!.iteration).toBe(model.nIter);
  expect(steps[0]!.atZero + steps[0]!.free + steps[0]!.atBound).toBe(120);
  expect(model.converged).toBe(true);
  const early = new SVR({ C: 20, maxIter: 7 }).fit(X, t);
  expect([early.converged, early.nIter]).toEqual([false, 7]);
});

test("errors name the parameter, the column count and the missing kernel", () => {
  expect(() => new SVR({ epsilon: -1 })).toThrow("epsilon must be a number of at least 0, but it is -1");
  const model = new SVR().fit([[1], [2]], [1, 2]);
  expect(() => model.predict([[1, 2]])).toThrow("X must have 1 columns");
  expect(() => model.coef).toThrow('for the kernel "linear" only');
  expect(() => new SVR({ kernel: "linear" }).fit([[1e30], [1]], [1, 2])).toThrow("too large for this kernel");
});

test("fitSteps yields more often where X is large, unless told otherwise", () => {
  const every = (rows: number, cols: number, options = {}) =>
    splitOptions(new Matrix(new Float64Array(rows * cols), rows, cols), options).every;
  expect(every(400, 20)).toBe(100);
  expect(every(5000, 60)).toBeLessThan(20);
  expect(every(5000, 60, { everyIterations: 500 })).toBe(500);
});
