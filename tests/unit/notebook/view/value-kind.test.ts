import { describe, expect, test } from "vitest";
import { DummyClassifier, KNeighborsClassifier, Matrix } from "../../../../src/learn/index.ts";
import { kindOf, kindParts } from "../../../../src/notebook/view/value-kind.ts";
import { hostileValues, wordsFirst } from "./hostile-values.ts";

class Tune {
  notes = [60];
}

describe("kindOf", () => {
  test.each(
    wordsFirst([
      [undefined, "undefined"],
      [null, "null"],
      [true, "boolean"],
      [12n, "bigint"],
      [Symbol("s"), "symbol"],
      [0.5, "number"],
      [Number.NaN, "NaN, not a number"],
      ["a", "string of 1 character"],
      ["a".repeat(1234), "string of 1,234 characters"],
      [[], "empty array"],
      [[1], "array of 1 number"],
      [[1, 2, 3], "array of 3 numbers"],
      [["a", "b"], "array of 2 strings"],
      [[1, "b"], "array of 2 values"],
      [[null, null], "array of 2 values"],
      [[{}, null], "array of 2 values"],
      [[{ a: 1 }, { a: 2 }], "array of 2 objects"],
      [[[1, 2, 3], new Float32Array(3)], "array of 2 arrays of 3"],
      [[[1, 2, 3], []], "array of 2 arrays"],
      [new Array(5), "array of 5 values"],
      [new Array(4_000_000_000), "array of 4,000,000,000 values"],
      [new Float64Array(1024), "Float64Array of 1,024"],
      [new ArrayBuffer(8), "ArrayBuffer of 8 bytes"],
      [new Matrix(new Float64Array(6), 2, 3), "Matrix 2 × 3"],
      [{ y: new Float32Array(92_610), sr: 44_100 }, "audio, 2.1 s at 44,100 Hz"],
      [new Map([[1, 2]]), "Map of 1 entry"],
      [new Set([1, 2]), "Set of 2 values"],
      [new Date(0), "date"],
      [new Date(Number.NaN), "invalid date"],
      [new RangeError("no"), "RangeError"],
      [/a/, "regular expression"],
      [Promise.resolve(1), "promise"],
      [(function* () {})(), "generator"],
      [{}, "empty object"],
      [{ a: 1, b: 2 }, "object {a, b}"],
      [{ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }, "object {a, b, c, d, and 2 more}"],
      [Object.create(null), "empty object"],
      [new Tune(), "Tune"],
      [Tune, "class Tune"],
      [KNeighborsClassifier, "class KNeighborsClassifier"],
      [new DummyClassifier(), 'DummyClassifier(strategy: "prior", constant: null, randomState: 0)'],
      [(x: number, y: number) => x + y, "function (x, y)"],
      [(x: number) => x, "function (x)"],
      // biome-ignore format: the spaces are what is tested
      [({ a = [1, 2] } : { a?: number[] }, k = 3) => [a, k], "function ({ a = [1, 2] }, k = 3)"],
      [async (x: number) => x, "async function (x)"],
      [function* notes() {}, "generator function ()"],
      [Math.max, "function (…)"],
      [{ nodeType: 1, nodeName: "svg" }, "<svg> element"],
    ]),
  )("says what a value is: %s", (kind, value) => {
    expect(kindOf(value)).toBe(kind);
  });

  test("has type and shape apart for a table", () => {
    expect(kindParts([1, 2])).toMatchObject({ type: "array of numbers", shape: "2" });
    expect(kindParts(new Matrix(new Float64Array(6), 2, 3))).toMatchObject({
      type: "Matrix",
      shape: "2 × 3",
    });
    expect(kindParts(3)).toMatchObject({ type: "number", shape: "" });
  });

  test.each(hostileValues)("does not throw for %s, and says something short", (_name, make) => {
    const kind = kindOf(make());
    expect(kind).not.toBe("");
    expect(kind.length).toBeLessThan(120);
  });

  test("is quick for a large array", () => {
    const large = Array.from({ length: 3_000_000 }, (_, i) => i);
    const started = performance.now();
    expect(kindOf(large)).toBe("array of 3,000,000 values");
    expect(performance.now() - started).toBeLessThan(50);
  });
});
