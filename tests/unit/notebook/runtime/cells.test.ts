import { describe, expect, test } from "vitest";
import { MovedInput } from "./moved-input.ts";
import { TestNotebook } from "./test-notebook.ts";

describe("a cell", () => {
  test("is queued, runs, and is fulfilled", async () => {
    const notebook = new TestNotebook({ a: "const x = 1;" });
    await notebook.settled();
    expect(notebook.noted.get("a")!.states).toEqual(["queued", "running", "fulfilled"]);
    expect(await notebook.runtime.value("x")).toBe(1);
  });

  test("reads the names of other cells, in whatever order they stand", async () => {
    const notebook = new TestNotebook({ sum: "a + b", b: "const b = a + 1;", a: "const a = 1;" });
    await notebook.settled();
    expect(notebook.shown("sum")).toEqual([3]);
  });

  test("that is a program shows what it displays, and nothing else", async () => {
    const notebook = new TestNotebook({ a: "display(1); const x = 2; display(x); x + 1;" });
    await notebook.settled();
    expect(notebook.shown("a")).toEqual([1, 2]);
  });

  test("that is an expression shows itself, also when that is undefined", async () => {
    const notebook = new TestNotebook({ a: "[1, 2].map((x) => 2 * x)", b: "void 0", c: "display(5)" });
    await notebook.settled();
    expect(notebook.shown("a")).toEqual([[2, 4]]);
    expect(notebook.shown("b")).toEqual([undefined]);
    expect(notebook.shown("c")).toEqual([5]);
  });

  test("display gives back what it shows", async () => {
    const notebook = new TestNotebook({ a: "const x = display(5);", b: "x" });
    await notebook.settled();
    expect(notebook.shown("b")).toEqual([5]);
  });

  test("that is given another source runs that, and so do its readers", async () => {
    const notebook = new TestNotebook({ a: "const x = 1;", b: "x * 10" });
    await notebook.settled();
    notebook.set("a", "const x = 2;");
    await notebook.settled();
    expect(notebook.shown("b")).toEqual([20]);
  });

  test("keeps what it showed until its next run shows something, or ends with nothing to show", async () => {
    const notebook = new TestNotebook({
      a: "const x = 1;",
      b: "const p = await new Promise((go) => open.push(go)); if (x < 3) display(x);",
      open: "const open = [];",
    });
    const open = await notebook.runtime.value("open");
    const next = async () => {
      await notebook.until(() => (open as unknown[]).length > 0);
      const shown = notebook.shown("b");
      (open as (() => void)[]).shift()!();
      await notebook.settled();
      return [shown, notebook.shown("b")];
    };
    expect(await next()).toEqual([[], [1]]);
    notebook.set("a", "const x = 2;");
    expect(await next()).toEqual([[1], [2]]);
    notebook.set("a", "const x = 3;");
    expect(await next()).toEqual([[2], []]);
  });

  test("shows nothing any more once its inputs have changed", async () => {
    const notebook = new TestNotebook({
      a: "const x = 1;",
      late: "const late = {};",
      b: "late[x] = display; display(x);",
    });
    await notebook.settled();
    notebook.set("a", "const x = 2;");
    await notebook.settled();
    const late = (await notebook.runtime.value("late")) as Record<number, (value: string) => string>;
    expect([late[1]!("old"), late[2]!("new")]).toEqual(["old", "new"]);
    expect(notebook.shown("b")).toEqual([2, "new"]);
  });

  test("that is taken out is not defined any more", async () => {
    const notebook = new TestNotebook({ a: "const x = 1;", b: "x" });
    await notebook.settled();
    notebook.remove("a");
    await notebook.settled();
    expect(notebook.state("b")).toBe("rejected");
    notebook.set("a", "const x = 3;");
    await notebook.settled();
    expect(notebook.shown("b")).toEqual([3]);
  });
});

describe("why did this run again?", () => {
  test("the first run has no reason, a later one names the inputs that changed", async () => {
    const [x, y] = [new MovedInput(1), new MovedInput(2)];
    const notebook = new TestNotebook(
      { x: "const x = view(inputX);", y: "const y = view(inputY);", sum: "x + y", other: "y" },
      { shared: { inputX: () => x, inputY: () => y } },
    );
    await notebook.settled();
    expect(notebook.cell("sum").reasons).toEqual([]);
    x.move(5);
    await notebook.settled();
    expect(notebook.shown("sum")).toEqual([7]);
    expect(notebook.cell("sum").reasons).toEqual(["x"]);
    expect(notebook.cell("other").reasons).toEqual([]);
    x.move(6);
    y.move(7);
    await notebook.settled();
    expect(notebook.shown("sum")).toEqual([13]);
  });

  test("a run that was asked for has none", async () => {
    const notebook = new TestNotebook({ a: "const x = 1;", b: "x" });
    await notebook.settled();
    notebook.set("a", "const x = 2;");
    await notebook.settled();
    expect(notebook.cell("b").reasons).toEqual(["x"]);
    notebook.rerun("b");
    await notebook.settled();
    expect(notebook.cell("b").reasons).toEqual([]);
  });
});

describe("invalidation", () => {
  test("comes when an input changes, when the cell runs anew, and when it is taken out", async () => {
    const notebook = new TestNotebook({
      ended: "const ended = [];",
      a: "const x = 1;",
      b: "invalidation.then(() => ended.push(x));",
    });
    await notebook.settled();
    notebook.set("a", "const x = 2;");
    await notebook.settled();
    notebook.rerun("b");
    await notebook.settled();
    const ended = (await notebook.runtime.value("ended")) as number[];
    expect(ended).toEqual([1, 2]);
    notebook.remove("b");
    await notebook.until(() => ended.length === 3);
    expect(ended).toEqual([1, 2, 2]);
  });

  test("gives the cell time to clean up, in loops and functions and after a Stop too", async () => {
    const notebook = new TestNotebook({
      ended: "const ended = [];",
      a: "const x = 1;",
      b: `
invalidation.then(() => {
  for (const step of [1, 2]) ended.push(x + step / 10);
});
(async () => {
  await invalidation;
  ended.push(x);
})();
if (x === 2) await new Promise(() => {});`,
    });
    await notebook.settled();
    notebook.set("a", "const x = 2;");
    const ended = (await notebook.runtime.value("ended")) as number[];
    expect(ended).toEqual([1.1, 1.2, 1]);
    await notebook.until(() => notebook.state("b") === "running");
    notebook.cell("b").stop();
    await notebook.settled();
    expect(ended).toHaveLength(3);
    notebook.rerun("b", "1");
    await notebook.settled();
    expect(ended).toEqual([1.1, 1.2, 1, 2.1, 2.2, 2]);
  });

  test("ends work that the cell has left behind", async () => {
    const notebook = new TestNotebook({
      steps: "const steps = Object.assign([], {cut: () => steps.push('cut')});",
      a: "const x = 1;",
      b: "(async () => { while (true) { await new Promise((go) => setTimeout(go)); steps.push(x); } })().catch(steps.cut);",
    });
    const steps = (await notebook.runtime.value("steps")) as unknown[];
    await notebook.until(() => steps.includes(1));
    notebook.set("a", "const x = 2;");
    await notebook.until(() => steps.filter((step) => step === 2).length > 3);
    const cut = steps.indexOf("cut");
    expect(steps.indexOf(1, cut)).toBe(-1);
    notebook.remove("b");
    await notebook.until(() => steps.filter((step) => step === "cut").length === 2);
  });
});

describe("a promise that never settles", () => {
  test.each([
    ["awaited by the cell", "await new Promise(() => {}); const y = x;"],
    ["the value of a name", "const y = x === 1 ? new Promise(() => {}) : x;"],
    [
      "in a generator",
      "const y = (async function* () { if (x === 1) await new Promise(() => {}); yield x; })();",
    ],
    ["out of a generator", "const y = (function* () { yield x === 1 ? new Promise(() => {}) : x; })();"],
  ])("%s does not outlast a change of the cell's inputs", async (_, source) => {
    const notebook = new TestNotebook({
      a: "const x = 1;",
      b: source.replace("await new", "if (x === 1) await new").replace("if (x === 1) if", "if"),
      c: "y",
    });
    await notebook.until(() => notebook.state("b") === "running");
    notebook.set("a", "const x = 2;");
    await notebook.settled();
    expect(notebook.shown("c")).toEqual([2]);
  });

  test("that is an expression does not, either", async () => {
    const notebook = new TestNotebook({ a: "const x = 1;", b: "x === 1 ? new Promise(() => {}) : x" });
    await notebook.until(() => notebook.state("b") === "running");
    notebook.set("a", "const x = 2;");
    await notebook.settled();
    expect(notebook.shown("b")).toEqual([2]);
  });
});
