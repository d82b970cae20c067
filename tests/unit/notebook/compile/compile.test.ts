import { describe, expect, test } from "vitest";
import { CellSyntaxError, compile, hasBlank, tryCompile } from "../../../../src/notebook/compile/index.ts";
import { evaluateCell, lineThrown } from "./evaluate.ts";

describe("an expression", () => {
  test("shows itself", () => {
    expect(compile("1 + 1")).toMatchObject({ inputs: [], outputs: [], autodisplay: true });
  });

  test("that displays does not show itself as well", () => {
    expect(compile("display(x)")).toMatchObject({ inputs: ["display", "x"], autodisplay: false });
  });

  test("is handed over as the value of the body", async () => {
    expect(await evaluateCell("a + await b", { a: 1, b: Promise.resolve(2) })).toEqual({ value: 3 });
    expect(await evaluateCell("{a: 1} // an object")).toEqual({ value: { a: 1 } });
  });

  test("that is a promise or a generator is not waited for by the body", async () => {
    const { value } = await evaluateCell("Promise.resolve(1)");
    expect(value).toBeInstanceOf(Promise);
  });
});

describe("a program", () => {
  test("hands over its top-level names, and no inner ones", async () => {
    const source = `
const {a, b: [c]} = {a: 1, b: [2]};
let d = a + c, e;
for (let i = 0; i < 2; ++i) d += i;
function f() { const inner = 1; return inner; }
class G {}
{ let hidden = 1; }`;
    expect(compile(source).outputs).toEqual(["a", "c", "d", "e", "f", "G"]);
    expect(await evaluateCell(source)).toMatchObject({ a: 1, c: 2, d: 4, e: undefined });
  });

  test("reads the names that it does not define, built-in ones apart", () => {
    expect(compile("const y = Math.sin(x) + other").inputs).toEqual(["x", "other"]);
  });

  test("may be empty, or no more than a comment", async () => {
    expect(await evaluateCell("")).toEqual({});
    expect(await evaluateCell("// nothing yet")).toEqual({});
  });

  test("runs in strict mode, so that a mistyped name is not a new global", () => {
    expect(() => compile("const a = 1;\nb = 2;")).toThrow(/`b` is not this cell's own name/);
  });
});

describe("lines", () => {
  test("stay the learner's, whatever is put in", async () => {
    const source = `import {
  a
} from "x";
for (const i of [1])
  for (const j of [1])
    (() =>
      j)();
while (
  false
) {}
const f = async () =>
  ({});
throw new Error("here");`;
    expect(await lineThrown(source, { x: { a: 1 } })).toBe(13);
  });

  test("of an expression count from its first", async () => {
    expect(await lineThrown("1 +\n\n(() => { throw new Error(); })()")).toBe(3);
  });

  test("where a name is declared, or first read, are known", () => {
    expect(compile("const a = 1;\nconst b = a +\n  c;\nc + c;").lines).toEqual({ a: 1, b: 2, c: 3 });
  });

  test("are known of names that every object has", () => {
    expect(compile("const a = 1;\ntoString(valueOf)").lines).toEqual({ a: 1, toString: 2, valueOf: 2 });
  });
});

describe("code that is nested more deeply than the parser's stack", () => {
  const message = "This code is nested too deeply to be read.";

  test.each([
    ["a long chain", `a${".b".repeat(40_000)}`],
    ["a long sum", `const x = 1${"+1".repeat(30_000)};`],
    ["many brackets", `${"[".repeat(20_000)}${"]".repeat(20_000)}`],
  ])("such as %s is told like a fault in the source", (_, source) => {
    expect(() => compile(source)).toThrow(CellSyntaxError);
    expect(tryCompile(source)).toMatchObject({
      compiled: null,
      syntaxError: { kind: "syntax", message, line: 1 },
    });
  });

  test("still says which names it means to define", () => {
    expect(tryCompile(`const x = 1${"+1".repeat(30_000)};`).names).toEqual(["x"]);
  });
});

describe("a blank", () => {
  test("is four underscores that stand alone", () => {
    expect(hasBlank("const k = ____;")).toBe(true);
    expect(hasBlank("f(____, 1)")).toBe(true);
    expect(hasBlank("const k = _____;")).toBe(false);
    expect(hasBlank("const my____name = __;")).toBe(false);
  });
});

describe("the budget", () => {
  test.each([
    ["// @budget 10s\nf()", 10_000],
    ["  //  @budget 1.5 s  \nf()", 1500],
    ["f();\n// @budget 100ms", 100],
    ["f()", undefined],
    ["// @budget much\nf()", undefined],
    ["f() // a text on @budget 10s", undefined],
  ])("of %j is %s", (source, budgetMs) => {
    expect(compile(source).budgetMs).toBe(budgetMs);
  });
});
