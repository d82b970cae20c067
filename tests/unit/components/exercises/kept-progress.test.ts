import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { keptProgress } from "../../../../src/components/exercises/kept-progress.ts";
import { memoryProgress } from "../../../../src/components/exercises/progress-port.ts";
import { type ExerciseEvent, recordText, untouched } from "../../../../src/course/exercises/index.ts";
import {
  indexedDbStore,
  memoryStore,
  type NotebookStore,
  StorageError,
} from "../../../../src/notebook/storage/index.ts";
import { freshName } from "../../notebook/storage/storage.ts";

const isKept = async () => true;
const over = (store: NotebookStore, rest = {}) => keptProgress(async () => store, { isKept, ...rest });
const checked = (state: "failed" | "passed"): ExerciseEvent => ({
  kind: "checked",
  result: { state, message: state },
});

describe.each([
  ["in the storage", () => over(memoryStore())],
  ["in memory", memoryProgress],
] as const)("progress %s", (_, open) => {
  test("is what has happened, task by task and lesson by lesson", async () => {
    const port = open();
    expect(await port.read("a", "x")).toBe(null);
    await port.happened("a", "x", checked("failed"));
    expect(await port.happened("a", "x", checked("passed"))).toMatchObject({ attempts: 2, passed: true });
    expect(await port.read("a", "x")).toMatchObject({ attempts: 2, passed: true });
    expect([await port.read("a", "quiz x"), await port.read("b", "x")]).toEqual([null, null]);
  });

  test("is forgotten when it is reset", async () => {
    const port = open();
    await port.happened("a", "x", checked("passed"));
    await port.happened("a", "x", { kind: "reset" });
    expect(await port.read("a", "x")).toBe(null);
  });
});

test("progress is there on the next visit, and nothing is left of what was reset", async () => {
  const store = memoryStore();
  await over(store).happened("a", "x", checked("passed"));
  expect(await over(store).read("a", "x")).toMatchObject({ passed: true });
  await over(store).happened("a", "x", { kind: "reset" });
  expect((await store.everything()).tasks).toBe(0);
});

test("the storage is not opened as long as there is nothing to read", async () => {
  let opened = 0;
  const port = keptProgress(
    async () => {
      opened++;
      return memoryStore();
    },
    { isKept: async () => false },
  );
  expect(await port.read("a", "x")).toBe(null);
  expect(opened).toBe(0);
  await port.happened("a", "x", { kind: "hint" });
  expect(await port.read("a", "x")).toMatchObject({ hintsShown: 1 });
  expect(opened).toBe(1);
});

test("two tabs lose nothing of what the other one did, and hear of it", async () => {
  const name = freshName();
  const [one, other] = [over(await indexedDbStore(name)), over(await indexedDbStore(name))];
  await Promise.all([one.read("a", "x"), other.read("a", "x")]);
  const heard = new Promise<string>((resolve) => other.onOtherTab(resolve));
  await one.happened("a", "x", checked("passed"));
  expect(await heard).toBe("a");
  expect(await other.read("a", "x")).toMatchObject({ passed: true });
  // This tab has not looked since: what it writes goes on from what is there, all the same.
  expect(await one.happened("a", "x", { kind: "hint" })).toMatchObject({ passed: true, hintsShown: 1 });
  expect(await other.happened("a", "x", checked("failed"))).toMatchObject({
    passed: true,
    hintsShown: 1,
    attempts: 2,
  });
});

test("what was kept under an id of before is moved to the present one", async () => {
  const store = memoryStore();
  await over(store).happened("a", "old", checked("passed"));
  await over(store).happened("a", "quiz old", checked("failed"));
  const port = over(store, { aliases: { old: "new" } });
  expect(await port.read("a", "new")).toMatchObject({ passed: true });
  expect(await port.read("a", "quiz new")).toMatchObject({ attempts: 1 });
  const { tasks } = await store.progress("a", () => true);
  expect([...tasks.keys()].sort()).toEqual(["new", "quiz new"]);
});

test("a record of a newer version is set aside and named, and not overwritten", async () => {
  const store = memoryStore();
  const newer = recordText(untouched).replace('"version":1', '"version":2');
  const keep = (task: string) =>
    store.changeProgress(
      "a",
      task,
      () => true,
      () => newer,
    );
  await keep("x");
  const named: string[] = [];
  const port = over(store, { onSetAside: (tasks: string[]) => named.push(...tasks) });
  expect(await port.read("a", "x")).toBe(null);
  expect(named).toEqual(["x"]);
  // One that comes while the page is open, from a tab with the newer site.
  await keep("y");
  await port.happened("a", "y", { kind: "hint" });
  expect(await store.everything()).toMatchObject({ tasks: 1, setAside: 2 });
});

test("a storage that is full says so, and what fails once is tried again the next time", async () => {
  const store = memoryStore();
  let isBroken = true;
  const port = keptProgress(
    async () => {
      if (isBroken) throw new StorageError("This browser blocks storage for this site.");
      return store;
    },
    { isKept },
  );
  await expect(port.happened("a", "x", { kind: "hint" })).rejects.toThrow("This browser blocks storage");
  isBroken = false;
  expect(await port.happened("a", "x", { kind: "hint" })).toMatchObject({ hintsShown: 1 });
});
