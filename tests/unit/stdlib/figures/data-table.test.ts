import { expect, test } from "vitest";
import { readable } from "../../../../src/stdlib/figures/data-table.ts";

test("numbers are rounded to what can be read, and those too large to count are a power of ten", () => {
  expect(readable(0.123456)).toBe("0.123");
  expect(readable(-1200)).toBe("\u22121200");
  expect(readable(230_260_182)).toBe("230260182");
  expect(readable(5.5564e202)).toBe("5.6\u202f×\u202f10²⁰²");
  expect(readable(-2e9)).toBe("\u22122.0\u202f×\u202f10⁹");
  expect(readable(Number.POSITIVE_INFINITY)).toBe("–");
});
