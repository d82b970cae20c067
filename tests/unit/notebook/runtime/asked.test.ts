import { describe, expect, test } from "vitest";
import { TestNotebook } from "./test-notebook.ts";

const onClick = (source: string) => ({ source, onClick: true });

describe("a cell that runs when asked", () => {
  test("is idle until then, and so are its readers, and the notebook is settled", async () => {
    const notebook = new TestNotebook({ a: onClick("const x = 1;"), b: "x", c: "const y = x + 1;", d: "y" });
    await notebook.settled();
    for (const id of ["a", "b", "c", "d"]) expect(notebook.state(id)).toBe("idle");
    expect(notebook.message("a")).toBeUndefined();
    expect(notebook.message("b")).toBe("Waiting for `x`, whose cell has not been run yet.");
    expect(notebook.message("d")).toBe("Waiting for `y`, whose cell has not been run yet.");
  });

  test("runs once when asked, and its readers with it", async () => {
    const notebook = new TestNotebook({ a: onClick("const x = 1;"), b: "x" });
    await notebook.settled();
    notebook.cell("a").run();
    await notebook.settled();
    expect(notebook.noted.get("a")!.states).toEqual(["queued", "idle", "queued", "running", "fulfilled"]);
    expect(notebook.shown("b")).toEqual([1]);
    expect(notebook.state("b")).toBe("fulfilled");
  });

  test.each([
    ["a value", "const x = k * 10;", 10],
    ["a promise", "const x = Promise.resolve(k * 10);", 10],
    ["a generator", "const x = (function* () { yield 0; yield k * 10; })();", 10],
    ["a function", "const x = {valueOf: () => k * 10};", 10],
  ])("is stale when an input changes, and holds %s", async (_, source, held) => {
    const notebook = new TestNotebook({ a: "const k = 1;", b: onClick(source), c: "Number(x)" });
    await notebook.settled();
    notebook.cell("b").run();
    await notebook.until(() => notebook.shown("c")[0] === held);
    notebook.set("a", "const k = 2;");
    await notebook.settled();
    expect(notebook.state("b")).toBe("stale");
    expect(notebook.state("c")).toBe("fulfilled");
    expect([notebook.message("b"), notebook.message("c")]).toEqual([undefined, undefined]);
    // A function of the run that is over reads the inputs of that run.
    expect(notebook.shown("c")).toEqual([held]);
    notebook.cell("b").run();
    await notebook.until(() => notebook.shown("c")[0] === 2 * held);
    expect(notebook.state("b")).toBe("fulfilled");
  });

  test("keeps what it shows when it is stale", async () => {
    const notebook = new TestNotebook({
      a: "const k = 1;",
      b: onClick("k * 10"),
      c: onClick("display(k * 20);"),
    });
    await notebook.settled();
    notebook.cell("b").run();
    notebook.cell("c").run();
    await notebook.settled();
    notebook.set("a", "const k = 2;");
    await notebook.settled();
    expect([notebook.shown("b"), notebook.shown("c")]).toEqual([[10], [20]]);
    expect([notebook.state("b"), notebook.state("c")]).toEqual(["stale", "stale"]);
  });

  test("that failed is idle again when its inputs change", async () => {
    const notebook = new TestNotebook({
      a: "const k = 1;",
      b: onClick("if (k === 1) throw new Error('no');"),
    });
    await notebook.settled();
    notebook.cell("b").run();
    await notebook.settled();
    expect(notebook.state("b")).toBe("rejected");
    notebook.set("a", "const k = 2;");
    await notebook.settled();
    expect([notebook.state("b"), notebook.message("b")]).toEqual(["idle", undefined]);
  });

  test("shows a fault in its source before it is asked, and a name that is nowhere when it is", async () => {
    const notebook = new TestNotebook({ a: onClick("const x = ;"), b: onClick("nowhere") });
    await notebook.settled();
    expect([notebook.state("a"), notebook.state("b")]).toEqual(["rejected", "idle"]);
    notebook.cell("b").run();
    await notebook.settled();
    expect(notebook.message("b")).toBe("`nowhere` is not defined in any cell.");
  });

  test("has nothing fetched that it names, until it is asked", async () => {
    let fetched = 0;
    const shared = { dfd: async () => ++fetched };
    const notebook = new TestNotebook({ a: onClick("dfd") }, { shared });
    await notebook.settled();
    expect(fetched).toBe(0);
    notebook.cell("a").run();
    await notebook.settled();
    expect(notebook.shown("a")).toEqual([1]);
  });
});

describe("a cell with a blank", () => {
  test("is idle, without an error, also when it is asked", async () => {
    const notebook = new TestNotebook({ a: "const k = ____;", b: "k" });
    await notebook.settled();
    notebook.cell("a").run();
    await notebook.settled();
    expect([notebook.state("a"), notebook.state("b")]).toEqual(["idle", "idle"]);
    expect(notebook.message("a")).toBeUndefined();
  });

  test("runs once it is filled in", async () => {
    const notebook = new TestNotebook({ a: "const k = ____;", b: "k" });
    await notebook.settled();
    notebook.rerun("a", "const k = 3;");
    await notebook.settled();
    expect(notebook.shown("b")).toEqual([3]);
  });

  test("that does not compile says why", async () => {
    const notebook = new TestNotebook({ a: "const k = (____;" });
    await notebook.settled();
    expect(notebook.cell("a").error).toMatchObject({ kind: "syntax", line: 1 });
  });
});

describe("a cell whose source was changed", () => {
  test("is stale until it is run", async () => {
    const notebook = new TestNotebook({ a: "1" });
    await notebook.settled();
    notebook.cell("a").outdate();
    expect(notebook.state("a")).toBe("stale");
    notebook.rerun("a", "2");
    await notebook.settled();
    expect(notebook.state("a")).toBe("fulfilled");
    expect(notebook.shown("a")).toEqual([2]);
  });

  test("stays stale when what it reads changes, until the new source is run", async () => {
    const notebook = new TestNotebook({ a: "const x = 1", b: "x + 1" });
    await notebook.settled();
    notebook.cell("b").outdate();
    notebook.rerun("a", "const x = 5");
    await notebook.settled();
    expect(notebook.state("b")).toBe("stale");
    notebook.rerun("b", "x + 10");
    await notebook.settled();
    expect(notebook.state("b")).toBe("fulfilled");
    expect(notebook.shown("b")).toEqual([15]);
  });

  test("stays idle when it has not been run", async () => {
    const notebook = new TestNotebook({ a: onClick("1") });
    await notebook.settled();
    notebook.cell("a").outdate();
    expect(notebook.state("a")).toBe("idle");
  });
});

describe("Stop", () => {
  test.each([
    ["await new Promise(() => {});", "an await"],
    ["const p = new Promise(() => {});", "a promise that is a name"],
    ["const g = (async function* () { await new Promise(() => {}); })();", "a generator"],
    ["new Promise(() => {})", "an expression"],
  ])("ends %s", async (source) => {
    const notebook = new TestNotebook({ a: source, reader: "p", generated: "g" });
    await notebook.until(() => notebook.state("a") === "running");
    notebook.cell("a").stop();
    expect(notebook.state("a")).toBe("stopped");
    await notebook.settled();
    expect([notebook.state("a"), notebook.message("a")]).toEqual(["stopped", undefined]);
    const reader = source.includes("const p") ? "reader" : source.includes("const g") ? "generated" : "a";
    if (reader !== "a")
      expect(notebook.message(reader)).toMatch(/^Waiting for `[pg]`, whose cell was stopped\.$/);
  });

  test("ends a loop that waits between its rounds", async () => {
    const waiting: (() => void)[] = [];
    const next = () => new Promise<void>((go) => waiting.push(go));
    const notebook = new TestNotebook({ a: "while (true) await next();" }, { shared: { next: () => next } });
    for (let round = 0; round < 3; ++round) {
      await notebook.until(() => waiting.length > 0);
      waiting.pop()!();
    }
    await notebook.until(() => waiting.length > 0);
    notebook.cell("a").stop();
    waiting.pop()!();
    await notebook.settled();
    expect(waiting).toEqual([]);
  });

  test("of a cell that still waits for its inputs keeps it from starting", async () => {
    const notebook = new TestNotebook({
      go: "const go = {};",
      a: "const x = new Promise((resolve) => { go.now = resolve; });",
      b: "x",
    });
    const go = (await notebook.runtime.value("go")) as { now(value: number): void };
    await notebook.until(() => "now" in go);
    expect(notebook.state("b")).toBe("queued");
    notebook.cell("b").stop();
    expect(notebook.state("b")).toBe("stopped");
    go.now(1);
    await notebook.settled();
    await notebook.afterAll();
    expect(notebook.noted.get("b")!.states).toEqual(["queued", "stopped"]);
    expect(notebook.shown("b")).toEqual([]);
  });

  test("of a cell that does nothing changes nothing", async () => {
    const notebook = new TestNotebook({ a: "1", b: "no()", c: onClick("2") });
    await notebook.settled();
    for (const id of ["a", "b", "c"]) notebook.cell(id).stop();
    expect(["a", "b", "c"].map((id) => notebook.state(id))).toEqual(["fulfilled", "rejected", "idle"]);
  });

  test("is undone by a change of the cell's inputs", async () => {
    const notebook = new TestNotebook({ a: "const x = 1;", b: "x === 1 ? new Promise(() => {}) : x" });
    await notebook.until(() => notebook.state("b") === "running");
    notebook.cell("b").stop();
    await notebook.settled();
    notebook.set("a", "const x = 2;");
    await notebook.settled();
    expect(notebook.shown("b")).toEqual([2]);
  });

  test("takes the error of an earlier run away", async () => {
    const notebook = new TestNotebook({
      a: "const x = 1;",
      b: "if (x === 1) no(); await new Promise(() => {});",
    });
    notebook.set("no", "const no = () => { throw new Error('no'); };");
    await notebook.settled();
    expect(notebook.message("b")).toMatch(/^no/);
    notebook.set("a", "const x = 2;");
    await notebook.until(() => notebook.state("b") === "running");
    notebook.cell("b").stop();
    await notebook.settled();
    expect(notebook.message("b")).toBeUndefined();
  });
});
