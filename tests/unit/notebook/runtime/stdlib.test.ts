import { describe, expect, test } from "vitest";
import type { CellContext } from "../../../../src/notebook/runtime/index.ts";
import { TestNotebook } from "./test-notebook.ts";

describe("an entry for the whole notebook", () => {
  test("is made when it is first named, once", async () => {
    let made = 0;
    const shared = { thing: async () => ({ number: ++made }), other: () => expect.fail("nobody named it") };
    const notebook = new TestNotebook({ a: "1" }, { shared });
    await notebook.settled();
    expect(made).toBe(0);
    notebook.set("b", "thing.number");
    notebook.set("c", "thing.number");
    await notebook.settled();
    notebook.rerun("b");
    await notebook.settled();
    expect([notebook.shown("b"), notebook.shown("c"), made]).toEqual([[1], [1], 1]);
  });

  test("that cannot be made is an error of who names it, in its own words", async () => {
    const shared = {
      thing: async () => {
        throw new Error("The file is not there.");
      },
    };
    const notebook = new TestNotebook({ a: "1;\nthing" }, { shared });
    await notebook.settled();
    expect(notebook.cell("a").error).toMatchObject({ line: 2, message: "The file is not there." });
  });
});

describe("an entry for each run of a cell", () => {
  test("is fresh for each, and knows its cell", async () => {
    const made: string[] = [];
    const perCell = {
      random: async ({ cellId }: CellContext) => {
        made.push(cellId);
        let count = 0;
        return () => ++count;
      },
    };
    const cells = { a: "const x = 1;", b: "x; display(random()); display(random());", c: "random()" };
    const notebook = new TestNotebook(cells, { perCell });
    await notebook.settled();
    notebook.set("a", "const x = 2;");
    await notebook.settled();
    expect(notebook.shown("b")).toEqual([1, 2]);
    expect(notebook.shown("c")).toEqual([1]);
    expect(made.toSorted()).toEqual(["b", "b", "c"]);
  });

  test("hears when the run ends, by a change, by Stop and by removal", async () => {
    const reasons: unknown[] = [];
    let invalidated = 0;
    const perCell = {
      work: ({ signal, invalidation }: CellContext) => {
        signal.addEventListener("abort", () => reasons.push((signal.reason as Error).message));
        invalidation.then(() => ++invalidated);
        return 1;
      },
    };
    const notebook = new TestNotebook(
      { a: "const x = 1;", b: "x; work; await new Promise(() => {});" },
      { perCell },
    );
    const running = (count: number) =>
      notebook.until(() => notebook.state("b") === "running" && reasons.length === count);
    await running(0);
    notebook.set("a", "const x = 2;");
    await running(1);
    notebook.cell("b").stop();
    expect(invalidated).toBe(1);
    notebook.rerun("b");
    await running(2);
    notebook.remove("b");
    expect(reasons).toEqual([
      "The cell has started anew.",
      "The cell was stopped.",
      "The cell has started anew.",
    ]);
    await notebook.until(() => invalidated === 3);
  });

  test("that cannot be made is the cell's error", async () => {
    const perCell = {
      work: async () => {
        throw new Error("No worker could be started.");
      },
    };
    const notebook = new TestNotebook({ a: "work" }, { perCell });
    await notebook.settled();
    expect(notebook.message("a")).toBe("No worker could be started.");
  });
});

test("cells that name what takes time to load wait for it, and no others", async () => {
  let loaded: (value: number) => void = () => {};
  const thing = new Promise<number>((resolve) => {
    loaded = resolve;
  });
  const notebook = new TestNotebook({ a: "thing + 1", b: "2" }, { shared: { thing: () => thing } });
  await notebook.until(() => notebook.state("b") === "fulfilled");
  expect(notebook.state("a")).toBe("queued");
  loaded(1);
  await notebook.settled();
  expect(notebook.shown("a")).toEqual([2]);
});
