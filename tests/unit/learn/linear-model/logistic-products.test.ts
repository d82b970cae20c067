import { expect, test, vi } from "vitest";
import { Matrix, RandomState } from "../../../../src/learn/index.ts";
import { ManyOutputs } from "../../../../src/learn/linear-model/many-outputs.ts";
import { OneOutput } from "../../../../src/learn/linear-model/one-output.ts";

const simd = vi.hoisted(() => ({ isAllowed: true }));
vi.mock(import("../../../../src/learn/simd/simd.ts"), async (actual) => {
  const { simdFor } = await actual();
  return { simdFor: (owner, bytes) => (simd.isAllowed ? simdFor(owner, bytes) : null) };
});

const random = new RandomState(6);
const table = (rows: number, cols: number) =>
  new Matrix(
    Float64Array.from({ length: rows * cols }, () => random.normal()),
    rows,
    cols,
  );

/** The scores with these coefficients (a row for each output), and the products of the columns with the scores. */
function productsBy(products: ManyOutputs | OneOutput, coef: Matrix, rows: number) {
  const { rows: outputs, cols } = coef;
  const places = Array.from({ length: outputs * cols }, (_, at) =>
    products.coefAt(Math.floor(at / cols), at % cols),
  );
  const coefs = new Float64Array(products.size);
  for (const [at, place] of places.entries()) coefs[place] = coef.data[at]!;
  const all = products.scores(coefs);
  const scores = Array.from({ length: rows * outputs }, (_, at) => {
    return all[products.scoreAt(at % outputs) + Math.floor(at / outputs) * products.step]!;
  });
  const gradient = new Float64Array(products.size);
  products.gradient(gradient);
  return { scores, gradient: places.map((place) => gradient[place]!) };
}

test.each([
  [1, 1, 1],
  [5, 3, 1],
  [7, 2, 3],
  [4, 4, 4],
  [13, 6, 10],
])(
  "%i rows of %i columns are multiplied with %i rows of coefficients, with vectors or without",
  (rows, cols, outputs) => {
    const X = table(rows, cols);
    const coef = table(outputs, cols + 1);
    const value = (i: number, j: number) => (j === cols ? 1 : X.data[i * cols + j]!);
    const make = () => (outputs === 1 ? new OneOutput(X, true) : new ManyOutputs(X, true, outputs));
    const products = make();
    // Another one writes to the same memory in between.
    productsBy(new ManyOutputs(table(6, 2), false, 3), table(3, 2), 6);
    const { scores, gradient } = productsBy(products, coef, rows);
    for (let i = 0; i < rows; i++) {
      for (let k = 0; k < outputs; k++) {
        const score = coef.row(k).reduce((sum, times, j) => sum + times * value(i, j), 0);
        expect(scores[i * outputs + k]).toBeCloseTo(score, 12);
      }
    }
    for (let k = 0; k < outputs; k++) {
      for (let j = 0; j <= cols; j++) {
        let sum = 0;
        for (let i = 0; i < rows; i++) sum += scores[i * outputs + k]! * value(i, j);
        expect(gradient[k * (cols + 1) + j]).toBeCloseTo(sum, 12);
      }
    }
    simd.isAllowed = false;
    expect(productsBy(make(), coef, rows)).toEqual({ scores, gradient });
    simd.isAllowed = true;
  },
);
