import fc from "fast-check";
import { expect, test } from "vitest";
import { EditedNotebook } from "./edited-notebook.ts";
import { cellsById, edit } from "./random-notebook.ts";

/** More of them by hand: `SAME_END_RUNS=5000 SAME_END_SEED=7`. */
const numRuns = Number(process.env.SAME_END_RUNS ?? 250);
const seed = Number(process.env.SAME_END_SEED ?? 1);

test("whatever was edited, renamed, moved, run, stopped or taken out before, a notebook ends as its sources do from the start", async () => {
  await fc.assert(
    fc.asyncProperty(cellsById, fc.array(edit, { maxLength: 14 }), async (initial, edits) => {
      const edited = new EditedNotebook(initial);
      for (const one of edits) await edited.do(one);
      await edited.finish();
      const fresh = new EditedNotebook(edited.cells, edited.notebook.runtime.inputValues());
      await fresh.finish();
      try {
        expect(edited.seen()).toEqual(fresh.seen());
      } finally {
        edited.notebook.dispose();
        fresh.notebook.dispose();
      }
    }),
    { numRuns, seed },
  );
}, 600_000);
