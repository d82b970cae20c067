import { describe, expect, test } from "vitest";
import { Matrix, RandomState } from "../../../../src/learn/index.ts";
import { answers, dataFor, expectClose } from "./data.ts";
import { cases } from "./estimators.ts";

/** Sums in another order, and what an iteration makes of their last digits. */
const ROUNDING = 1e-6;

describe.each(cases)("$name", ({ make, kind, type, orderFree, weights, ...traits }) => {
  const { X, y } = dataFor({ kind, ...traits });
  const others = dataFor({ kind, ...traits }, { seed: 2, rows: 15 }).X;
  // A factorisation looks for all rows together, and stops when it is near enough.
  const nearEnough = type === "NMF" ? 0.05 : 1e-9;

  test("fit returns the estimator, and its answers have one row for each of X", () => {
    const model = make();
    expect(model.fit(X, y)).toBe(model);
    if (model.predict) expect(model.predict(others)).toHaveLength(others.length);
    if (kind === "other" && model.transform) expect(model.transform(others).rows).toBe(others.length);
  });

  test("the same data and seed give the same model", () => {
    expect(JSON.stringify(make().fit(X, y))).toBe(JSON.stringify(make().fit(X, y)));
    const again = make().fit(others, y.slice(0, 15));
    expect(JSON.stringify(again.fit(X, y))).toBe(JSON.stringify(make().fit(X, y)));
  });

  test("rows, a Matrix, and labels in any kind of array are the same to it; nothing of them is changed or kept", () => {
    const [rows, labels, matrix] = [structuredClone(X), [...y], Matrix.from(X)];
    const model = make().fit(matrix, kind === "regressor" ? Float64Array.from(y as number[]) : y);
    const said = answers(model, others);
    expect(said).toEqual(answers(make().fit(X, y), others));
    expect([X, y, Matrix.from(rows)]).toEqual([rows, labels, matrix]);
    matrix.data.fill(0);
    expect(answers(model, others)).toEqual(said);
  });

  test("fitSteps, taken to the end, is fit; given up before, it leaves the model as it was", () => {
    const model = make();
    if (!model.fitSteps) return;
    const steps = model.fitSteps(X, y);
    let result = steps.next();
    if (!result.done && model.predict) expect(() => model.predict!(X)).toThrow("has not been fitted");
    while (!result.done) result = steps.next();
    expect(result.value).toBe(model);
    expect(JSON.stringify(model)).toBe(JSON.stringify(make().fit(X, y)));
  });

  test("fitTransform is fit and then transform", () => {
    const model = make();
    if (!model.fitTransform || kind !== "other") return;
    const fitted = make().fit(X, y);
    expectClose(model.fitTransform(X, y).data, fitted.transform!(X).data, nearEnough);
  });

  test("each row is answered by itself", () => {
    const model = make().fit(X, y);
    if (!model.predict && !model.transform) return;
    const all = answers(model, others) as Record<string, { cols: number; data: number[] }>;
    const alone = others.map((row) => answers(model, [row])) as (typeof all)[];
    if (model.predict) expect(alone.flatMap(({ predict }) => predict)).toEqual(all.predict);
    for (const method of ["predictProba", "decisionFunction", "transform"]) {
      if (!all[method]?.data) continue;
      expectClose(
        alone.flatMap((answer) => answer[method]!.data),
        all[method].data,
        nearEnough,
      );
    }
  });

  test("no row gives no answer", () => {
    const model = make().fit(X, y);
    if (model.predict) expect(Array.from(model.predict([]))).toEqual([]);
  });

  if (orderFree) {
    test("the order of the rows changes nothing", () => {
      const order = new RandomState(4).permutation(X.length);
      const shuffled = make().fit(
        order.map((i) => X[i]!),
        order.map((i) => y[i]!),
      );
      expectClose(answers(shuffled, others), answers(make().fit(X, y), others), ROUNDING);
    });
  }

  if (weights) {
    test("a weight is how often the row is there", () => {
      const sampleWeight = X.map((_, i) => [1, 2, 0, 3][i % 4]!);
      const often = sampleWeight.flatMap((weight, i) => Array.from({ length: weight }, () => i));
      const repeated = make().fit(
        often.map((i) => X[i]!),
        often.map((i) => y[i]!),
      );
      expectClose(answers(make().fit(X, y, { sampleWeight }), others), answers(repeated, others), ROUNDING);
    });
  }
});

describe.each(cases.filter(({ kind }) => kind === "classifier"))(
  "$name, a classifier",
  ({ make, ...traits }) => {
    test.each([2, 3, 5])("of %i classes names them all, sorted, whatever they are called", (classes) => {
      const { X, y } = dataFor(traits, { classes, rows: 40 });
      const names = [...new Set(y)].sort();
      const model = make().fit(X, y);
      expect(model.classes).toEqual(names);
      const numbers = make().fit(
        X,
        Int32Array.from(y, (label) => names.indexOf(label) * 10 - 10),
      );
      expect(Array.from(numbers.predict!(X))).toEqual(
        Array.from(model.predict!(X), (label) => names.indexOf(label) * 10 - 10),
      );
    });

    test.each([2, 4])(
      "of %i classes predicts the most probable one, and probabilities add up to 1",
      (classes) => {
        const { X, y } = dataFor(traits, { classes });
        const model = make().fit(X, y);
        const said = answers(model, X) as Record<string, { cols: number; data: number[] }>;
        if (said.decisionFunction?.data) expect(said.decisionFunction.cols).toBe(classes === 2 ? 1 : classes);
        if (!said.predictProba?.data) return;
        const probabilities = model.predictProba!(X);
        const predicted = Array.from(model.predict!(X));
        for (let i = 0; i < X.length; i++) {
          const row = Array.from(probabilities.row(i));
          expect(row.reduce((sum, value) => sum + value)).toBeCloseTo(1, 12);
          expect(row.every((value) => value >= 0 && value <= 1)).toBe(true);
          expect(row[model.classes!.indexOf(predicted[i]!)]).toBeCloseTo(Math.max(...row), 12);
        }
      },
    );
  },
);
