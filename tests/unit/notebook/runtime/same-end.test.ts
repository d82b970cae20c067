import fc from "fast-check";
import { expect, test } from "vitest";
import { rename } from "../../../../src/notebook/compile/index.ts";
import { TestNotebook } from "./test-notebook.ts";

const ids = ["a", "b", "c", "d", "e"];
const names = ["p", "q", "r", "s"];

/** A cell that does not compile keeps the names that it had: it must be mended before notebooks can be compared. */
const broken = "const = ;";

const name = fc.constantFrom(...names);
/** Cells of every kind: they define, read, fail, wait, show, loop back, are broken or empty. */
const source = fc.oneof(
  fc.tuple(name, fc.nat(3)).map(([x, n]) => `const ${x} = ${n};`),
  fc.tuple(name, name).map(([x, y]) => (x === y ? `const ${x} = 7;` : `const ${x} = ${y} + 1;`)),
  fc.tuple(name, name).map(([x, y]) => `display(${x}); display([${x}, ${y}]);`),
  name.map((x) => `${x} * 10`),
  name.map((x) => `const ${x} = Promise.resolve(5);`),
  name.map((x) => `const ${x} = (function* () { yield 8; })();`),
  fc.tuple(name, name).map(([x, y]) => `if (${x} > 1) throw new Error("too large");\nconst ${y}${x} = 1;`),
  name.map((x) => `const {${x}, rest = ${x}} = {${x}: 3};`),
  fc.constant(broken),
  fc.constant("nowhere"),
  fc.constant("const Plot = 1;"),
  fc.constant("const p = ____;"),
  fc.constant(""),
);

type Edit =
  | { kind: "set"; id: string; source: string }
  | { kind: "remove"; id: string }
  | { kind: "rename"; id: string; from: string; to: string }
  | { kind: "run"; id: string }
  | { kind: "wait" };

const id = fc.constantFrom(...ids);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant("set"), id, source }),
  fc.record({ kind: fc.constant("remove"), id }),
  fc.record({ kind: fc.constant("rename"), id, from: name, to: name }),
  fc.record({ kind: fc.constant("run"), id }),
  fc.record({ kind: fc.constant("wait") }),
) as fc.Arbitrary<Edit>;

function renamed(text: string, from: string, to: string): string {
  try {
    return rename(text, from, to);
  } catch {
    return text; // it does not compile
  }
}

const stdlib = { shared: { Plot: () => "plots" } };

/**
 * All there is to see of a settled notebook: each cell's state, error, and what it shows. Of several inputs that are
 * missing a cell names the one that it heard of first, which may be another one each time.
 */
async function seen(notebook: TestNotebook, cells: Map<string, string>) {
  await notebook.settled();
  return Object.fromEntries(
    Array.from(cells.keys(), (id) => {
      const { state, error } = notebook.cell(id);
      if (error?.kind === "undefined" || error?.kind === "upstream") return [id, "waits for an input"];
      const said = error && { ...error, cell: error.cell !== undefined };
      return [id, { state, said, shown: state === "fulfilled" ? notebook.shown(id) : [] }];
    }),
  );
}

test("whatever was edited, renamed, run or taken out before, a notebook ends as its sources do from the start", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(id, source), { maxLength: 5 }),
      fc.array(edit, { maxLength: 12 }),
      async (initial, edits) => {
        const cells = new Map(initial);
        const edited = new TestNotebook(Object.fromEntries(cells), stdlib);
        for (const one of edits) {
          if (one.kind === "wait") await edited.settled();
          else if (one.kind === "set") {
            cells.set(one.id, one.source);
            edited.rerun(one.id, one.source);
          } else if (!cells.has(one.id)) continue;
          else if (one.kind === "remove") {
            cells.delete(one.id);
            edited.remove(one.id);
          } else if (one.kind === "run") edited.rerun(one.id);
          else {
            cells.set(one.id, renamed(cells.get(one.id)!, one.from, one.to));
            edited.rerun(one.id, cells.get(one.id)!);
          }
        }
        for (const [id, source] of cells) {
          if (source !== broken) continue;
          cells.set(id, "");
          edited.set(id, "");
        }
        if (cells.size === 0) return;
        const fresh = new TestNotebook(Object.fromEntries(cells), stdlib);
        expect(await seen(edited, cells)).toEqual(await seen(fresh, cells));
        edited.dispose();
        fresh.dispose();
      },
    ),
    { numRuns: 300, seed: 1 },
  );
});
