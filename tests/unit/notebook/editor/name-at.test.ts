import { describe, expect, test } from "vitest";
import { nameAt } from "../../../../src/notebook/editor/name-at.ts";
import { codeAt } from "./code-at.ts";

function found(marked: string) {
  const { code, at } = codeAt(marked);
  return nameAt(code, at);
}

describe("the name at a place", () => {
  test.each(["¦slider(1)", "sl¦ider(1)", "slider¦(1)"])("%s is found from its start to its end", (marked) => {
    expect(found(marked)).toMatchObject({ name: "slider", from: 0, to: 6, doc: { summary: "A slider." } });
  });

  test("is another cell's", () => {
    expect(found("x + k¦")).toMatchObject({ name: "k", cellName: { cell: "input", kind: "number" } });
  });

  test("is a method, by what it is called on", () => {
    expect(found("new Knn().fi¦t(X)")?.doc?.signature).toBe(".fit(X, y) → itself");
    expect(found("other.fi¦t(X)")).toBeUndefined();
  });

  test("that a function has for itself is no other cell's", () => {
    const name = found("(k) => k¦ + 1");
    expect(name).not.toHaveProperty("cellName");
    expect(name?.definition).toMatchObject({ from: 1, isTopLevel: false });
  });

  test.each(["1 +¦ 2", '"sli¦der"', "// sli¦der"])("is none in %s", (marked) => {
    expect(found(marked)).toBeUndefined();
  });
});

describe("where a name is declared", () => {
  test.each([
    ["const a = 1;\na¦", 6],
    ["a¦();\nfunction a() {}", 14],
    ["class A {}\nnew A¦()", 6],
    ["const [p, {q}] = x;\nq¦", 11],
    ['import {m} from "d3";\nm¦', 8],
    ["const a = 1;\n{ const a = 2; a¦ }", 21],
    ["const a = 1;\n{ const a = 2; }\na¦", 6],
    ["for (const i of x) i¦", 11],
    ["try {} catch (e) { e¦ }", 14],
    ["const f = function g() { g¦ }", 19],
  ])("%s", (marked, from) => {
    expect(found(marked)?.definition?.from).toBe(from);
  });

  test("is not in this cell", () => {
    expect(found("drums¦")).not.toHaveProperty("definition");
  });
});
