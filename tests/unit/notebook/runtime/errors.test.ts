import { describe, expect, test } from "vitest";
import { TestNotebook } from "./test-notebook.ts";

/** The settled errors of a notebook's cells, by id. */
async function errors(cells: Record<string, string>, stdlib = {}) {
  const notebook = new TestNotebook(cells, stdlib);
  await notebook.settled();
  return Object.fromEntries(notebook.runtime.cells().map(({ id, error }) => [id, error]));
}

describe("a cell that throws", () => {
  test.each([
    ["1;\n2;\nthrow new Error('no')", 3, "no"],
    ["const f = () => {\n  throw new TypeError('no');\n};\n\nf()", 2, "no"],
    ["await null;\n\n(() => { throw new Error('late'); })()", 3, "late"],
    ["[1, 2].map((x) => {\n  throw new Error('no');\n})", 2, "no"],
    [
      "const o = undefined;\no.size",
      2,
      "Something here is undefined, so it has no `size`. Is the name before it",
    ],
    ["const o = null;\no.size()", 2, "Something here is null, so it has no `size`."],
    ["const f = {};\nf.size()", 2, "`f.size` is not a function. Is it spelled right?"],
    ["const x = y + 1;\nconst y = 1;", 1, "Cannot access 'y' before initialization"],
    [
      "const f = (n) =>\n  f(n + 1);\nf(0)",
      2,
      "A function here calls itself without an end. What should stop it?",
    ],
    ["new Array(-1)", 1, "An array cannot have this length: it must be a whole number"],
    ["const {q} = null;", 1, "Something here is null, so no `q` can be taken out of it."],
    ["(({q}) => q)()", 1, "Something here is undefined, so no `q` can be taken out of it."],
    ["const f = ({}) => 1;\nf()", 1, "Something here is undefined, so nothing can be taken out of it."],
    [
      "throw {kind: 'upstream', message: 'no'}",
      undefined,
      'The cell threw {"kind":"upstream","message":"no"}.',
    ],
    ["throw 'a text'", undefined, "The cell threw a text."],
    ["throw undefined", undefined, "The cell threw undefined."],
    ["throw {a: 1}", undefined, 'The cell threw {"a":1}.'],
    ["const o = {};\no.o = o;\nthrow o", undefined, "The cell threw [object Object]."],
    ["class A {}\nA()", 2, "What is called here is a class: write `new` before its name."],
    ["view(1)", 1, "view(…) takes an input, such as slider(…) or choice(…)."],
    ["view()", 1, "view(…) takes an input"],
    ["throw new Error()", 1, "Error"],
    ["const x = Promise.reject();", undefined, "The cell threw undefined."],
    ["Promise.reject(new Error('no'))", 1, "no"],
    ["const x = (function* () {\n  throw new Error('no');\n})();", 2, "no"],
  ])("%j names its line %s and says: %s", async (source, line, message) => {
    const { a } = await errors({ a: source });
    expect(a).toMatchObject({ kind: "runtime", ...(line !== undefined && { line }) });
    expect(a!.line).toBe(line);
    expect(a!.message).toContain(message);
  });

  test("in another cell's function is told which", async () => {
    const { f, b } = await errors({
      f: "const f = (x) => {\n  if (x > 1) throw new Error('too much');\n};",
      b: "f(2)",
    });
    expect(f).toBeNull();
    expect(b).toEqual({ kind: "runtime", message: "too much (in line 2 of the cell “f”)", cell: "f" });
  });

  test("a fault in the source is told with its line", async () => {
    const { a } = await errors({ a: "1;\nf(;" });
    expect(a).toMatchObject({ kind: "syntax", line: 2 });
  });

  test("after a mend is fulfilled, and so are its readers", async () => {
    const notebook = new TestNotebook({ a: "const x = oops();", b: "x" });
    await notebook.settled();
    expect(notebook.state("b")).toBe("rejected");
    notebook.set("a", "const x = 1;");
    await notebook.settled();
    expect([notebook.state("a"), notebook.state("b")]).toEqual(["fulfilled", "fulfilled"]);
    expect([notebook.message("a"), notebook.message("b")]).toEqual([undefined, undefined]);
  });

  test("keeps its names while its source does not compile, so that readers know whom they wait for", async () => {
    const notebook = new TestNotebook({ a: "const x = 1;", b: "x" });
    await notebook.settled();
    notebook.set("a", "const x = ;");
    await notebook.settled();
    expect(notebook.cell("b").error).toEqual({
      kind: "upstream",
      name: "x",
      cell: "a",
      line: 1,
      message: "Waiting for `x`, which failed.",
    });
  });
});

describe("a cell whose inputs fail", () => {
  test("says whom it waits for, at the line where it reads it, however far away the fault is", async () => {
    const notebook = new TestNotebook({
      a: "const x = 1; throw new Error('no');",
      b: "1;\nconst y = x + 1;",
      c: "y",
    });
    await notebook.settled();
    expect(notebook.cell("b").error).toMatchObject({
      kind: "upstream",
      line: 2,
      cell: "a",
      message: "Waiting for `x`, which failed.",
    });
    expect(notebook.cell("c").error).toMatchObject({ cell: "b", message: "Waiting for `y`, which failed." });
    expect(notebook.state("c")).toBe("rejected");
  });
});

describe("a name that is nowhere", () => {
  test("is an error at the line where it is read", async () => {
    const { a } = await errors({ a: "1;\nfoobar + 1" });
    expect(a).toEqual({
      kind: "undefined",
      name: "foobar",
      line: 2,
      message: "`foobar` is not defined in any cell.",
    });
  });

  test.each([
    ["cuont", "count"],
    ["Count", "count"],
    ["cont", "count"],
    ["counts", "count"],
    ["KNeighboursClassifier", "KNeighborsClassifier"],
    ["kneighborsclassifier", "KNeighborsClassifier"],
    ["radnom", "random"],
    ["wdith", undefined],
    ["y", undefined],
    ["accordion", undefined],
  ])("%s is asked about: %s?", async (name, near) => {
    const { b } = await errors(
      { a: "const count = 1, x = 1;", b: `${name} + 1` },
      { shared: { KNeighborsClassifier: () => 1 }, perCell: { random: () => 1 } },
    );
    expect(b!.message).toBe(
      `\`${name}\` is not defined in any cell.${near === undefined ? "" : ` Did you mean \`${near}\`?`}`,
    );
  });

  test.each(["name", "status", "alert", "process", "globalThis", "gc", "setImmediate"])(
    "is one although the page has a global %s",
    async (name) => {
      const { a } = await errors({ a: `${name}` });
      expect(a).toMatchObject({ kind: "undefined", name });
    },
  );

  test("does not take a name from where every object has it", async () => {
    const { a } = await errors({ a: "1;\ntoString" });
    expect(a).toMatchObject({ kind: "undefined", name: "toString", line: 2 });
  });
});

describe("a name that two cells define", () => {
  const cells = { a: "const x = 1;", b: "1;\nconst x = 2;", c: "x" };

  test("is an error in both, that leads to the other, and its readers wait", async () => {
    const { a, b, c } = await errors(cells);
    expect(a).toEqual({
      kind: "duplicate",
      name: "x",
      line: 1,
      cell: "b",
      message:
        "`x` is defined in more than one cell: here and in “b”. A name can have only one definition; rename it in one of them.",
    });
    expect(b).toMatchObject({ kind: "duplicate", name: "x", line: 2, cell: "a" });
    expect(c).toMatchObject({
      kind: "upstream",
      message: "Waiting for `x`, which is defined in more than one cell: “a” and “b”.",
    });
  });

  test.each([
    ["taken out", (notebook: TestNotebook) => notebook.remove("b")],
    ["renamed", (notebook: TestNotebook) => notebook.set("b", "const x2 = 2;")],
  ])("is cured when one is %s", async (_, cure) => {
    const notebook = new TestNotebook(cells);
    await notebook.settled();
    cure(notebook);
    await notebook.settled();
    expect(notebook.state("a")).toBe("fulfilled");
    expect(notebook.message("a")).toBeUndefined();
    expect(notebook.shown("c")).toEqual([1]);
  });

  test("is cured only when the last but one is gone", async () => {
    const notebook = new TestNotebook({ ...cells, d: "const x = 3;" });
    await notebook.settled();
    notebook.remove("a");
    await notebook.settled();
    expect([notebook.state("b"), notebook.state("d"), notebook.state("c")]).toEqual([
      "rejected",
      "rejected",
      "rejected",
    ]);
    notebook.remove("b");
    await notebook.settled();
    expect(notebook.shown("c")).toEqual([3]);
  });
});

describe("a name of the standard library", () => {
  const stdlib = { shared: { Plot: () => "the plots" }, perCell: { random: () => "a generator" } };

  test.each(["Plot", "random", "display", "view", "invalidation", "Mutable"])(
    "%s cannot be defined, and others can still read it",
    async (name) => {
      const notebook = new TestNotebook(
        { a: `1;\nconst ${name} = 1;`, b: name === "view" ? "Plot" : name },
        stdlib,
      );
      await notebook.until(() => notebook.state("b") !== "queued" && notebook.state("a") === "rejected");
      expect(notebook.cell("a").error).toEqual({
        kind: "reserved",
        name,
        line: 2,
        message: `\`${name}\` is a name of the standard library, which other cells need. Choose another name.`,
      });
      expect(notebook.state("b")).not.toBe("rejected");
    },
  );
});

describe("a name that nobody defines any more", () => {
  const cells = { a: "const x = 1;", b: "x" };

  test("is told with the cell that was deleted, and is there again with a new one", async () => {
    const notebook = new TestNotebook(cells);
    await notebook.settled();
    notebook.remove("a");
    await notebook.settled();
    expect(notebook.cell("b").error).toEqual({
      kind: "undefined",
      name: "x",
      line: 1,
      message: "`x` is not defined in any cell.",
      hint: "The cell “a”, which defined it, was deleted.",
    });
    notebook.set("c", "const x = 5;");
    await notebook.settled();
    expect(notebook.shown("b")).toEqual([5]);
    expect(notebook.message("b")).toBeUndefined();
  });

  test.each([
    ["const y = 1;", "now defines `y` instead"],
    ["const y = 1, z = 2;", "does not define it any more"],
    ["1", "does not define it any more"],
  ])("is told with the cell that is now %j", async (source, what) => {
    const notebook = new TestNotebook(cells);
    await notebook.settled();
    notebook.rerun("a", source);
    await notebook.settled();
    const hint = `The cell “a” ${what}.`;
    expect(notebook.cell("b").error).toMatchObject({ kind: "undefined", cell: "a", hint });
    notebook.remove("a");
    await notebook.settled();
    expect(notebook.cell("b").error!.hint).toBe("The cell “a”, which defined it, was deleted.");
    notebook.set("a", "const x = 7;");
    await notebook.settled();
    expect(notebook.shown("b")).toEqual([7]);
  });
});

describe("a thrown value that runs code when it is read", () => {
  test.each([
    "throw new Proxy({}, {get() {while (true);}, getPrototypeOf() {while (true);}, has() {while (true);}});",
    "throw Object.defineProperty(new Error(), 'message', {get() {while (true);}});",
    "throw Object.defineProperty(new Error(), 'stack', {get() {throw 1;}});",
    "const x = Promise.reject(new Proxy({}, {get() {while (true);}, getPrototypeOf() {while (true);}}));",
  ])("fails its cell all the same: %s", async (source) => {
    const { a } = await errors({ a: `// @budget 30ms\n${source}` });
    expect(a).toEqual({ kind: "runtime", message: "The cell threw something that cannot be read." });
  });
});

describe("a cell's `this`", () => {
  test("is undefined", async () => {
    const notebook = new TestNotebook({ a: "String(this)", b: "const t = () => this;", c: "String(t())" });
    await notebook.settled();
    expect([notebook.shown("a"), notebook.shown("c")]).toEqual([["undefined"], ["undefined"]]);
  });
});

describe("an assignment to another cell's name", () => {
  const cells = { n: "const n = 1;", a: "1;\nn += 1;" };

  test("leads to that cell and says what to write instead", async () => {
    const { a } = await errors(cells);
    expect(a).toEqual({
      kind: "syntax",
      name: "n",
      line: 2,
      cell: "n",
      message:
        "`n` belongs to the cell “n”, so this cell cannot assign to it. Choose a new name here, such as `const n2 = n + 1`.",
    });
  });

  test("is said anew when that cell comes or goes", async () => {
    const notebook = new TestNotebook({ a: cells.a });
    await notebook.settled();
    expect(notebook.message("a")).toContain("`n` is not this cell's own name");
    notebook.set("n", cells.n);
    await notebook.settled();
    expect(notebook.cell("a").error).toMatchObject({ kind: "syntax", cell: "n" });
    notebook.remove("n");
    await notebook.settled();
    expect(notebook.message("a")).toContain("`n` is not this cell's own name");
    expect(notebook.cell("a").error!.cell).toBeUndefined();
  });
});

describe("of several names that are amiss", () => {
  test("the one that nobody defines is told before one that failed, and that before one not run yet", async () => {
    const notebook = new TestNotebook({
      idle: { source: "const i = 1;", onClick: true },
      late: "const f = new Promise((_, no) => setTimeout(no, 5, new Error('no')));",
      b: "i + f + nowhere",
    });
    await notebook.settled();
    expect(notebook.message("b")).toBe("`nowhere` is not defined in any cell.");
    notebook.rerun("b", "i + f");
    await notebook.settled();
    expect([notebook.state("b"), notebook.message("b")]).toEqual([
      "rejected",
      "Waiting for `f`, which failed.",
    ]);
    notebook.set("late", "const f = 1;");
    await notebook.settled();
    const waiting = "Waiting for `i`, whose cell has not been run yet.";
    expect([notebook.state("b"), notebook.message("b")]).toEqual(["idle", waiting]);
  });

  test("what is said changes with the cells that it is about", async () => {
    const notebook = new TestNotebook({ a: "const x = 1;", b: "const x = 2;", c: "x" });
    await notebook.settled();
    notebook.set("d", "const x = 3;");
    await notebook.settled();
    expect(notebook.message("a")).toContain("here and in “b” and “d”");
    expect(notebook.message("c")).toContain("“a” and “b” and “d”");
    notebook.runtime.order(["d", "c", "b", "a"]);
    await notebook.afterAll();
    expect(notebook.cell("c").error).toMatchObject({ cell: "d" });
  });
});

describe("a global of the browser", () => {
  test("that is of use can be read, and a cell may define its name", async () => {
    const notebook = new TestNotebook({ a: "structuredClone([1])", b: "typeof URLSearchParams" });
    await notebook.settled();
    expect([notebook.shown("a"), notebook.shown("b")]).toEqual([[[1]], ["function"]]);
    notebook.set("c", "const URLSearchParams = 5;");
    await notebook.settled();
    expect(notebook.shown("b")).toEqual(["number"]);
  });

  test.each([
    ["alert(1)", "To show something write `display(…)`."],
    ["prompt('?')", "To ask for something show an input"],
    ["name", "belongs to the page"],
    ["require('d3')", "Use `import`"],
  ])("%s is refused with what to do instead", async (source, say) => {
    const { a } = await errors({ a: source });
    expect(a).toMatchObject({ kind: "undefined", message: expect.stringContaining(say) });
  });
});

describe("what is easily taken wrongly", () => {
  test.each([
    ["const p = Promise.resolve([1]);\np.map((x) => x)", 2, "write `await` before what makes it"],
    ["for (const x of Promise.resolve([1])) x;", 1, "If it is a promise, write `await`"],
    ["const a = 1;\na = 2;", 2, "A name made by `const` keeps its value."],
    ["const f = 1;\nnew f()", 2, "`f` is no class"],
    ["const o = null;\no.x = 1;", 2, "Something here is null, so its `x` cannot be set."],
  ])("%j is told with its usual cause", async (source, line, say) => {
    const { a } = await errors({ a: source });
    expect(a).toMatchObject({ line, message: expect.stringContaining(say) });
  });

  test("a Mutable that is set in another cell is told how to do it", async () => {
    const { b } = await errors({ a: "const count = Mutable(1);", b: "count.value = 2;" });
    expect(b).toMatchObject({ line: 1, message: expect.stringContaining("in the cell of the Mutable") });
  });
});

describe("a circle", () => {
  const circle = { a: "const x = y;", b: "const y = z;", c: "const z = x;", reader: "x + 1" };

  test("is told to its cells with the way round, and to their readers as a failure of theirs", async () => {
    const { a, b, c, reader } = await errors(circle);
    for (const error of [a, b, c]) expect(error).toMatchObject({ kind: "circular" });
    expect(a).toMatchObject({ cell: "b", message: expect.stringContaining("“a” → “b” → “c” → “a”") });
    expect(c).toMatchObject({ cell: "a", message: expect.stringContaining("“c” → “a” → “b” → “c”") });
    expect(reader).toMatchObject({ kind: "upstream", cell: "a" });
  });

  test("is told at the line where a cell first reads the next one", async () => {
    const { a, b } = await errors({ a: "1;\nconst x = y + 1;\ny;", b: "const y = x;" });
    expect([a!.line, b!.line]).toEqual([2, 1]);
  });

  test.each([
    ["function f() { return g(); }", "const g = async () => f();", true],
    ["const f = (x, y) => g(x);", "const g = function () { f(); };", true],
    ["function f() { return g; }", "const g = f();", false],
    ["const f = g;", "const g = f;", false],
  ])("of %s and %s: may both stand in one cell? %s", async (f, g, may) => {
    const { a, b } = await errors({ a: f, b: g });
    for (const error of [a, b]) expect(error!.message.includes(", or put both in one cell.")).toBe(may);
  });

  test("is over when it is cut anywhere", async () => {
    const notebook = new TestNotebook(circle);
    await notebook.settled();
    notebook.set("c", "const z = 1;");
    await notebook.settled();
    expect(notebook.shown("reader")).toEqual([2]);
  });
});

describe("an import under a name of the standard library", () => {
  const d3 = { scale: 1 };
  const stdlib = {
    shared: { d3: () => d3 },
    modules: { d3: async () => d3, other: async () => ({ d3: 2 }) },
  };

  test("is allowed when it is the same thing", async () => {
    const cells = { a: 'import * as d3 from "d3"; display(d3.scale);', b: "d3.scale" };
    const notebook = new TestNotebook(cells, stdlib);
    await notebook.settled();
    expect([notebook.message("a"), notebook.shown("a"), notebook.shown("b")]).toEqual([undefined, [1], [1]]);
  });

  test("is refused when it is another thing, with the way to name it", async () => {
    const { a, b } = await errors({ a: '1;\nimport {d3} from "other";', b: "d3" }, stdlib);
    expect(a).toMatchObject({
      kind: "reserved",
      line: 2,
      message: expect.stringContaining("`{d3 as myD3}`"),
    });
    expect(b).toBeNull();
  });
});

describe("an import", () => {
  const stdlib = { modules: { danfojs: async () => ({ DataFrame: "frame", default: "all" }) } };

  test.each([
    ["import {DataFrame} from 'danfojs'; DataFrame;", "frame"],
    ["import dfd from 'danfojs'; dfd;", "all"],
    ["const {DataFrame: x} = await import('danfojs'); x;", "frame"],
  ])("%s finds the module", async (source, value) => {
    const [imported, shown] = source.split("; ");
    const notebook = new TestNotebook({ a: `${imported};`, b: shown!.replace(";", "") }, stdlib);
    await notebook.settled();
    expect(notebook.shown("b")).toEqual([value]);
  });

  test.each([
    [
      "1;\nimport x from 'left-pad';",
      /^Module "left-pad" is not available in this course. Available are: danfojs.$/,
    ],
    ["1;\nimport {Series2} from 'danfojs';", /^Module "danfojs" has no export named "Series2".$/],
    ["1;\nawait import('https://example.org/x.js')", /is not available in this course/],
    ["1;\nawait import('toString')", /^Module "toString" is not available/],
  ])("%j says what there is", async (source, message) => {
    const { a } = await errors({ a: source }, stdlib);
    expect(a).toMatchObject({ line: 2, message: expect.stringMatching(message) });
  });
});
