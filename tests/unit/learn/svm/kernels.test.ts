import { expect, test } from "vitest";
import { exponential } from "../../../../src/learn/svm/exponential.ts";
import type { Kernel } from "../../../../src/learn/svm/kernel.ts";
import { KernelMemory, KernelRows } from "../../../../src/learn/svm/kernel-rows.ts";
import { kernelSource } from "../../../../src/learn/svm/kernel-source.ts";
import { inFours, productsOf, squaredDistancesOf } from "../../../../src/learn/svm/products.ts";
import { Smo } from "../../../../src/learn/svm/smo.ts";
import { table } from "./tables.ts";

const kernels: Kernel[] = [
  { name: "rbf", gamma: 0.3, degree: 3, coef0: 0 },
  { name: "linear", gamma: 1, degree: 3, coef0: 0 },
  { name: "poly", gamma: 0.5, degree: 3, coef0: 1 },
  { name: "sigmoid", gamma: 0.1, degree: 3, coef0: -0.5 },
];

test("exponential is e^x, one unit in the last place from Math.exp at most", () => {
  let worst = 0;
  for (let x = -740; x < 709.7; x += 0.0371) {
    worst = Math.max(worst, Math.abs(exponential(x) / Math.exp(x) - 1));
  }
  expect(worst).toBeLessThan(2.3e-16 * 2);
  expect([0, -0, 1e-300, -1e-300].map(exponential)).toEqual([1, 1, 1, 1]);
  expect([exponential(-1e9), exponential(Number.NEGATIVE_INFINITY), exponential(1e9)]).toEqual([
    0,
    0,
    Infinity,
  ]);
});

test("as a 32-bit number exponential is exactly what Math.exp is", () => {
  const different: number[] = [];
  for (let x = -80; x < 5; x += 0.00173) {
    if (Math.fround(exponential(x)) !== Math.fround(Math.exp(x))) different.push(x);
  }
  expect(different).toEqual([]);
});

test("products and distances of four rows with four are those of each two", () => {
  const X = table(8, 5, 1);
  const fours = inFours(X, [3, 1, 4, 0, 5, 2, 6, 7]);
  const [products, distances] = [new Float64Array(16), new Float64Array(16)];
  productsOf(fours, 0, fours, 1, products);
  squaredDistancesOf(fours, 0, fours, 1, distances);
  for (const [r, a] of [3, 1, 4, 0].entries()) {
    for (const [c, b] of [5, 2, 6, 7].entries()) {
      const [x, y] = [Array.from(X.row(a)), Array.from(X.row(b))];
      expect(products[4 * r + c]).toBeCloseTo(
        x.reduce((sum, value, k) => sum + value * y[k]!, 0),
        12,
      );
      expect(distances[4 * r + c]).toBeCloseTo(
        x.reduce((sum, value, k) => sum + (value - y[k]!) ** 2, 0),
        12,
      );
    }
  }
});

test.each(kernels)("$name: kept in a table or made each time, kernels have the same digits", (kernel) => {
  const rows = inFours(table(23, 6, 2));
  const [kept, made] = [kernelSource(kernel, rows), kernelSource(kernel, rows, 0)];
  const ids = Int32Array.from([22, 0, 7, 7, 13, 4]);
  const read = (source: typeof kept, id: number) => {
    const out = new Float32Array(8);
    source.fill(id, ids, out, 2);
    return out;
  };
  for (const id of [5, 22, 0, 6]) expect(read(made, id)).toEqual(read(kept, id));
  expect(Math.fround(kept.diagonal[7]!)).toBe(read(kept, 7)[4]);
});

test.each(kernels)("$name: with room for two rows of kernels only, the solution is the same", (kernel) => {
  const size = 60;
  const solve = (memory: KernelMemory) => {
    const ids = Int32Array.from({ length: size }, (_, k) => (k * 7) % size);
    const smo = new Smo({
      rows: new KernelRows(kernelSource(kernel, inFours(table(size, 3, 3))), ids, memory),
      y: Int8Array.from({ length: size }, (_, k) => (k % 3 === 0 ? -1 : 1)),
      linear: new Float64Array(size).fill(-1),
      upper: new Float64Array(size).fill(2),
      tol: 1e-3,
      shrinking: true,
      maxIter: 5000,
    });
    smo.iterate(Number.POSITIVE_INFINITY);
    return { alpha: smo.solution(), iterations: smo.iterations };
  };
  expect(solve(new KernelMemory(2 * size))).toEqual(solve(new KernelMemory()));
});
