import { describe, expect, test } from "vitest";
import { MovedInput } from "./moved-input.ts";
import { TestNotebook } from "./test-notebook.ts";

describe("a notebook", () => {
  test("is running from the first cell on, and settled once all have ended", async () => {
    const notebook = new TestNotebook({ a: "const x = 1;", b: "x", c: "no" });
    expect(notebook.runtime.state).toBe("running");
    await notebook.settled();
    expect(notebook.states).toEqual(["running", "settled"]);
    expect(notebook.runtime.settledCount).toBe(1);
    expect(notebook.runtime.cells().map(({ state }) => state)).toEqual([
      "fulfilled",
      "fulfilled",
      "rejected",
    ]);
  });

  test("of no cells settles when it is touched", async () => {
    const notebook = new TestNotebook({});
    notebook.runtime.touch();
    await notebook.settled();
    expect(notebook.states).toEqual(["running", "settled"]);
  });

  test("settles in one go although its cells wait for one another", async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [
        `c${i}`,
        i === 0 ? "const x0 = 0;" : `const x${i} = await Promise.resolve(x${i - 1} + 1);`,
      ]),
    );
    const notebook = new TestNotebook(chain);
    await notebook.settled();
    expect(await notebook.runtime.value("x19")).toBe(19);
    expect(notebook.states).toEqual(["running", "settled"]);
  });

  test("counts each settling, and is running in between", async () => {
    const input = new MovedInput(1);
    const notebook = new TestNotebook(
      { a: "const k = view(input);", b: "k" },
      { shared: { input: () => input } },
    );
    await notebook.settled();
    input.move(2);
    await notebook.settled();
    notebook.rerun("b");
    await notebook.settled();
    notebook.set("b", "k + 1");
    await notebook.settled();
    notebook.remove("b");
    await notebook.settled();
    expect(notebook.states.join(" ")).toBe("running settled".repeat(5).replaceAll("dr", "d r"));
    expect(notebook.runtime.settledCount).toBe(5);
  });

  test("is not settled while something has only been asked for", async () => {
    const notebook = new TestNotebook({ a: "const x = 1;" });
    await notebook.settled();
    notebook.rerun("a", "const x = 2;");
    let settled = false;
    const waiting = notebook.settled().then(() => {
      settled = true;
    });
    await null;
    expect(settled).toBe(false);
    await waiting;
    expect(await notebook.runtime.value("x")).toBe(2);
  });

  test("that is closed says nothing more, though its inputs are still moved", async () => {
    const input = new MovedInput(1);
    const notebook = new TestNotebook(
      { a: "const k = view(input);", b: "k" },
      { shared: { input: () => input } },
    );
    await notebook.settled();
    notebook.dispose();
    input.move(3);
    await notebook.afterAll();
    expect(notebook.states).toEqual(["running", "settled"]);
  });

  test("that is closed lets go of who waits for it", async () => {
    const notebook = new TestNotebook({ a: "const x = new Promise(() => {});" });
    const waiting = notebook.settled();
    notebook.dispose();
    await waiting;
    await notebook.settled();
  });
});

describe("the value of a name", () => {
  test("is that of the cell as it stands, also when the cell has only just been run", async () => {
    const notebook = new TestNotebook({ a: "const x = 1;" });
    expect(await notebook.runtime.value("x")).toBe(1);
    const asked = notebook.runtime.value("x");
    notebook.rerun("a", "const x = await Promise.resolve(2);");
    expect([await asked, await notebook.runtime.value("x")]).toEqual([2, 2]);
  });

  test("is refused with the reason when its cell fails, and when there is none", async () => {
    const notebook = new TestNotebook({ a: "const x = no();\nconst no = 1;" });
    await expect(notebook.runtime.value("x")).rejects.toThrow(/Cannot access 'no'/);
    await expect(notebook.runtime.value("y")).rejects.toThrow("y is not defined");
  });
});
