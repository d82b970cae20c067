import { describe, expect, test } from "vitest";
import { latest } from "../../../../src/notebook/runtime/index.ts";
import { MovedInput } from "./moved-input.ts";
import { TestNotebook } from "./test-notebook.ts";

/** A notebook whose cells can name `input` and `other`, and what each of its cells showed in all. */
function withInputs(cells: Record<string, string>, input = new MovedInput(1), other = new MovedInput(10)) {
  const notebook = new TestNotebook(cells, { shared: { input: () => input, other: () => other } });
  return { notebook, input, other };
}

describe("a promise", () => {
  test("is waited for by readers in other cells, and by an expression that shows itself", async () => {
    const notebook = new TestNotebook({
      a: "const x = Promise.resolve(1);",
      b: "x + 1",
      c: "Promise.resolve(3)",
    });
    await notebook.settled();
    expect(notebook.shown("b")).toEqual([2]);
    expect(notebook.shown("c")).toEqual([3]);
  });

  test("keeps its cell running until it is there", async () => {
    const notebook = new TestNotebook({
      go: "const go = {};",
      a: "const x = new Promise((resolve) => { go.now = resolve; });",
    });
    const go = (await notebook.runtime.value("go")) as { now(value: number): void };
    await notebook.until(() => "now" in go);
    expect(notebook.state("a")).toBe("running");
    expect(notebook.runtime.state).toBe("running");
    go.now(5);
    await notebook.settled();
    expect(notebook.state("a")).toBe("fulfilled");
    expect(await notebook.runtime.value("x")).toBe(5);
  });
});

describe("a generator", () => {
  test.each(["function*", "async function*"])("of a %s is a value that changes", async (kind) => {
    const notebook = new TestNotebook({
      seen: "const seen = [];",
      a: `const x = (${kind} () { yield 1; yield 2; yield 3; })();`,
      b: "seen.push(x);",
      c: `(${kind} () { yield "first"; yield "last"; })()`,
    });
    const seen = (await notebook.runtime.value("seen")) as number[];
    await notebook.until(() => seen.at(-1) === 3);
    // A reader that comes too late for a value goes on with the next.
    expect(seen).toEqual(seen.toSorted());
    await notebook.until(() => notebook.shown("c")[0] === "last");
    expect(notebook.shown("c")).toEqual(["last"]);
  });

  test("that never ends lets the notebook settle after its first value", async () => {
    const notebook = new TestNotebook({
      a: "const x = (function* () { for (let i = 0; ; ++i) yield i; })();",
      b: "x",
    });
    await notebook.settled();
    expect(notebook.state("a")).toBe("fulfilled");
    expect(notebook.shown("b").length).toBe(1);
    await notebook.until(() => (notebook.shown("b")[0] as number) > 3);
    notebook.dispose();
  });

  test("is closed when its cell runs anew", async () => {
    const notebook = new TestNotebook({
      log: "const log = [];",
      a: "const x = (function* () { try { for (;;) yield 1; } finally { log.push('closed'); } })();",
    });
    const log = (await notebook.runtime.value("log")) as string[];
    await notebook.settled();
    expect(log).toEqual([]);
    notebook.rerun("a", "const x = 2;");
    await notebook.until(() => log.length > 0);
    expect(await notebook.runtime.value("x")).toBe(2);
  });

  test("that fails after its first value fails its readers", async () => {
    const notebook = new TestNotebook({
      a: "const x = (function* () {\n  yield 1;\n  throw new Error('no more');\n})();",
      b: "x",
    });
    await notebook.until(() => notebook.state("b") === "rejected");
    expect(notebook.cell("a").error).toMatchObject({ message: "no more", line: 3 });
    expect(notebook.message("b")).toBe("Waiting for `x`, which failed.");
  });
});

describe("an input", () => {
  const cells = { control: "const k = view(input);", twice: "2 * k" };

  test("is shown, and is its value", async () => {
    const { notebook, input } = withInputs(cells);
    await notebook.settled();
    expect(notebook.shown("control")).toEqual([input]);
    expect(notebook.shown("twice")).toEqual([2]);
  });

  test("that is moved makes its readers run, and not its own cell", async () => {
    const { notebook, input } = withInputs(cells);
    await notebook.settled();
    const count = notebook.runtime.settledCount;
    input.move(7);
    expect(notebook.runtime.state).toBe("running");
    await notebook.settled();
    expect(notebook.shown("twice")).toEqual([14]);
    expect(notebook.runtime.settledCount).toBe(count + 1);
    expect(notebook.noted.get("control")!.states).toEqual(["queued", "running", "fulfilled"]);
  });

  test("that is moved fast ends at its last value", async () => {
    const { notebook, input } = withInputs({ ...cells, log: "const log = [];", note: "log.push(k);" });
    await notebook.settled();
    for (let value = 2; value <= 50; ++value) input.move(value);
    await notebook.settled();
    expect(notebook.shown("twice")).toEqual([100]);
    const log = (await notebook.runtime.value("log")) as number[];
    expect(log.length).toBeLessThan(5);
  });

  test("two of them are read together, each at its latest value", async () => {
    const { notebook, input, other } = withInputs({
      a: "const x = view(input);",
      b: "const y = view(other);",
      c: "x + y",
    });
    await notebook.settled();
    expect(notebook.shown("c")).toEqual([11]);
    input.move(2);
    other.move(20);
    await notebook.settled();
    expect(notebook.shown("c")).toEqual([22]);
  });

  test("keeps its value when its cell runs again, unless the code gives it another start", async () => {
    const { notebook } = withInputs({
      a: "const x = 1;",
      control: "x; const k = view(make(5));",
      k: "k",
      make: "const make = start;",
    });
    const made: MovedInput[] = [];
    notebook.dispose();
    const start = (value: number) => {
      made.push(new MovedInput(value));
      return made.at(-1);
    };
    const second = new TestNotebook(
      { a: "const x = 1;", control: "const k = x < 3 && view(make(5)) || view(make(6));", k: "k" },
      { shared: { make: () => start } },
    );
    await second.settled();
    made[0]!.move(8);
    await second.settled();
    second.set("a", "const x = 2;");
    await second.settled();
    expect([made.length, made[1]!.value]).toEqual([2, 8]);
    expect(second.shown("k")).toEqual([8]);
    second.set("a", "const x = 3;");
    await second.settled();
    expect(second.shown("k")).toEqual([6]);
  });

  test("lives on when another cell takes its name for a while", async () => {
    const { notebook, input } = withInputs(cells);
    await notebook.settled();
    input.move(3);
    notebook.set("thief", "const k = 100;");
    await notebook.settled();
    expect(notebook.state("twice")).toBe("rejected");
    notebook.set("thief", "const k2 = 100;");
    await notebook.settled();
    expect(notebook.shown("twice")).toEqual([6]);
    input.move(4);
    await notebook.settled();
    expect(notebook.shown("twice")).toEqual([8]);
  });

  test("whose readers are slow acts when it is let go", async () => {
    const { notebook, input } = withInputs({
      ...cells,
      slow: "const until = performance.now() + 210; while (performance.now() < until); display(k);",
    });
    await notebook.settled();
    // Twice, since the better of two runs counts: a cold start is not slowness.
    input.move(2);
    input.release();
    await notebook.settled();
    input.move(3);
    await notebook.settled();
    expect(notebook.shown("slow")).toEqual([2]);
    expect(notebook.cell("control").actsOnRelease).toBe(true);
    input.release();
    await notebook.settled();
    expect(notebook.shown("slow")).toEqual([3]);
  });
});

describe("Mutable", () => {
  test("is read by its value, and set from its own cell", async () => {
    const notebook = new TestNotebook({
      a: "const count = Mutable(1); const add = (n) => { count.value += n; };",
      b: "count * 10",
    });
    await notebook.settled();
    expect(notebook.shown("b")).toEqual([10]);
    const add = (await notebook.runtime.value("add")) as (n: number) => void;
    add(1);
    add(1);
    await notebook.until(() => notebook.shown("b")[0] === 30);
    expect(notebook.noted.get("a")!.states).toEqual(["queued", "running", "fulfilled"]);
  });
});

describe("latest", () => {
  test("hands over the latest value only, and waits when there is no new one", async () => {
    let change: (value: number) => void = () => {};
    const values = latest<number>((set) => {
      change = set;
      set(1);
      return () => {};
    });
    expect(await values.next()).toEqual({ done: false, value: 1 });
    change(2);
    change(3);
    expect(await values.next()).toEqual({ done: false, value: 3 });
    const waiting = values.next();
    change(4);
    expect(await waiting).toEqual({ done: false, value: 4 });
  });

  test("ends at once, also while somebody waits, and lets go of what feeds it", async () => {
    let disposed = 0;
    const values = latest<number>(() => () => {
      ++disposed;
    });
    const waiting = values.next();
    await values.return();
    await values.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(disposed).toBe(1);
  });

  test("is Generators.observe", async () => {
    const notebook = new TestNotebook({
      a: "const x = Generators.observe((change) => { change(1); change(2); return () => {}; });",
      b: "x",
    });
    await notebook.settled();
    expect(notebook.shown("b")).toEqual([2]);
  });
});
