import fc from "fast-check";
import { expect, test } from "vitest";
import { KNeighborsClassifier, type Matrix, shapleyValues } from "../../../../src/learn/index.ts";

type Output = (row: Float64Array) => number;
const asModel = (output: Output) => (X: Matrix) => Array.from({ length: X.rows }, (_, i) => output(X.row(i)));

// Interactions, a step, and symmetric in the columns 0 and 1; column 3 is ignored.
const output: Output = ([a, b, c]) => a! * b! + (a! + b! > 3 ? 2 : 0) - c! ** 2;

const value = fc.integer({ min: -5, max: 5 });
const row = fc.tuple(value, value, value, value);
const always = (property: (x: number[], background: number[][]) => void) =>
  fc.assert(fc.property(row, fc.array(row, { minLength: 1, maxLength: 5 }), property), { seed: 2 });

test("the shares add up to the prediction less the mean output", () => {
  always((x, background) => {
    const { values, base, prediction } = shapleyValues(asModel(output), x, background);
    expect(prediction).toBeCloseTo(output(Float64Array.from(x)), 10);
    const mean =
      background.reduce((sum, each) => sum + output(Float64Array.from(each)), 0) / background.length;
    expect(base).toBeCloseTo(mean, 10);
    expect(values.reduce((sum, share) => sum + share, base)).toBeCloseTo(prediction, 10);
  });
});

test("a column that the model ignores gets nothing", () => {
  always((x, background) => {
    expect(shapleyValues(asModel(output), x, background).values[3]).toBe(0);
  });
});

test("columns that do the same get the same", () => {
  always((x, background) => {
    const even = (each: number[]) => [each[0]!, each[0]!, each[2]!, each[3]!];
    const { values } = shapleyValues(asModel(output), even(x), background.map(even));
    expect(values[0]).toBeCloseTo(values[1]!, 10);
  });
});

test("the shares of a sum are the sums of the shares", () => {
  const other: Output = ([a, b]) => Math.abs(a! - 2 * b!);
  always((x, background) => {
    const of = (each: Output) => shapleyValues(asModel(each), x, background).values;
    const sum = of((each) => output(each) + 3 * other(each));
    const [one, two] = [of(output), of(other)];
    for (let i = 0; i < 4; i++) expect(sum[i]).toBeCloseTo(one[i]! + 3 * two[i]!, 10);
  });
});

test("they are the mean over all orders in which the columns can become known", () => {
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
  always(([...x], background) => {
    const model: Output = ([a, b, c]) => a! * b! * c! + a!;
    const [short, usual] = [x.slice(0, 3), background.map((each) => each.slice(0, 3))];
    const want = [0, 0, 0];
    for (const order of orders) {
      const rows = usual.map((each) => Float64Array.from(each));
      const mean = () => rows.reduce((sum, each) => sum + model(each), 0) / rows.length;
      for (const col of order) {
        const before = mean();
        for (const each of rows) each[col] = short[col]!;
        want[col]! += (mean() - before) / 6;
      }
    }
    const { values } = shapleyValues(asModel(model), short, usual);
    for (const [col, share] of want.entries()) expect(values[col]).toBeCloseTo(share, 10);
  });
});

test("of a classifier the probability of a class is explained", () => {
  const X = [
    [0, 7],
    [1, 7],
    [8, 7],
    [9, 7],
  ];
  const model = new KNeighborsClassifier({ nNeighbors: 1 }).fit(X, ["a", "a", "b", "b"]);
  const { values, base, prediction } = shapleyValues(model, [9, 7], X);
  expect([...values, base, prediction]).toEqual([0.5, 0, 0.5, 1]);
  expect(shapleyValues(model, [9, 7], X, { label: "a" }).values[0]).toBe(-0.5);
});

test.each([
  [
    "13 features",
    () =>
      shapleyValues(
        asModel(() => 1),
        Array(13).fill(0),
        [Array(13).fill(0)],
      ),
    "all 2^13 sets",
  ],
  [
    "an empty background",
    () =>
      shapleyValues(
        asModel(() => 1),
        [1],
        [],
      ),
    "it is 0 × 0",
  ],
  [
    "a background of another width",
    () =>
      shapleyValues(
        asModel(() => 1),
        [1],
        [[1, 2]],
      ),
    "it is 1 × 2",
  ],
  [
    "an output that is no number",
    () =>
      shapleyValues(
        asModel(() => Number.NaN),
        [1],
        [[1]],
      ),
    "item 0 is NaN",
  ],
  ["too few outputs", () => shapleyValues(() => [], [1], [[1]]), "gave 0 for 1 rows"],
  ["no model", () => shapleyValues(null as never, [1], [[1]]), "model must be a function"],
])("%s is refused", (_, call, message) => {
  expect(call).toThrow(message);
});
