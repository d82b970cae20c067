import { expect, test } from "vitest";
import { KNeighborsClassifier } from "../../../../src/learn/index.ts";
import { CellRun } from "../../../../src/notebook/runtime/cell-run.ts";
import { isRun } from "../../../../src/notebook/runtime/index.ts";
import { computeFor } from "../../../../src/stdlib/compute/index.ts";
import { X, y } from "./data.ts";

// The notebook and the twins know of each other only by a symbol: here both are at hand.
function fixture() {
  const progress: (number | null)[] = [];
  const cell = new CellRun(new Promise(() => {}), (fraction) => progress.push(fraction));
  const { crossValidate } = computeFor(
    { signal: cell.signal, track: (run) => cell.track(run as never) },
    null,
  );
  return { cell, progress, run: crossValidate(new KNeighborsClassifier(), X, y) };
}

test("a notebook knows a twin's Run, and draws its progress while it is awaited", async () => {
  const { cell, progress, run } = fixture();
  expect(isRun(run)).toBe(true);
  const result = run.then();
  expect(cell.working).toBe(true);
  expect((await result).folds).toHaveLength(5);
  expect(cell.working).toBe(false);
  expect(progress[0]).toBe(0);
  expect(progress.at(-1)).toBeNull();
});

test("Stop ends a Run that is awaited", async () => {
  const { cell, run } = fixture();
  const result = run.then();
  cell.end("stopped");
  await expect(result).rejects.toMatchObject({ name: "AbortError" });
  expect(cell.working).toBe(false);
});
