import { describe, expect, test } from "vitest";
import { compile } from "../../../../src/notebook/compile/index.ts";
import { TestNotebook } from "./test-notebook.ts";

const own = (source: string) => ({ source, isPrivate: true });

describe("a cell whose names are its own", () => {
  test("reads the notebook's names, and shows what it shows", async () => {
    const notebook = new TestNotebook({ a: "const x = 2;", b: own("const y = x * 10; display(y);") });
    await notebook.settled();
    expect(notebook.shown("b")).toEqual([20]);
    expect(notebook.cell("b").exports).toEqual({ y: 20 });
    notebook.set("a", "const x = 3;");
    await notebook.settled();
    expect(notebook.cell("b").exports).toEqual({ y: 30 });
  });

  test("hands no name to other cells, and may use any that another such cell or the notebook has", async () => {
    const notebook = new TestNotebook({
      a: own("const answer = 1;"),
      b: own("const answer = 2;"),
      c: "const x = 5;",
      d: own("const x = 6;"),
      e: "answer",
      f: "x",
    });
    await notebook.settled();
    expect(["a", "b", "d"].map((id) => notebook.cell(id).exports)).toEqual([
      { answer: 1 },
      { answer: 2 },
      { x: 6 },
    ]);
    expect(notebook.message("e")).toContain("answer");
    expect(notebook.shown("f")).toEqual([5]);
  });

  test("has made nothing when it failed, or has not run", async () => {
    const notebook = new TestNotebook({ a: own("const y = 1;") });
    await notebook.settled();
    notebook.rerun("a", own("throw new Error('no')"));
    await notebook.settled();
    expect(notebook.cell("a").exports).toBeNull();
  });
});

describe("code that is run once beside the cells", () => {
  const cells = {
    a: "const x = 2;",
    b: "const late = new Promise((resolve) => setTimeout(() => resolve(7)));",
  };
  const evaluate = (notebook: TestNotebook, source: string, names: Record<string, unknown> = {}) =>
    notebook.runtime.evaluate("once", compile(source), new Map(Object.entries(names)));

  test("reads what cells define, waits for it, and its own names win", async () => {
    const notebook = new TestNotebook(cells, { shared: { ten: () => 10 } });
    expect(await evaluate(notebook, "x + late + ten")).toEqual({ value: 19 });
    expect(await evaluate(notebook, "x + 1", { x: 100 })).toEqual({ value: 101 });
  });

  test("shows nothing and leaves nothing in the notebook", async () => {
    const notebook = new TestNotebook(cells);
    expect(await evaluate(notebook, "const z = display(x);")).toEqual({ z: 2 });
    await expect(notebook.runtime.value("z")).rejects.toThrow("z is not defined");
  });

  test("throws what it throws, what a cell threw that it reads, and is cut when it does not end", async () => {
    const notebook = new TestNotebook({
      bad: "const broken = (() => { throw new Error('out of tune'); })();",
    });
    await expect(evaluate(notebook, "nowhere")).rejects.toThrow("nowhere is not defined");
    await expect(evaluate(notebook, "broken")).rejects.toThrow("out of tune");
    await expect(evaluate(notebook, "(() => { throw new Error('flat'); })()")).rejects.toThrow("flat");
    await expect(evaluate(notebook, "// @budget 50ms\nwhile (true) {}")).rejects.toThrow(
      "kept the page busy",
    );
  });
});
