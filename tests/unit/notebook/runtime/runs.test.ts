import { describe, expect, test } from "vitest";
import type { CellContext } from "../../../../src/notebook/runtime/index.ts";
import { createRun } from "../../../../src/stdlib/compute/run.ts";
import { TestNotebook } from "./test-notebook.ts";

type Sink = Parameters<Parameters<typeof createRun>[0]["start"]>[0];

/** Long work whose steps the test takes; cells start it by `work()`. */
function stepped(cells: ConstructorParameters<typeof TestNotebook>[0]) {
  const started: { name: string; sink: Sink; cancelled: boolean }[] = [];
  const work =
    ({ signal, track }: CellContext) =>
    (name = "work") =>
      createRun({
        name,
        signal,
        track: (run) => track(run as never),
        start(sink) {
          const one = { name, sink, cancelled: false };
          started.push(one);
          return {
            cancel() {
              one.cancelled = true;
            },
          };
        },
      });
  const notebook = new TestNotebook(cells, { perCell: { work } });
  const begun = (count = 1) => notebook.until(() => started.length === count);
  return { notebook, started, begun };
}

const cells = { a: "const r = work();", b: "r" };

describe("a Run at top level", () => {
  test("hands its partial results to other cells, and last of all its result", async () => {
    const { notebook, started, begun } = stepped(cells);
    await begun();
    const { sink } = started[0]!;
    for (const part of [1, 2, 3]) {
      sink.step({ progress: part / 4, partial: part });
      await notebook.until(() => notebook.shown("b")[0] === part);
      expect(notebook.state("a")).toBe("running");
      expect(notebook.runtime.state).toBe("running");
    }
    sink.done("all");
    await notebook.settled();
    expect(notebook.shown("b")).toEqual(["all"]);
    expect([notebook.state("a"), notebook.state("b")]).toEqual(["fulfilled", "fulfilled"]);
    expect(await notebook.runtime.value("r")).toBe("all");
  });

  test("that is done with its first result hands that over", async () => {
    const { notebook, started, begun } = stepped(cells);
    await begun();
    started[0]!.sink.done("all");
    await notebook.settled();
    expect(notebook.shown("b")).toEqual(["all"]);
  });

  test("shows its progress until it ends", async () => {
    const { notebook, started, begun } = stepped(cells);
    await begun();
    started[0]!.sink.step({ progress: 0.5, partial: 1 });
    await notebook.until(() => notebook.shown("b")[0] === 1);
    started[0]!.sink.done(2);
    await notebook.settled();
    expect(notebook.noted.get("a")!.progressed).toEqual([0, 0.5, null]);
  });

  test("that is an expression shows its partial results itself", async () => {
    const { notebook, started, begun } = stepped({ a: "work()" });
    await begun();
    started[0]!.sink.step({ progress: 0.5, partial: 1 });
    await notebook.until(() => notebook.shown("a")[0] === 1);
    started[0]!.sink.done(2);
    await notebook.settled();
    expect(notebook.shown("a")).toEqual([2]);
  });

  test.each([0, 1])(
    "that fails after %i results fails its cell and its readers, and settles once",
    async (steps) => {
      const { notebook, started, begun } = stepped(cells);
      await begun();
      if (steps > 0) {
        started[0]!.sink.step({ progress: 0.5, partial: 1 });
        await notebook.until(() => notebook.shown("b")[0] === 1);
      }
      started[0]!.sink.failed(new Error("a fold is empty"));
      await notebook.settled();
      expect(notebook.message("a")).toBe("a fold is empty");
      expect(notebook.noted.get("a")!.states).toEqual(["queued", "running", "rejected"]);
      await notebook.until(() => notebook.state("b") === "rejected");
      expect(notebook.message("b")).toBe("Waiting for `r`, which failed.");
    },
  );

  test("is cancelled when an input of its cell changes, and starts anew", async () => {
    const { notebook, started, begun } = stepped({ x: "const x = 1;", a: "x; const r = work();", b: "r" });
    await begun();
    started[0]!.sink.step({ progress: 0.5, partial: "old" });
    await notebook.until(() => notebook.shown("b")[0] === "old");
    notebook.set("x", "const x = 2;");
    await begun(2);
    expect(started.map(({ cancelled }) => cancelled)).toEqual([true, false]);
    started[1]!.sink.done("new");
    await notebook.settled();
    expect(notebook.shown("b")).toEqual(["new"]);
  });

  test("is cancelled when its cell is taken out, and when the notebook is closed", async () => {
    const { notebook, started, begun } = stepped({ a: "const r = work();", c: "const s = work();" });
    await begun(2);
    notebook.remove("a");
    expect(started.filter(({ cancelled }) => cancelled)).toHaveLength(1);
    notebook.dispose();
    expect(started.filter(({ cancelled }) => cancelled)).toHaveLength(2);
  });
});

describe("Stop", () => {
  test.each(["at once", "later"])("ends a Run and keeps its last partial result, asked %s", async (when) => {
    const { notebook, started, begun } = stepped(cells);
    await begun();
    started[0]!.sink.step({ progress: 0.5, partial: 1 });
    await notebook.until(() => notebook.shown("b")[0] === 1);
    // Later, the next result is being waited for already.
    if (when === "later") await notebook.afterAll();
    notebook.cell("a").stop();
    expect(started[0]!.cancelled).toBe(true);
    expect(notebook.state("a")).toBe("stopped");
    await notebook.settled();
    await notebook.afterAll();
    expect(notebook.noted.get("a")!.states).toEqual(["queued", "running", "stopped"]);
    expect(notebook.noted.get("a")!.progressed.at(-1)).toBeNull();
    expect(notebook.shown("b")).toEqual([1]);
    expect(notebook.state("b")).toBe("fulfilled");
  });

  test("before the first partial result leaves readers waiting for a cell that was stopped", async () => {
    const { notebook, begun } = stepped(cells);
    await begun();
    notebook.cell("a").stop();
    await notebook.settled();
    expect(notebook.state("a")).toBe("stopped");
    expect(notebook.state("b")).toBe("idle");
    expect(notebook.message("b")).toBe("Waiting for `r`, whose cell was stopped.");
  });

  test("ends a Run that is awaited", async () => {
    const { notebook, started, begun } = stepped({ a: "const r = await work();", b: "r" });
    await begun();
    notebook.cell("a").stop();
    await notebook.settled();
    expect(started[0]!.cancelled).toBe(true);
    expect(notebook.noted.get("a")!.states).toEqual(["queued", "running", "stopped"]);
  });

  test("is undone by running the cell again", async () => {
    const { notebook, started, begun } = stepped(cells);
    await begun();
    notebook.cell("a").stop();
    await notebook.settled();
    notebook.rerun("a");
    await begun(2);
    started[1]!.sink.done("all");
    await notebook.settled();
    expect(notebook.shown("b")).toEqual(["all"]);
  });
});

describe("a Run inside its cell", () => {
  test("is its result when it is awaited, and shows its progress meanwhile", async () => {
    const { notebook, started, begun } = stepped({ a: "const r = await work(); const s = r + 1;", b: "s" });
    await begun();
    started[0]!.sink.step({ progress: 0.25, partial: 1 });
    started[0]!.sink.done(5);
    await notebook.settled();
    expect(notebook.shown("b")).toEqual([6]);
    expect(notebook.noted.get("a")!.progressed).toEqual([0, 0.25, null]);
  });

  test("that fails can be caught", async () => {
    const { notebook, started, begun } = stepped({
      a: "const r = await work().catch((error) => error.message);",
      b: "r",
    });
    await begun();
    started[0]!.sink.failed(new Error("no"));
    await notebook.settled();
    expect(notebook.shown("b")).toEqual(["no"]);
  });

  test("of which something else is read says what to do", async () => {
    const { notebook } = stepped({ a: "1;\nwork().mean" });
    await notebook.settled();
    expect(notebook.cell("a").error).toMatchObject({
      line: 2,
      message: expect.stringMatching(/fills in bit by bit/),
    });
  });

  test("keeps the cell running although nobody reads it", async () => {
    const { notebook, started, begun } = stepped({ a: "work().then((r) => display(r));" });
    await begun();
    await notebook.until(() => notebook.noted.get("a")!.progressed.length > 0);
    expect(notebook.state("a")).toBe("running");
    started[0]!.sink.done(5);
    await notebook.settled();
    await notebook.until(() => notebook.shown("a")[0] === 5);
    expect(notebook.state("a")).toBe("fulfilled");
  });
});

describe("two Runs in one cell", () => {
  test("show the progress of the one that is behind, and end with the last", async () => {
    const { notebook, started, begun } = stepped({ a: 'const r = work("r"), s = work("s");', b: "[r, s]" });
    await begun(2);
    const [r, s] = ["r", "s"].map((name) => started.find((one) => one.name === name)!.sink) as [Sink, Sink];
    r.step({ progress: 0.9, partial: 1 });
    s.step({ progress: 0.1, partial: 2 });
    await notebook.until(() => notebook.shown("b").length > 0);
    expect(notebook.noted.get("a")!.progressed.at(-1)).toBe(0.1);
    r.done(3);
    await notebook.until(() => (notebook.shown("b")[0] as number[])[0] === 3);
    expect(notebook.state("a")).toBe("running");
    s.done(4);
    await notebook.settled();
    expect(notebook.shown("b")).toEqual([[3, 4]]);
    expect(notebook.state("a")).toBe("fulfilled");
  });
});
