import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LogisticRegression, Matrix } from "../../../../src/learn/index.ts";

const X = [
  [1, 5],
  [2, 4],
  [3, 4],
  [8, 1],
  [9, 2],
  [7, 8],
  [6, 9],
  [8, 8],
];
const two = ["tom", "tom", "tom", "clap", "clap", "clap", "clap", "clap"];
const three = ["tom", "tom", "tom", "clap", "clap", "kick", "kick", "kick"];

function near(a: ArrayLike<number>, b: ArrayLike<number>, digits = 4): void {
  for (let i = 0; i < b.length; i++) expect(a[i]).toBeCloseTo(b[i]!, digits);
}

describe("logistic regression", () => {
  test.each([[two], [three]])(
    "decides for the most probable class, and its probabilities are those of its scores",
    (y) => {
      const model = new LogisticRegression().fit(X, y);
      const decision = model.decisionFunction(X);
      const probabilities = model.predictProba(X);
      const logs = model.predictLogProba(X);
      expect(decision.cols).toBe(y === two ? 1 : 3);
      expect(model.coef.rows).toBe(decision.cols);
      for (const [i, label] of model.predict(X).entries()) {
        const row = [...probabilities.row(i)];
        expect(label).toBe(model.classes[row.indexOf(Math.max(...row))]);
        near(logs.row(i), row.map(Math.log), 12);
        if (y === two) expect(row[1]).toBeCloseTo(1 / (1 + Math.exp(-decision.row(i)[0]!)), 12);
      }
    },
  );

  test("the gradient of its loss is nearly 0 where it stops, and the intercept is not penalised", () => {
    const model = new LogisticRegression({ C: 0.7, tol: 1e-7, maxIter: 1000 }).fit(X, two);
    const wrong = X.map((_, i) => model.predictProba(X).row(i)[1]! - Number(two[i] === "tom"));
    expect(wrong.reduce((a, b) => a + b)).toBeCloseTo(0, 5);
    for (const j of [0, 1]) {
      const slope = wrong.reduce((sum, value, i) => sum + value * X[i]![j]!, 0) + model.coef.row(0)[j]! / 0.7;
      expect(slope).toBeCloseTo(0, 5);
    }
  });

  test("a whole weight is the same as so many copies of the row, and a class weight as weights of its rows", () => {
    const fitted = (params: object, rows: number[][], y: string[], sampleWeight?: number[]) =>
      new LogisticRegression({ tol: 1e-7, maxIter: 1000, ...params }).fit(
        rows,
        y,
        sampleWeight && { sampleWeight },
      );
    const copied = fitted({}, [...X, X[0]!, X[0]!], [...three, three[0]!, three[0]!]);
    near(fitted({}, X, three, [3, 1, 1, 1, 1, 1, 1, 1]).coef.data, copied.coef.data);
    const byClass = fitted({ classWeight: { tom: 2, clap: 0.5, kick: 1 } }, X, three);
    near(byClass.coef.data, fitted({}, X, three, [2, 2, 2, 0.5, 0.5, 1, 1, 1]).coef.data);
    const balanced = fitted({ classWeight: "balanced" }, X, two);
    near(
      balanced.coef.data,
      fitted(
        {},
        X,
        two,
        two.map((label) => (label === "tom" ? 8 / 6 : 0.8)),
      ).coef.data,
    );
  });

  test("the order of the rows makes no difference", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }), (order) => {
        const model = new LogisticRegression({ tol: 1e-7, maxIter: 1000 });
        const shuffled = model.clone().fit(
          order.map((i) => X[i]!),
          order.map((i) => three[i]!),
        );
        near(shuffled.predictProba(X).data, model.fit(X, three).predictProba(X).data, 5);
      }),
      { seed: 5, numRuns: 20 },
    );
  });

  test("the l1 penalty leaves features out, more the smaller C is; what is left fulfils the conditions of the least loss", () => {
    const zeros = [10, 0.3, 0.05, 0.001].map(
      (C) =>
        new LogisticRegression({ penalty: "l1", C }).fit(X, three).coef.data.filter((c) => c === 0).length,
    );
    expect(zeros).toEqual(zeros.toSorted((a, b) => a - b));
    expect(zeros.at(-1)).toBe(6);
    const model = new LogisticRegression({ penalty: "l1", C: 0.3, tol: 1e-8, maxIter: 1000 }).fit(X, two);
    expect(model.converged).toBe(true);
    const wrong = X.map((_, i) => model.predictProba(X).row(i)[1]! - Number(two[i] === "tom"));
    for (const [j, coef] of model.coef.data.entries()) {
      const slope = wrong.reduce((sum, value, i) => sum + value * X[i]![j]!, 0);
      if (coef === 0) expect(Math.abs(slope)).toBeLessThan(1 / 0.3 + 1e-6);
      else expect(slope).toBeCloseTo(-Math.sign(coef) / 0.3, 5);
    }
  });

  test("its steps show a loss that falls, and it says whether it came to rest", () => {
    const model = new LogisticRegression();
    const losses = [...model.fitSteps(X, three)].map(({ loss }) => loss);
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
    expect(model.nIter).toBe(losses.length);
    expect(model.converged).toBe(true);
    expect(new LogisticRegression({ maxIter: 2 }).fit(X, three).converged).toBe(false);
  });

  test("stays finite where the classes are parted without a penalty, and at very large and small numbers", () => {
    for (const scale of [1e99, 1e-99, 1]) {
      for (const penalty of ["l2", "l1", null] as const) {
        const scaled = X.map((row) => row.map((value) => value * scale));
        const model = new LogisticRegression({ penalty }).fit(scaled, three);
        expect(model.predictProba(scaled).data.every(Number.isFinite)).toBe(true);
      }
    }
  });

  test("refuses what it cannot use, in words, and stays as it was", () => {
    const model = new LogisticRegression().fit(X, three);
    const before = JSON.stringify(model);
    expect(() =>
      model.fit(
        X,
        two.map(() => "tom"),
      ),
    ).toThrow('LogisticRegression needs at least two classes to tell apart, but y has only "tom"');
    expect(() =>
      model
        .clone()
        .setParams({ classWeight: { tom: 1, hat: 2 } })
        .fit(X, three),
    ).toThrow("hat");
    expect(() => model.predict(X.map(() => [1e100, 1]).map((row) => row.map((v) => v * 10)))).toThrow(
      "1e100",
    );
    expect(() => new LogisticRegression({ C: 0 })).toThrow("C must be a number above 0");
    expect(() => new LogisticRegression({ penalty: "elasticnet" as never })).toThrow('penalty must be "l2"');
    expect(JSON.stringify(model)).toBe(before);
  });

  test("what it gives out can be changed without changing it", () => {
    const model = new LogisticRegression().fit(X, three);
    const predicted = model.predictProba(X);
    model.coef.data.fill(0);
    model.intercept.fill(0);
    expect(model.predictProba(Matrix.from(X))).toEqual(predicted);
  });
});
