import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Label } from "../../../../src/learn/index.ts";
import { answers, dataFor, numbersIn } from "./data.ts";
import { cases } from "./estimators.ts";

describe.each(cases)("$name", ({ make, kind, type, ...traits }) => {
  const { X, y } = dataFor({ kind, ...traits });
  const labelled = kind !== "other";

  /** Fits on what `spoil` makes of good data: it must be refused so, and the model stay as it was. */
  function refusesToFit(
    spoil: (X: number[][], y: Label[]) => [number[][], Label[]],
    message: string | RegExp,
  ) {
    const model = make().fit(X, y);
    const before = JSON.stringify(model);
    expect(() => model.fit(...spoil(structuredClone(X), [...y]))).toThrow(message);
    expect(JSON.stringify(model)).toBe(before);
  }

  test("says where a number is missing or without end", () => {
    // To one that fills gaps NaN is a gap, and one that hands columns on does not look into them.
    if (!["ColumnTransformer", "SimpleImputer"].includes(type)) {
      refusesToFit((rows, labels) => {
        rows[7]![2] = Number.NaN;
        return [rows, labels];
      }, "row 7, column 2 is NaN");
    }
    refusesToFit((rows, labels) => {
      rows[3]![1] = Number.POSITIVE_INFINITY;
      return [rows, labels];
    }, "row 3, column 1 is Infinity");
  });

  test("says which row is shorter, and that there are none", () => {
    refusesToFit((rows, labels) => [[...rows.slice(0, 5), [1], ...rows.slice(6)], labels], /row 5 has 1/);
    refusesToFit(() => [[], []], /at least|at most|has none|needs|asks for/);
  });

  if (labelled) {
    test("says that X and y differ in length", () => {
      refusesToFit((rows, labels) => [rows, labels.slice(1)], /equally long.*36.*35/);
    });

    test("says which label is none", () => {
      refusesToFit((rows, labels) => [rows, labels.with(4, null as never)], /item 4 is null/);
      refusesToFit(
        (rows, labels) => [rows, labels.with(4, Number.NaN)],
        /item 4 is NaN|only text or only numbers/,
      );
    });
  }

  test("says that it has not been fitted", () => {
    const model = make();
    if (model.predict)
      expect(() => model.predict!(X)).toThrow(/^\w+ has not been fitted: call fit\(X(, y)?\) first$/);
    if (model.transform) expect(() => model.transform!(X)).toThrow("has not been fitted");
  });

  test("says how many columns it wants", () => {
    // A baseline looks at none.
    if (type.startsWith("Dummy")) return;
    const model = make().fit(X, y);
    const wrong = X.map((row) => row.slice(1));
    if (model.predict) expect(() => model.predict!(wrong)).toThrow(/must have 3 columns.*has 2/);
    if (model.transform && kind === "other")
      expect(() => model.transform!(wrong)).toThrow(/must have 3 columns.*has 2/);
    if (model.predict) expect(() => model.predict!([[1, 2, Number.NaN]])).toThrow(/row 0, column 2 is NaN/);
  });

  if (kind === "classifier") {
    test("of one class either says so or always predicts it", () => {
      const only = y.map(() => "kick");
      const outcome = attempt(() => Array.from(make().fit(X, only).predict!(X)));
      if (outcome instanceof Error) expect(outcome.message).toMatch(/two classes.*"kick"/);
      else expect(new Set(outcome)).toEqual(new Set(["kick"]));
    });
  }

  const hard: [string, (X: number[][]) => number[][]][] = [
    ["a constant column", (rows) => rows.map(([, ...rest]) => [5, ...rest])],
    ["constant columns only", (rows) => rows.map(() => [1, 2, 3])],
    ["huge numbers", (rows) => rows.map((row) => row.map((value) => value * 1e200))],
    ["tiny numbers", (rows) => rows.map((row) => row.map((value) => value * 1e-200))],
    ["large numbers", (rows) => rows.map((row) => row.map((value) => value * 1e9 + 1e12))],
    ["columns of very different size", (rows) => rows.map(([a, b, c]) => [a! * 1e-8, b!, c! * 1e8])],
    ["a column twice", (rows) => rows.map(([a, b]) => [a!, b!, a!])],
    ["each row thrice", (rows) => rows.map((_, i) => rows[i - (i % 3)]!)],
  ];

  test.each(hard)("answers %s with numbers, or says what is wrong", (_, spoil) => {
    expectSense(() => answers(make().fit(spoil(X), y), spoil(X)));
  });

  test("learns from one row, or says that it cannot", () => {
    expectSense(() => answers(make().fit(X.slice(0, 1), y.slice(0, 1)), X));
  });

  test("random data and parameters are answered with numbers or a clear error", () => {
    const number = fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: -3, max: 3 }) },
      { weight: 4, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(1e300, -1e300, 5e-324, 1e-12, 0, -0, Number.NaN, Number.POSITIVE_INFINITY),
      },
    );
    const label: fc.Arbitrary<Label> = kind === "regressor" ? number : fc.constantFrom("a", "b", "c");
    const input = fc
      .record({ rows: fc.integer({ min: 0, max: 12 }), cols: fc.integer({ min: 0, max: 4 }) })
      .chain(({ rows, cols }) =>
        fc.record({
          X: fc.array(fc.array(number, { minLength: cols, maxLength: cols }), {
            minLength: rows,
            maxLength: rows,
          }),
          y: fc.array(label, {
            minLength: rows,
            maxLength: rows,
          }),
        }),
      );
    fc.assert(
      fc.property(input, ({ X, y }) => expectSense(() => answers(make().fit(X, y), X))),
      { seed: 11, numRuns: 60 },
    );
  });
});

function attempt<T>(work: () => T): T | Error {
  try {
    return work();
  } catch (error) {
    return error as Error;
  }
}

/** Finite numbers, or an error of ours: of a kind that we throw, in a sentence, not an accident inside. */
function expectSense(work: () => Record<string, unknown>): void {
  const outcome = attempt(work);
  if (outcome instanceof Error) {
    expect(outcome.message).not.toMatch(
      /undefined|is not (a function|iterable)|Cannot read|Invalid (typed )?array length|offset is out/,
    );
    expect(outcome.message.length).toBeGreaterThan(15);
    expect([RangeError, TypeError, Error]).toContain(outcome.constructor);
  } else {
    expect(numbersIn(outcome).filter((value) => !Number.isFinite(value))).toEqual([]);
  }
}
