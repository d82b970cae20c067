import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { assembled, target } from "../../../../scripts/wasm/assembled.ts";
import * as learn from "../../../../src/learn/index.ts";
import { simdFor } from "../../../../src/learn/simd/simd.ts";

type Learn = typeof learn;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** The same modules, loaded anew where there is no WebAssembly. */
async function withoutWebAssembly(): Promise<Learn> {
  vi.resetModules();
  vi.stubGlobal("WebAssembly", undefined);
  const plain = await import("../../../../src/learn/simd/simd.ts");
  expect(plain.simdFor({}, 64)).toBeNull();
  return import("../../../../src/learn/index.ts");
}

function table(random: learn.RandomState, rows: number, cols: number, scale: number): number[][] {
  return Array.from({ length: rows }, () =>
    Array.from({ length: cols }, () => random.normal() * scale * (random.random() < 0.02 ? 1e3 : 1)),
  );
}

test("the committed bytes are what simd.wat builds to, fewer than a page may compile at once", async () => {
  expect(readFileSync(target, "utf8")).toBe(await assembled());
  const bytes = Buffer.from(/"([^"]+)";/.exec(readFileSync(target, "utf8"))![1]!, "base64");
  expect(bytes.length).toBeLessThan(4096);
  expect(WebAssembly.validate(bytes)).toBe(true);
});

test("who owns the memory is told when someone else has had it since", () => {
  const [a, b] = [{}, {}];
  expect(simdFor(a, 64)!.isNew).toBe(true);
  expect(simdFor(a, 64)!.isNew).toBe(false);
  expect(simdFor(b, 64)!.isNew).toBe(true);
  expect(simdFor(a, 64)!.isNew).toBe(true);
  const before = simdFor(a, 64)!.buffer.byteLength;
  expect(simdFor(a, before + 1)!.buffer.byteLength).toBeGreaterThan(before);
  expect(simdFor(a, 65 * 2 ** 20)).toBeNull();
});

test("without WebAssembly neighbours and machines are the same to the last bit", async () => {
  const plain = await withoutWebAssembly();
  const property = fc.property(fc.nat(1e6), (seed) => {
    const random = new learn.RandomState(seed);
    const [rows, cols, k] = [random.integers(40, 150), random.integers(1, 40), random.integers(1, 9)];
    const scale = 10 ** random.integers(-3, 4);
    const X = table(random, rows, cols, scale);
    const Q = [...table(random, random.integers(8, 20), cols, scale), ...X.slice(0, 3)];
    const y = X.map((_, i) => i % 3);
    const t = X.map((row) => row[0]! / scale + random.normal());
    for (const kernel of ["rbf", "linear", "poly"] as const) {
      const params = { kernel, maxIter: 300 };
      const machine = (from: Learn) => new from.SVC(params).fit(X, y);
      expect(machine(learn).decisionFunction(Q).data).toEqual(machine(plain).decisionFunction(Q).data);
      const curve = (from: Learn) => new from.SVR(params).fit(X, t).predict(Q);
      expect(curve(learn)).toEqual(curve(plain));
    }
    const neighbors = (from: Learn) => new from.KNeighborsRegressor().fit(X, t).kneighbors(Q, k);
    expect(neighbors(learn)).toEqual(neighbors(plain));
  });
  fc.assert(property, { seed: 11, numRuns: 10 });
});

test("two machines fitted step by step in turn, with neighbours between, are those fitted alone", () => {
  const random = new learn.RandomState(4);
  const X = table(random, 90, 12, 1);
  const [y, z] = [X.map((_, i) => i % 3), X.map((_, i) => i % 2)];
  const params = { kernel: "linear", maxIter: 100 } as const;
  const [a, b] = [new learn.SVC(params), new learn.SVC()];
  const steps = [a.fitSteps(X, y, { everyIterations: 5 }), b.fitSteps(X, z, { everyIterations: 5 })];
  const knn = new learn.KNeighborsClassifier().fit(X, y);
  // One that is begun and left.
  new learn.SVC().fitSteps(X, y, { everyIterations: 1 }).next();
  for (let running = 2; running > 0; ) {
    running = 0;
    for (const step of steps) {
      if (!step.next().done) running++;
      knn.predict(X);
    }
  }
  expect(a.decisionFunction(X).data).toEqual(new learn.SVC(params).fit(X, y).decisionFunction(X).data);
  expect(b.decisionFunction(X).data).toEqual(new learn.SVC().fit(X, z).decisionFunction(X).data);
});
