import { describe, expect, test } from "vitest";
import { TestNotebook } from "./test-notebook.ts";

const cells = {
  a: "const x = 1, y = Promise.resolve(2);",
  b: "const z = x + y;",
  c: { source: "const w = z;", onClick: true },
  d: "const v = no;",
  "inline-1": "x",
};

describe("the names of a notebook", () => {
  test("are told with what they stand for and who uses them, but for expressions in sentences", async () => {
    const notebook = new TestNotebook(cells);
    await notebook.settled();
    expect(notebook.runtime.namedValues()).toEqual([
      { name: "x", cell: "a", usedBy: ["b"], state: "fulfilled", value: 1 },
      { name: "y", cell: "a", usedBy: ["b"], state: "fulfilled", value: 2 },
      { name: "z", cell: "b", usedBy: ["c"], state: "fulfilled", value: 3 },
      { name: "w", cell: "c", usedBy: [], state: "idle" },
      { name: "v", cell: "d", usedBy: [], state: "rejected" },
    ]);
  });

  test("stand in the order of the document", async () => {
    const notebook = new TestNotebook(cells);
    notebook.runtime.order(["d", "c", "b", "a"]);
    expect(notebook.runtime.namedValues().map(({ name }) => name)).toEqual(["v", "w", "z", "x", "y"]);
  });

  test("are told of as pending while they are made", async () => {
    const notebook = new TestNotebook({ a: "const x = new Promise(() => {});" });
    await notebook.until(() => notebook.state("a") === "running");
    expect(notebook.runtime.namedValues()).toMatchObject([{ name: "x", state: "pending" }]);
  });

  test("a listener hears of their changes, once for many, until it ends", async () => {
    const notebook = new TestNotebook(cells);
    await notebook.settled();
    await notebook.afterAll();
    let heard = 0;
    const end = notebook.runtime.onNames(() => ++heard);
    notebook.set("a", "const x = 5, y = 6;");
    await notebook.settled();
    await notebook.afterAll();
    expect(heard).toBeGreaterThan(0);
    expect(heard).toBeLessThan(8); // of more than twenty changes
    end();
    const before = heard;
    notebook.set("a", "const x = 7, y = 6;");
    await notebook.settled();
    await notebook.afterAll();
    expect(heard).toBe(before);
  });
});

describe("a cell that is not done", () => {
  test("says what it is at: waiting for a promise, or for other cells", async () => {
    const notebook = new TestNotebook({ a: "const x = new Promise(() => {});", b: "x" });
    await notebook.until(() => notebook.state("a") === "running");
    await notebook.afterAll();
    const { a, b } = { a: notebook.cell("a"), b: notebook.cell("b") };
    expect([a.phase, typeof a.waitsSince, typeof a.startedAt]).toEqual(["waiting", "number", "number"]);
    expect([b.phase, b.waitsSince, b.pendingInputs]).toEqual([null, null, [{ name: "x", cell: "a" }]]);
    a.stop();
    await notebook.settled();
    expect([a.phase, a.waitsSince, b.pendingInputs]).toEqual([null, null, []]);
  });
});

describe("a source that does not compile", () => {
  test("has the names that it means to define, whether it once compiled or not", async () => {
    const notebook = new TestNotebook({ a: "const x = 1;\nfunction f( {", b: "f", c: "g" });
    await notebook.settled();
    expect([notebook.message("b"), notebook.message("c")]).toEqual([
      "Waiting for `f`, which failed.",
      "`g` is not defined in any cell.",
    ]);
  });
});

describe("many changes at once", () => {
  test("of two hundred cells in a chain settle in one go, and each cell runs once", async () => {
    const count = 200;
    const chain = Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `c${i}`,
        i === 0 ? "const x0 = 1;" : `const x${i} = x${i - 1} + 1;`,
      ]),
    );
    const notebook = new TestNotebook(chain);
    await notebook.settled();
    const settledBefore = notebook.runtime.settledCount;
    for (const noted of notebook.noted.values()) noted.states = [];
    for (let i = 0; i < count; ++i) notebook.rerun(`c${i}`);
    await notebook.settled();
    expect(notebook.runtime.settledCount).toBe(settledBefore + 1);
    expect(await notebook.runtime.value(`x${count - 1}`)).toBe(count);
    for (const { states } of notebook.noted.values())
      expect(states.filter((state) => state === "running")).toHaveLength(1);
  });
});

describe("what a cell shows", () => {
  test("goes when the cell fails before it shows anything, and stays until then", async () => {
    const notebook = new TestNotebook({
      a: "const x = 1;",
      b: "if (x > 1) throw new Error('no'); display(x);",
    });
    await notebook.settled();
    expect(notebook.shown("b")).toEqual([1]);
    notebook.set("a", "const x = 2;");
    await notebook.settled();
    expect(notebook.shown("b")).toEqual([]);
    notebook.set("a", "const x = oops;");
    await notebook.settled();
    expect(notebook.state("b")).toBe("rejected");
  });

  test("of far too many values ends in an error", async () => {
    const notebook = new TestNotebook({ a: "for (let i = 0; i < 1e6; ++i)\n  display(i);" });
    await notebook.settled();
    expect(notebook.cell("a").error).toMatchObject({
      line: 2,
      message: expect.stringContaining("10000 values"),
    });
    expect(notebook.shown("a")).toHaveLength(10_000);
  });
});
