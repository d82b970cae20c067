import { describe, expect, test } from "vitest";
import { loopGuard, RunawayError, startTurn } from "../../../../src/notebook/runtime/loop-guard.ts";
import { TestNotebook } from "./test-notebook.ts";

/** The settled notebook of one cell with a budget of 100 ms, and of a second one that must not suffer from it. */
async function run(source: string) {
  const notebook = new TestNotebook({ a: `// @budget 100ms\n${source}`, b: "1 + 1" });
  const started = performance.now();
  await notebook.settled();
  return { notebook, tookMs: performance.now() - started };
}

// The budget, and as much again for a machine that is busy with other things.
const soonMs = 2000;

describe("what never ends is cut", () => {
  test.each([
    ["a loop", "while (true) {}", 2],
    ["a loop without a body", "for (;;);", 2],
    ["a loop that does something", "let n = 0;\nfor (;;) n += Math.sqrt(n);", 3],
    ["a loop that catches everything", "while (true) {\n  try { while (true) {} } catch {}\n}", 3],
    [
      "a loop that goes on after everything",
      "while (true) {\n  try { for (;;) {} } finally { continue; }\n}",
      3,
    ],
    [
      "a loop that catches what its function throws",
      "const f = () => { while (true); };\nwhile (true) try { f(); } catch {}",
      2,
    ],
    ["awaits that never let the page have a turn", "while (true) await null;", 2],
    ["such awaits that catch everything", "while (true) try { await null; } catch {}", 2],
    [
      "an async function that calls itself",
      "const f = async () => {\n  await null;\n  return f();\n};\nawait f();",
      2,
    ],
    [
      "a generator that is drained",
      "function* all() {\n  while (true) yield 1;\n}\nfor (const x of all()) x;",
      undefined,
    ],
    [
      "callbacks in loops",
      "const xs = [1];\nxs.forEach(function f(x) { while (x) xs.forEach(() => 1); });",
      undefined,
    ],
    ["functions that call each other", "const f = (n) => n > 40 ? 0 : f(n + 1) + f(n + 1);\nf(0);", 2],
    ["a loop in a loop", "for (;;) {\n  for (let i = 0; i < 9; ++i) {}\n}", undefined],
    ["a loop in a class", "class A {\n  static x = (() => { do {} while (true); })();\n}", 3],
  ])("%s", async (_, source, line) => {
    const { notebook, tookMs } = await run(source);
    expect(notebook.message("a")).toMatch(
      /^This has kept the page busy for 0\.1 s, so it was cut in line \d+\./,
    );
    if (line !== undefined) expect(notebook.cell("a").error!.line).toBe(line);
    expect(tookMs).toBeLessThan(soonMs);
    expect(notebook.shown("b")).toEqual([2]);
  });

  test("after many quick rounds too, when a round becomes slow", async () => {
    const source = `
const big = Array.from({length: 20_000}, (_, i) => (i * 7919) % 20_011);
for (let i = 0; ; ++i) if (i > 200_000) big.slice().sort();`;
    const { notebook, tookMs } = await run(source);
    expect(notebook.state("a")).toBe("rejected");
    expect(tookMs).toBeLessThan(2 * soonMs);
  });
});

describe("what is honest passes", () => {
  test.each([
    [
      "a loop that gives the page its turns",
      "const until = performance.now() + 250; let n = 0; while (performance.now() < until) { ++n; await new Promise((go) => setTimeout(go, 0)); } display(n > 1);",
    ],
    ["a loop of a million rounds", "let n = 0; while (n < 1e6) ++n; display(n === 1e6);"],
    [
      "many short functions",
      "display(Array.from({length: 2e4}, (_, i) => i).map((x) => x * 2).length === 2e4);",
    ],
    ["a long wait", "await new Promise((go) => setTimeout(go, 250)); for (const x of [1]) display(x === 1);"],
  ])("%s", async (_, source) => {
    const { notebook } = await run(source);
    expect(notebook.message("a")).toBeUndefined();
    expect(notebook.shown("a")).toEqual([true]);
  });

  test("many cells in one turn are not taken for one that holds the page", async () => {
    const busy = (i: number) =>
      `// @budget 100ms\nconst end${i} = performance.now() + 30; while (performance.now() < end${i});`;
    const notebook = new TestNotebook(
      Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`c${i}`, busy(i)])),
    );
    await notebook.settled();
    expect(notebook.runtime.cells().map(({ state }) => state)).toEqual(Array(10).fill("fulfilled"));
  });
});

test("a function that many cells call in one turn is not cut for what it did for all of them", async () => {
  const notebook = new TestNotebook({
    f: "// @budget 100ms\nconst wait = () => { const end = performance.now() + 30; while (performance.now() < end); return 1; };",
    ...Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`c${i}`, "// @budget 100ms\nwait()"])),
  });
  await notebook.settled();
  expect(notebook.runtime.cells().map(({ state }) => state)).toEqual(Array(11).fill("fulfilled"));
});

describe("the guard", () => {
  const run = { cutReason: undefined as unknown };

  test("says how to have more time, rounded up", () => {
    expect(new RunawayError(3, 2000).message).toMatch(
      /for 2 s, so it was cut in line 3\. .* `\/\/ @budget 10s`/,
    );
    expect(new RunawayError(3, 100).message).toContain("`// @budget 1s`");
  });

  test("gives a function of another cell the budget of the cell that calls it", () => {
    startTurn(60_000);
    const check = loopGuard(run, 5);
    check(1);
    const until = performance.now() + 6;
    while (performance.now() < until);
    expect(() => check(1)).not.toThrow();
  });

  test("once tripped, throws at every check until the page has had a turn", async () => {
    startTurn(5);
    const check = loopGuard(run, 5);
    check(1);
    const until = performance.now() + 6;
    while (performance.now() < until);
    expect(() => check(1)).toThrow(RunawayError);
    for (let i = 0; i < 100; ++i) expect(() => check(2)).toThrow(/line 1/);
    await new Promise((go) => setTimeout(go));
    // The page's turn reaches the clock by a message of its own.
    await new Promise((go) => setTimeout(go));
    expect(() => check(1)).not.toThrow();
  });

  test("throws why its run must not go on, at the first check after it must not", () => {
    const ended = { cutReason: undefined as unknown };
    const check = loopGuard(ended);
    for (let i = 0; i < 100_000; ++i) check(1);
    ended.cutReason = new Error("stopped");
    expect(() => check(1)).toThrow("stopped");
  });
});
