import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Matrix, SVC, type SvcStep } from "../../../../src/learn/index.ts";
import { clouds } from "./tables.ts";

const X = [
  [1, 1],
  [2, 1],
  [6, 5],
  [7, 7],
];
const y = ["kick", "kick", "tom", "tom"];
const problems = fc.record({
  seed: fc.integer({ min: 0, max: 10_000 }),
  rows: fc.integer({ min: 12, max: 50 }),
  C: fc.constantFrom(0.1, 1, 20),
  kernel: fc.constantFrom("rbf" as const, "linear" as const, "poly" as const),
});

/** α of each row, with the sign of its class, of two classes numbered 0 and 1. */
function signedAlphas(model: SVC, rows: number): Float64Array {
  const alphas = new Float64Array(rows);
  const weights = model.dualCoef.row(0);
  for (const [v, row] of model.support.entries()) alphas[row] = weights[v]!;
  return alphas;
}

describe("what is learned", () => {
  test("two rows: the boundary is half way between, and α is 2 / distance²", () => {
    const model = new SVC({ kernel: "linear", C: 10 }).fit(
      [
        [0, 0],
        [3, 4],
      ],
      ["a", "b"],
    );
    expect(Array.from(model.dualCoef.data)).toEqual([-2 / 25, 2 / 25]);
    const decided = model.decisionFunction([
      [0, 0],
      [3, 4],
      [1.5, 2],
      [4, -3],
    ]).data;
    for (const [i, value] of [-1, 1, 0, -1].entries()) expect(decided[i]).toBeCloseTo(value, 12);
  });

  test("the conditions of the optimum hold at every row, within tol", () => {
    fc.assert(
      fc.property(problems, ({ seed, rows, C, kernel }) => {
        const { X, y } = clouds(rows, 3, 2, seed);
        const model = new SVC({ C, kernel, tol: 1e-3 }).fit(X, y);
        const margins = model.decisionFunction(X).data.map((value, i) => (y[i] === 1 ? value : -value));
        const alphas = signedAlphas(model, rows).map(Math.abs);
        expect(alphas.every((alpha) => alpha >= 0 && alpha <= C)).toBe(true);
        for (const [i, alpha] of alphas.entries()) {
          // 1e-5: kernels are 32-bit numbers in fit.
          if (alpha < C) expect(margins[i]).toBeGreaterThan(1 - 1e-3 - 1e-5 * C);
          if (alpha > 0) expect(margins[i]).toBeLessThan(1 + 1e-3 + 1e-5 * C);
        }
        expect(signedAlphas(model, rows).reduce((sum, alpha) => sum + alpha, 0)).toBeCloseTo(0, 9);
      }),
      { seed: 3, numRuns: 40 },
    );
  });

  test("nothing is left between the margin's cost and its bound: the duality gap is below 1e-3", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (seed) => {
        const { X, y } = clouds(40, 3, 2, seed);
        const model = new SVC({ tol: 1e-5 }).fit(X, y);
        const alphas = signedAlphas(model, 40);
        const decided = model.decisionFunction(X).data;
        const [intercept] = model.intercept;
        const square = decided.reduce((sum, value, i) => sum + alphas[i]! * (value - intercept!), 0);
        const losses = decided.map((value, i) => Math.max(0, 1 - (y[i] === 1 ? value : -value)));
        const cost = square / 2 + losses.reduce((a, b) => a + b);
        const bound = alphas.reduce((sum, alpha) => sum + Math.abs(alpha), 0) - square / 2;
        expect(cost - bound).toBeGreaterThan(-1e-5);
        expect(cost - bound).toBeLessThan(1e-3);
      }),
      { seed: 4, numRuns: 20 },
    );
  });

  test("coef and intercept of a linear kernel give the decision values", () => {
    for (const classes of [2, 4]) {
      const { X, y } = clouds(60, 3, classes, 8);
      const model = new SVC({ kernel: "linear", decisionFunctionShape: "ovo" }).fit(X, y);
      const { coef, intercept } = model;
      const decided = model.decisionFunction(X);
      for (let i = 0; i < 60; i++) {
        for (let p = 0; p < decided.cols; p++) {
          const value = coef.row(p).reduce((sum, weight, j) => sum + weight * X.row(i)[j]!, intercept[p]!);
          expect(decided.row(i)[p]).toBeCloseTo(value, 10);
        }
      }
    }
  });

  test("moving all rows by the same or reordering columns changes no rbf prediction", () => {
    const { X, y } = clouds(80, 3, 4, 2);
    const other = X.selectCols([2, 0, 1]);
    const moved = new Matrix(
      other.data.map((value) => value + 8),
      80,
      3,
    );
    expect(new SVC().fit(moved, y).predict(moved)).toEqual(new SVC().fit(X, y).predict(X));
  });

  test("a weight of 2 is a row twice, a weight of 0 is a row left out, C times it for all", () => {
    const { X, y } = clouds(40, 3, 3, 6);
    const params = { gamma: 0.4, tol: 1e-7 };
    const decided = (model: SVC) => Array.from(model.decisionFunction(X).data, (value) => value.toFixed(4));
    const indices = y.flatMap((_, i) => (i % 4 === 0 ? [] : i % 4 === 1 ? [i, i] : [i]));
    const repeated = new SVC(params).fit(
      X.selectRows(indices),
      indices.map((i) => y[i]!),
    );
    const weights = y.map((_, i) => [0, 2, 1, 1][i % 4]!);
    const weighted = new SVC(params).fit(X, y, { sampleWeight: weights });
    expect(decided(weighted)).toEqual(decided(repeated));
    expect(Array.from(weighted.support).every((row) => row % 4 !== 0)).toBe(true);
    const tripled = new SVC({ ...params, C: 3 }).fit(X, y);
    expect(decided(new SVC(params).fit(X, y, { sampleWeight: y.map(() => 3) }))).toEqual(decided(tripled));
  });

  test("class weights are weights of their rows, and balanced ones are those by which rare they are", () => {
    const { X, y } = clouds(50, 2, 2, 11);
    const skewed = y.map((label, i) => (i % 5 === 0 ? label : 1));
    const rare = skewed.filter((label) => label === 0).length;
    const [w0, w1] = [50 / (2 * rare), 50 / (2 * (50 - rare))];
    const expected = new SVC()
      .fit(X, skewed, { sampleWeight: skewed.map((label) => (label ? w1 : w0)) })
      .toJSON();
    expect(new SVC({ classWeight: "balanced" }).fit(X, skewed).toJSON().fitted).toEqual(expected.fitted);
    expect(new SVC({ classWeight: { 0: w0, 1: w1 } }).fit(X, skewed).toJSON().fitted).toEqual(
      expected.fitted,
    );
  });

  test("with and without shrinking the decisions are the same within tol", () => {
    const { X, y } = clouds(150, 2, 2, 12);
    const decided = [true, false].map(
      (shrinking) => new SVC({ C: 50, shrinking }).fit(X, y).decisionFunction(X).data,
    );
    // Both end within tol of the optimum, by different ways.
    for (let i = 0; i < 150; i++) expect(Math.abs(decided[0]![i]! - decided[1]![i]!)).toBeLessThan(5e-3);
  });
});

describe("decisions", () => {
  test("equally many votes go to the first class, or with breakTies to the one that won most clearly", () => {
    // Three classes on a triangle: near its middle each wins against one of the others.
    const corners = [
      [0, 0],
      [4, 0],
      [2, 3.6],
    ];
    const { X } = clouds(60, 2, 1, 21);
    const labels = Array.from({ length: 60 }, (_, i) => ["a", "b", "c"][i % 3]!);
    for (let i = 0; i < 60; i++) for (const j of [0, 1]) X.row(i)[j] = X.row(i)[j]! + corners[i % 3]![j]!;
    const model = new SVC({ kernel: "linear", decisionFunctionShape: "ovo" }).fit(X, labels);
    const grid = Array.from({ length: 6400 }, (_, i) => [-1 + (i % 80) / 12, -1 + Math.floor(i / 80) / 14]);
    const pairs = model.decisionFunction(grid);
    const cyclic = grid.filter((_, i) => {
      const [ab, ac, bc] = pairs.row(i);
      return ab! > 0 === bc! > 0 && ab! > 0 !== ac! > 0;
    });
    expect(cyclic.length).toBeGreaterThan(0);
    expect(new Set(model.predict(cyclic))).toEqual(new Set(["a"]));
    model.setParams({ decisionFunctionShape: "ovr", breakTies: true });
    const clear = model.decisionFunction(cyclic);
    expect(model.predict(cyclic)).toEqual(
      cyclic.map((_, i) => ["a", "b", "c"][clear.row(i).indexOf(Math.max(...clear.row(i)))]),
    );
    expect(new Set(model.predict(cyclic)).size).toBeGreaterThan(1);
  });

  test("probabilities add up to 1, grow with the decision value and depend on the seed alone", () => {
    const { X, y } = clouds(60, 3, 2, 14);
    const model = new SVC({ probability: true, randomState: 3 }).fit(X, y);
    const [decided, likely] = [model.decisionFunction(X).data, model.predictProba(X)];
    const order = Array.from(decided.keys()).sort((a, b) => decided[a]! - decided[b]!);
    for (const [k, i] of order.entries()) {
      const [first, second] = likely.row(i);
      expect(first! + second!).toBeCloseTo(1, 12);
      if (k > 0) expect(second).toBeGreaterThanOrEqual(likely.row(order[k - 1]!)[1]! - 1e-3);
    }
    expect(model.clone().fit(X, y).predictProba(X)).toEqual(likely);
    expect(model.clone().setParams({ randomState: 4 }).fit(X, y).predictProba(X)).not.toEqual(likely);
  });
});

describe("in steps", () => {
  test("each step says where it is: the objective falls, and in the end the violation is below tol", () => {
    const { X, y } = clouds(80, 2, 3, 15);
    const steps: SvcStep[] = [...new SVC({ C: 5, shrinking: false }).fitSteps(X, y, { everyIterations: 1 })];
    for (const pair of ["0,1", "0,2", "1,2"]) {
      const own = steps.filter(({ classes }) => String(classes) === pair);
      for (const [i, step] of own.entries()) {
        expect(step.atZero + step.free + step.atBound).toBe(
          y.filter((label) => pair.includes(String(label))).length,
        );
        if (i > 0) expect(step.objective).toBeLessThanOrEqual(own[i - 1]!.objective + 1e-9);
      }
      expect(own.at(-1)!.violation).toBeLessThan(1e-3);
      expect(own.length).toBeGreaterThan(5);
    }
  });

  test("how often it yields changes nothing, and what is left half way changes nothing either", () => {
    const { X, y } = clouds(80, 2, 3, 16);
    const model = new SVC().fit(X, y);
    const before = model.toJSON();
    const steps = model.setParams({ C: 30 }).fitSteps(X, y, { everyIterations: 3 });
    steps.next();
    expect(model.toJSON().fitted).toEqual(before.fitted);
    while (!steps.next().done);
    expect(model.toJSON()).toEqual(new SVC({ C: 30 }).fit(X, y).toJSON());
  });

  test("maxIter ends it early, which converged and nIter tell", () => {
    const { X, y } = clouds(80, 2, 3, 17);
    const model = new SVC({ maxIter: 5 }).fit(X, y);
    expect([model.converged, Array.from(model.nIter)]).toEqual([false, [5, 5, 5]]);
    expect(model.setParams({ maxIter: null }).fit(X, y).converged).toBe(true);
  });
});

test.each<[string, () => unknown, string]>([
  [
    "one class",
    () => new SVC().fit(X, [1, 1, 1, 1]),
    "needs at least two classes to tell apart, but y has only 1",
  ],
  [
    "no gamma",
    () => new SVC({ gamma: 0 }),
    'gamma must be "scale" or "auto", or a number above 0, but it is 0',
  ],
  ["no C", () => new SVC({ C: 0 }), "C must be a number above 0, but it is 0"],
  [
    "a class without weight",
    () => new SVC().fit(X, y, { sampleWeight: [1, 1, 0, 0] }),
    'but all of "tom" are 0',
  ],
  [
    "a class that weighs 0",
    () => new SVC({ classWeight: { tom: 0 } }).fit(X, y),
    'the class weight of "tom" must be above 0',
  ],
  [
    "kernels that overflow",
    () => new SVC({ kernel: "linear" }).fit([[1e30], [2]], [1, 2]),
    "too large for this kernel",
  ],
  [
    "a row that overflows",
    () => new SVC({ kernel: "poly", gamma: 1, degree: 9 }).fit(X, y).predict([[1e99, 0]]),
    "too large for this kernel",
  ],
  [
    "ties of pairs",
    () => new SVC({ breakTies: true, decisionFunctionShape: "ovo" }).fit(X, y),
    "breakTies must be false",
  ],
  ["probabilities not learned", () => new SVC().fit(X, y).predictProba(X), "fitted with {probability: true}"],
  ["coef of rbf", () => new SVC().fit(X, y).coef, 'for the kernel "linear" only, but the kernel is "rbf"'],
  [
    "no steps",
    () => new SVC().fitSteps(X, y, { everyIterations: 0 }).next(),
    "everyIterations must be a whole number of at least 1",
  ],
])("%s: the error says so", (_, work, message) => {
  expect(work).toThrow(message);
});
