import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { importsOf, readImports } from "./support/import-graph.ts";
import { findCircle, wrongArrows } from "./support/import-rules.ts";

const src = readImports(resolve(import.meta.dirname, "../../src"));

describe("src", () => {
  test("has sources that import each other", () => {
    expect([...src.values()].flat().length).toBeGreaterThan(10);
  });

  test("imports run one way", () => {
    expect(wrongArrows(src)).toEqual([]);
  });

  test("has no circle of imports", () => {
    expect(findCircle(src)).toBeUndefined();
  });
});

describe("the walk over the imports", () => {
  test("sees values, types, re-exports, dynamic imports and workers, in Astro files too", () => {
    const text = `
      import { a } from "./a.ts";
      import type { B } from "./b.ts";
      export { c } from "./c.ts";
      const d = await import("./d.ts");
      new Worker(new URL("./e.worker.ts", import.meta.url), { type: "module" });
    `;
    const names = ["./a.ts", "./b.ts", "./c.ts", "./d.ts", "./e.worker.ts"];
    expect(importsOf("x.ts", text)).toEqual(names);
    expect(importsOf("x.astro", `---\n${text}\n---\n<p>import "./no.ts"</p>`)).toEqual(names);
    expect(importsOf("x.astro", `<p></p><script>import "./f.ts";</script>`)).toEqual(["./f.ts"]);
  });

  test.each([
    ["learn/a.ts", "music/b.ts"],
    ["notebook/runtime/a.ts", "stdlib/b.ts"],
    ["notebook/runtime/a.ts", "notebook/view/b.ts"],
    ["notebook/document/a.ts", "notebook/compile/b.ts"],
    ["course/a.ts", "notebook/runtime/b.ts"],
    ["stdlib/figures/a.ts", "components/b.astro"],
    ["components/a.astro", "learn/b.ts"],
    ["elsewhere/a.ts", "learn/b.ts"],
  ])("rejects %s importing %s", (from, to) => {
    expect(wrongArrows(new Map([[from, [to]]]))).toHaveLength(1);
  });

  test.each([
    ["learn/a.ts", "learn/trees/b.ts"],
    ["notebook/view/a.ts", "notebook/document/b.ts"],
    ["stdlib/figures/a.ts", "music/index.ts"],
    ["pages/a.astro", "notebook/index.ts"],
  ])("allows %s importing %s", (from, to) => {
    expect(wrongArrows(new Map([[from, [to]]]))).toEqual([]);
  });

  test("finds a circle, and names the files along it", () => {
    const graph = new Map([
      ["a.ts", ["b.ts"]],
      ["b.ts", ["c.ts", "d.ts"]],
      ["c.ts", []],
      ["d.ts", ["b.ts"]],
    ]);
    expect(findCircle(graph)).toEqual(["b.ts", "d.ts", "b.ts"]);
    graph.set("d.ts", ["c.ts"]);
    expect(findCircle(graph)).toBeUndefined();
  });
});
