import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { TestNotebook } from "./test-notebook.ts";

/** Stands for the window, where the browser tells errors that nobody caught. */
let page: EventTarget;

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("removeEventListener", page.removeEventListener.bind(page));
});
afterEach(() => vi.unstubAllGlobals());

/** Calls a function as the browser does an event handler. Returns whether the console is told of its error. */
function call(handler: () => void): boolean {
  try {
    handler();
    return false;
  } catch (error) {
    return page.dispatchEvent(Object.assign(new Event("error", { cancelable: true }), { error }));
  }
}

/** What a function throws. */
async function failure(handler: () => void): Promise<unknown> {
  try {
    handler();
  } catch (error) {
    return error;
  }
  throw new Error("It did not fail.");
}

const cells = {
  a: "let n = 0;\nconst click = () => {\n  if (++n > 0) throw new Error('no ' + (n > 2));\n};",
  b: "const other = () => click();",
  c: "typeof click",
};

async function start() {
  const notebook = new TestNotebook(cells);
  await notebook.settled();
  const click = (await notebook.runtime.value("click")) as () => void;
  return { notebook, click };
}

describe("an error in code that runs after its cell has ended", () => {
  test("is told in the cell, whose readers keep what they have", async () => {
    const { notebook, click } = await start();
    expect(call(click)).toBe(true);
    expect(notebook.cell("a").error).toEqual({
      kind: "later",
      line: 3,
      message: "In code that ran later: no false",
    });
    expect([notebook.state("a"), notebook.state("c"), notebook.message("c")]).toEqual([
      "fulfilled",
      "fulfilled",
      undefined,
    ]);
  });

  test("is told to the console only when it is news", async () => {
    const { click } = await start();
    expect([call(click), call(click), call(click), call(click)]).toEqual([true, false, true, false]);
  });

  test("in a function of another cell is told where the code began", async () => {
    const { notebook } = await start();
    call((await notebook.runtime.value("other")) as () => void);
    expect(notebook.cell("b").error).toMatchObject({
      kind: "later",
      cell: "a",
      message: "In code that ran later: no false (in line 3 of the cell “a”)",
    });
    expect(notebook.cell("a").error).toBeNull();
  });

  test("is gone when the cell runs anew; what its last run left behind is ended without a word", async () => {
    const { notebook, click } = await start();
    call(click);
    notebook.rerun("a");
    await notebook.settled();
    expect(notebook.cell("a").error).toBeNull();
    expect(call(click)).toBe(false);
    expect(notebook.cell("a").error).toBeNull();
  });

  test("is dropped when its cell has got another source since, or its notebook is closed", async () => {
    const { notebook, click } = await start();
    const reason = await failure(click);
    const tell = () =>
      page.dispatchEvent(Object.assign(new Event("error", { cancelable: true }), { error: reason }));
    notebook.set("a", cells.a);
    await notebook.settled();
    expect(tell()).toBe(false);
    expect(notebook.cell("a").error).toBeNull();
    notebook.dispose();
    expect(tell()).toBe(false);
    const { notebook: next } = await start();
    expect(tell()).toBe(false);
    expect(next.cell("a").error).toBeNull();
  });

  test("of a run that was cut for good is not taken for one of the cell's next run", async () => {
    const notebook = new TestNotebook({
      a: "// @budget 20ms\nx;\nconst spin = () => { while (true); };",
      x: "const x = 1;",
    });
    await notebook.settled();
    const spin = (await notebook.runtime.value("spin")) as () => void;
    for (let i = 0; i < 4; ++i) {
      call(spin);
      await notebook.afterAll();
    }
    expect(notebook.cell("a").error).toMatchObject({ kind: "later" });
    notebook.set("x", "const x = 2;");
    await notebook.settled();
    await notebook.afterAll();
    expect(notebook.cell("a").error).toBeNull();
    expect(call(spin)).toBe(false);
    expect(notebook.cell("a").error).toBeNull();
    notebook.dispose();
    expect(call(spin)).toBe(false);
  });

  test("that cannot be read is left to the console", async () => {
    const { notebook } = await start();
    const error = Object.defineProperty(new Error(), "stack", {
      get() {
        throw new Error("no");
      },
    });
    expect(page.dispatchEvent(Object.assign(new Event("error", { cancelable: true }), { error }))).toBe(true);
    expect(notebook.cell("a").error).toBeNull();
  });

  test("of a promise that nobody waits for is told, too, and of a closed notebook nothing", async () => {
    const { notebook, click } = await start();
    let reason: unknown;
    try {
      click();
    } catch (error) {
      reason = error;
    }
    const tell = () => page.dispatchEvent(Object.assign(new Event("unhandledrejection"), { reason }));
    tell();
    expect(notebook.cell("a").error).toMatchObject({ kind: "later", line: 3 });
    notebook.dispose();
    expect(tell).not.toThrow();
  });
});
