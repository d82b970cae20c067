import { describe, expect, test } from "vitest";
import { codeFindings } from "../../../../src/notebook/editor/code-findings.ts";
import { names } from "./code-at.ts";

/** The findings of a source, each with the stretch of it that is marked. */
function found(source: string, cell?: string, known = names) {
  return codeFindings(source, known, cell).map(({ from, to, severity, message }) => ({
    at: source.slice(from, to),
    from,
    severity,
    message,
  }));
}

describe("code that does not compile", () => {
  test.each([
    ["const x = [1, 2;", ";"],
    ["const one = 1;\nconst x = = 2;", "="],
    ["const x = 1;\nconst x = 2;", "x"],
    ["drums = 3;", "drums"],
    ["export const x = 1", "export"],
    ["const s = 'open", "'"],
    ["foo(", "("],
    ["if (x) {\n  y();\n\n", ";"],
  ])("%s is marked under what is wrong", (source, at) => {
    const [finding, ...more] = found(source);
    expect(finding).toMatchObject({ at, severity: "error" });
    expect(more).toEqual([]);
  });

  test("is marked in its line", () => {
    expect(found("const one = 1;\nconst x = [1, 2;")[0]?.from).toBe(30);
  });
});

describe("names", () => {
  test("of cells, of the library, of the language and of the cell itself are known", () => {
    expect(found("const mine = slider('a', [k, Math.PI]); display(mine); (q) => q; undefined")).toEqual([]);
  });

  test("that nothing has are marked wherever they are read, with the nearest one that is meant", () => {
    expect(found("silder(1);\nconst a = drumz + zzz")).toEqual([
      {
        at: "silder",
        from: 0,
        severity: "warning",
        message: "`silder` is not defined in any cell. Did you mean `slider`?",
      },
      {
        at: "drumz",
        from: 21,
        severity: "warning",
        message: "`drumz` is not defined in any cell. Did you mean `drums`?",
      },
      { at: "zzz", from: 29, severity: "warning", message: "`zzz` is not defined in any cell." },
    ]);
  });

  test("that the cell itself had when it last ran, and has no longer, are unknown", () => {
    expect(found("k + 1", "input")).toMatchObject([{ at: "k" }]);
    expect(found("k + 1", "other")).toEqual([]);
  });

  test("say nothing while the library is not known, nor in a blank", () => {
    expect(found("oops", undefined, { ...names, library: new Map() })).toEqual([]);
    expect(found("const a = ____;")).toEqual([]);
  });

  test("an empty cell says nothing", () => {
    expect(found(" \n")).toEqual([]);
  });
});
