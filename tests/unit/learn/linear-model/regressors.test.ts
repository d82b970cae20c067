import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromJSON, Lasso, LinearRegression, Ridge } from "../../../../src/learn/index.ts";

const number = fc.integer({ min: -50, max: 50 });
const rows = (cols: number) =>
  fc.array(fc.array(number, { minLength: cols, maxLength: cols }), { minLength: 6, maxLength: 15 });

function always(cols: number, property: (X: number[][], y: number[]) => void): void {
  const data = rows(cols).chain((X) =>
    fc.tuple(fc.constant(X), fc.array(number, { minLength: X.length, maxLength: X.length })),
  );
  fc.assert(
    fc.property(data, ([X, y]) => property(X, y)),
    { seed: 3, numRuns: 60 },
  );
}

function near(a: ArrayLike<number>, b: ArrayLike<number>, digits = 7): void {
  expect(a).toHaveLength(b.length);
  for (let i = 0; i < a.length; i++) expect(a[i]).toBeCloseTo(b[i]!, digits);
}

const errorsOf = (model: { predict(X: number[][]): number[] }, X: number[][], y: number[]) =>
  model.predict(X).map((value, i) => y[i]! - value);

const makers = {
  LinearRegression: () => new LinearRegression(),
  Ridge: () => new Ridge({ alpha: 2 }),
  Lasso: () => new Lasso({ alpha: 0.3, tol: 1e-12, maxIter: 100000 }),
};

describe.each(Object.entries(makers))("%s", (_, make) => {
  test("finds a line that has no noise, or comes as near as its penalty lets it", () => {
    const model = make().fit([[1], [2], [3], [4]], [62, 64, 66, 68]);
    const expected = { LinearRegression: 2, Ridge: 10 / 7, Lasso: 2 - 0.3 / 1.25 }[_]!;
    expect(model.coef[0]).toBeCloseTo(expected, 12);
    expect(model.intercept).toBeCloseTo(65 - 2.5 * expected, 11);
  });

  test("a whole weight is the same as so many copies of the row", () => {
    always(2, (X, y) => {
      const sampleWeight = y.map((_, i) => i % 3);
      const copies = y.flatMap((_, i) => Array<number>(i % 3).fill(i));
      const weighted = make().fit(X, y, { sampleWeight });
      const copied = make().fit(
        copies.map((i) => X[i]!),
        copies.map((i) => y[i]!),
      );
      near(weighted.predict(X), copied.predict(X), 5);
    });
  });

  test("a number added to y is added to the intercept", () => {
    always(3, (X, y) => {
      const moved = make().fit(
        X,
        y.map((value) => value + 1000),
      );
      near(
        moved.predict(X),
        make()
          .fit(X, y)
          .predict(X)
          .map((value) => value + 1000),
        5,
      );
    });
  });

  test("a constant column gets the coefficient 0", () => {
    always(2, (X, y) => {
      const withConstant = X.map(([a, b]) => [a!, 0.1, b!]);
      expect(make().fit(withConstant, y).coef[1]).toBe(0);
    });
  });

  test("predicts the only number there is, from a single row", () => {
    expect(
      make()
        .fit([[3, 4]], [7])
        .predict([[1, 1]]),
    ).toEqual([7]);
  });

  test("survives the round trip through JSON", () => {
    const model = make().fit(
      [
        [1, 0],
        [2, 5],
        [4, 1],
        [8, 2],
      ],
      [1, 5, 2, 2],
    );
    const copy = fromJSON(JSON.parse(JSON.stringify(model)));
    expect(copy.predict!([[3, 3]])).toEqual(model.predict([[3, 3]]));
  });

  test("refuses what it cannot learn from, and stays as it was", () => {
    const model = make().fit([[1], [2]], [1, 2]);
    const before = JSON.stringify(model);
    expect(() => model.fit([[1], [2]], [1])).toThrow("equally long");
    expect(() => model.fit([[1], [2]], [1, Number.NaN])).toThrow("y must hold finite numbers only");
    expect(() => model.fit([[1], [2]], [1, 2], { sampleWeight: [1, -1] })).toThrow("sampleWeight");
    expect(() => model.predict([[1, 2]])).toThrow("X must have 1 columns");
    expect(JSON.stringify(model)).toBe(before);
  });
});

test("the errors of linear regression are at right angles to every column", () => {
  always(3, (X, y) => {
    const errors = errorsOf(new LinearRegression().fit(X, y), X, y);
    for (let j = 0; j < 3; j++) {
      expect(errors.reduce((sum, error, i) => sum + error * X[i]![j]!, 0)).toBeCloseTo(0, 6);
    }
  });
});

test("of equally good coefficients linear regression has the smallest: twins share", () => {
  const X = [1, 2, 5, 7].map((x) => [x, x]);
  const model = new LinearRegression().fit(X, [3, 5, 11, 15]);
  near(model.coef, [1, 1]);
  expect(model.rank).toBe(1);
});

test("linear regression goes through every row where there are fewer rows than columns", () => {
  const X = [
    [1, 2, 3, 4],
    [2, 0, 1, 7],
    [5, 5, 1, 0],
  ];
  near(new LinearRegression().fit(X, [1, 2, 3]).predict(X), [1, 2, 3]);
});

test("ridge with alpha 0 is linear regression, and its coefficients shrink as alpha grows", () => {
  always(3, (X, y) => {
    near(new Ridge({ alpha: 0 }).fit(X, y).coef, new LinearRegression().fit(X, y).coef, 6);
    const sizes = [0.1, 1, 10, 1000].map((alpha) => Math.hypot(...new Ridge({ alpha }).fit(X, y).coef));
    for (let i = 1; i < sizes.length; i++) expect(sizes[i]).toBeLessThanOrEqual(sizes[i - 1]! + 1e-9);
  });
});

test("a lasso fulfils the conditions of the least loss: no column says more about the errors than alpha", () => {
  always(4, (X, y) => {
    const alpha = 2;
    const model = new Lasso({ alpha, tol: 1e-12, maxIter: 100000 }).fit(X, y);
    const errors = errorsOf(model, X, y);
    for (const [j, coef] of model.coef.entries()) {
      const slope = errors.reduce((sum, error, i) => sum + error * X[i]![j]!, 0) / y.length;
      if (coef === 0) expect(Math.abs(slope)).toBeLessThan(alpha + 1e-4);
      else expect(slope).toBeCloseTo(alpha * Math.sign(coef), 3);
    }
    expect(model.converged).toBe(true);
  });
});

test("a lasso with a large alpha leaves out everything; with one iteration it says that it is not done", () => {
  const X = [
    [1, 9],
    [2, 1],
    [3, 4],
    [4, 2],
  ];
  const none = new Lasso({ alpha: 100 }).fit(X, [1, 2, 3, 5]);
  expect([...none.coef, none.intercept]).toEqual([0, 0, 2.75]);
  const short = new Lasso({ alpha: 0.01, maxIter: 1, tol: 1e-9 }).fit(X, [1, 2, 3, 5]);
  expect([short.nIter, short.converged]).toEqual([1, false]);
  expect(short.dualGap).toBeGreaterThan(0);
});

test("the steps of a lasso show its coefficients, and the last is what is fitted", () => {
  const model = new Lasso({ alpha: 0.1 });
  const steps = [
    ...model.fitSteps(
      [
        [1, 9],
        [2, 1],
        [3, 4],
        [4, 2],
      ],
      [1, 2, 3, 5],
    ),
  ];
  expect(steps.map(({ iteration }) => iteration)).toEqual(steps.map((_, i) => i + 1));
  expect(steps.at(-1)!.coef).toEqual(model.coef);
});

test("a lasso ends where nothing changes any more, though it may take billions of iterations", () => {
  const X = [
    [1, 2],
    [2, 1],
    [4, 3],
    [3, 5],
    [7, 4],
  ];
  for (const tol of [1e-4, 0]) {
    const model = new Lasso({ alpha: 0, tol, maxIter: 2e9 }).fit(X, [1, 3, 2, 5, 4]);
    expect(model.converged).toBe(false);
    near(model.coef, new LinearRegression().fit(X, [1, 3, 2, 5, 4]).coef);
  }
});
