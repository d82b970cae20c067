import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Matrix } from "../../../../src/learn/base/matrix.ts";
import { randomMatrix } from "./matrices.ts";

type Products = typeof import("../../../../src/learn/linalg/products.ts");

/** ABᵀ, each sum added up from the first product to the last, as all ways must do it. */
function inOrder(A: Matrix, B: Matrix): number[] {
  return Array.from({ length: A.rows * B.rows }, (_, at) => {
    const [a, b] = [A.row(Math.floor(at / B.rows)), B.row(at % B.rows)];
    return a.reduce((sum, value, k) => sum + value * b[k]!, 0);
  });
}

/** Rows of A, rows of B, columns: on both sides of where the kernel is worth it, rows left over on either side. */
const shapes = [
  [1, 1, 1],
  [3, 2, 5],
  [1, 70, 70],
  [70, 1, 70],
  [18, 23, 11],
  [21, 20, 33],
  [40, 39, 57],
] as const;

describe.each(["with vectors", "without WebAssembly"])("%s", (kind) => {
  let products: Products;
  beforeAll(async () => {
    if (kind === "without WebAssembly") vi.stubGlobal("WebAssembly", undefined);
    vi.resetModules();
    products = await import("../../../../src/learn/linalg/products.ts");
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });

  test.each(shapes)("%i × %i products of %i numbers are added up in order, to the last bit", (n, m, cols) => {
    const [A, B] = [randomMatrix(n, cols, 1), randomMatrix(m, cols, 2)];
    expect(Array.from(products.multiplyTransposed(A, B).data)).toEqual(inOrder(A, B));
  });

  test.each([1, 4, 10, 31])("so are those of %i columns with each other", (cols) => {
    const X = randomMatrix(50, cols, 3);
    const turned = products.transposed(X);
    expect(Array.from(products.gram(X))).toEqual(inOrder(turned, turned));
  });

  test.each([1, 6, 23])("so are those with a lower triangle of %i rows", (n) => {
    const A = randomMatrix(30, n, 4);
    const L = randomMatrix(n, n, 5);
    for (let i = 0; i < n; i++) L.data.fill(0, i * n + i + 1, (i + 1) * n);
    const out = new Float64Array(30 * n);
    products.lowerProducts(A.data, 30, L.data, n, out);
    expect(Array.from(out)).toEqual(inOrder(A, L));
  });
});

test("the fast way is taken where there is enough to do", async () => {
  vi.resetModules();
  const { simdRowProducts } = await import("../../../../src/learn/linalg/simd-products.ts");
  const A = randomMatrix(40, 40);
  const out = new Float64Array(1600);
  expect(simdRowProducts(A.data, 40, A.data, 40, 40, out, false)).toBe(true);
  expect(simdRowProducts(A.data, 3, A.data, 3, 3, out, false)).toBe(false);
});
