import fc from "fast-check";
import { expect, test } from "vitest";
import { fromJSON, MinMaxScaler, StandardScaler } from "../../../../src/learn/index.ts";

const tables = fc
  .array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.double({ min: -1, max: 1, noNaN: true })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((rows) => rows.map((row) => [...row]));

test("scaling back gives what was scaled", () => {
  fc.assert(
    fc.property(tables, (X) => {
      for (const scaler of [new StandardScaler(), new MinMaxScaler({ featureRange: [-3, 5] })]) {
        const back = scaler.inverseTransform(scaler.fitTransform(X));
        // A few rounded operations on numbers below 100.
        for (const [i, row] of X.entries())
          for (const [j, value] of row.entries()) expect(back.row(i)[j]).toBeCloseTo(value, 11);
      }
    }),
    { seed: 3 },
  );
});

test("a row that counts twice is a row that is there twice", () => {
  const once = new StandardScaler().fit([[1], [4], [6]], null, { sampleWeight: [1, 2, 1] });
  const twice = new StandardScaler().fit([[1], [4], [4], [6]]);
  expect(once.mean[0]).toBeCloseTo(twice.mean[0]!, 14);
  expect(once.scale[0]).toBeCloseTo(twice.scale[0]!, 14);
  expect(() => once.fit([[1]], null, { sampleWeight: [-1] })).toThrow(
    "sampleWeight must hold numbers from 0 to 1e100",
  );
});

test("very large numbers are scaled like small ones", () => {
  const { data } = new StandardScaler().fitTransform([[1e99], [3e99]]);
  expect(data[0]).toBeCloseTo(-1, 14);
  expect(data[1]).toBeCloseTo(1, 14);
});

test("rows outside of the range are cut off only with clip", () => {
  expect(Array.from(new MinMaxScaler().fit([[0], [10]]).transform([[-5], [20]]).data)).toEqual([-0.5, 2]);
  const clipped = new MinMaxScaler({ clip: true }).fit([[0], [10]]);
  expect(Array.from(clipped.transform([[-5], [20]]).data)).toEqual([0, 1]);
  expect(() => new MinMaxScaler({ featureRange: [1, 1] })).toThrow("the smaller one first");
});

test("a scaler survives JSON", () => {
  const scaler = new MinMaxScaler({ featureRange: [0, 2] }).fit([
    [1, 2],
    [3, 5],
  ]);
  const copy = fromJSON(JSON.parse(JSON.stringify(scaler))) as MinMaxScaler;
  expect(copy.transform([[2, 2]])).toEqual(scaler.transform([[2, 2]]));
});

test("a constant column is only moved, whatever rounding makes of its mean", () => {
  for (const value of [0.1, 7.7, 1e10 / 3, -1e-5 / 7]) {
    for (let rows = 2; rows < 60; rows++) {
      const X = Array.from({ length: rows }, () => [value]);
      const sampleWeight = X.map((_, i) => 0.1 + (i % 3) / 7);
      expect(new StandardScaler().fit(X).scale[0]).toBe(1);
      expect(new StandardScaler().fit(X, null, { sampleWeight }).scale[0]).toBe(1);
    }
  }
});
