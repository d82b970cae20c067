import "fake-indexeddb/auto";
import { openDB } from "idb";
import { describe, expect, test } from "vitest";
import {
  indexedDbStore,
  memoryStore,
  readBackup,
  restoreBackup,
  writeBackup,
} from "../../../../src/notebook/storage/index.ts";
import { peekProgress } from "../../../../src/notebook/storage/peek-progress.ts";
import { edit } from "./records.ts";
import { freshName } from "./storage.ts";

const any = () => true;
const keep = (json: string) => () => json;

test("a database of version 2 gets a place for progress, and keeps what is in it", async () => {
  const name = freshName();
  const old = await openDB(name, 2, {
    upgrade(database) {
      for (const table of ["edits", "layouts", "notebooks", "versions", "times", "files", "fileBytes"])
        database.createObjectStore(table);
      database.createObjectStore("setAside", { autoIncrement: true });
    },
  });
  await old.put("edits", edit("kept"), ["a", "k"]);
  old.close();
  expect(await peekProgress("a", name)).toEqual([]);
  const store = await indexedDbStore(name);
  await store.changeProgress("a", "x", any, keep("1"));
  expect((await store.load("a")).edits.get("k")!.source).toBe("kept");
  expect(await store.progress("a", any)).toEqual({ tasks: new Map([["x", "1"]]), setAside: [] });
});

test("a record that is damaged, too large, or not understood is set aside and named", async () => {
  const name = freshName();
  const store = await indexedDbStore(name);
  await store.changeProgress("a", "good", any, keep("1"));
  await store.changeProgress("a", "strange", any, keep("strange"));
  const database = await openDB(name);
  await database.put("progress", { schema: 2, json: "1", updated: 1 }, ["a", "newer"]);
  await database.put("progress", { schema: 1, json: "x".repeat(20_001), updated: 1 }, ["a", "large"]);
  database.close();
  const { tasks, setAside } = await store.progress("a", (json) => json === "1");
  expect([[...tasks], setAside.sort()]).toEqual([[["good", "1"]], ["large", "newer", "strange"]]);
  expect((await store.everything()).setAside).toBe(3);
  expect((await store.progress("a", any)).tasks.size).toBe(1);
});

test("what is too large is refused, and what was there stays", async () => {
  const store = memoryStore();
  await store.changeProgress("a", "x", any, keep("1"));
  await expect(store.changeProgress("a", "x", any, keep("x".repeat(20_001)))).rejects.toThrow();
  expect((await store.progress("a", any)).tasks.get("x")).toBe("1");
});

test("a glance finds what is kept of a lesson or of all, and makes no database", async () => {
  const name = freshName();
  expect(await peekProgress(undefined, name)).toEqual([]);
  expect((await indexedDB.databases()).some((each) => each.name === name)).toBe(false);
  const store = await indexedDbStore(name);
  await store.changeProgress("a", "x", any, keep("1"));
  await store.changeProgress("ab", "y", any, keep("2"));
  const seen = async (notebook?: string) =>
    (await peekProgress(notebook, name)).map(({ notebook, task, json }) => [notebook, task, json]);
  expect(await seen("a")).toEqual([["a", "x", "1"]]);
  expect(await seen()).toHaveLength(2);
});

describe("a backup with progress", () => {
  async function backupOf(json: string) {
    const store = memoryStore();
    await store.changeProgress("a", "x", any, keep(json));
    return readBackup(await writeBackup(store));
  }

  test("does not overwrite what is here, unless the site knows how both go together", async () => {
    const store = memoryStore();
    await store.changeProgress("a", "x", any, keep("here"));
    const backup = await backupOf("there");
    expect(await restoreBackup(store, backup)).toMatchObject({ tasks: 0, alreadyHere: 1 });
    const merged = await restoreBackup(store, backup, (here, there) => `${here} and ${there}`);
    expect(merged).toMatchObject({ tasks: 1, alreadyHere: 0 });
    expect((await store.progress("a", any)).tasks.get("x")).toBe("here and there");
  });

  test("leaves what cannot be read here as it is", async () => {
    const name = freshName();
    const store = await indexedDbStore(name);
    const database = await openDB(name);
    await database.put("progress", "of the future", ["a", "x"]);
    expect(await restoreBackup(store, await backupOf("there"))).toMatchObject({ tasks: 0 });
    expect(await database.get("progress", ["a", "x"])).toBe("of the future");
    database.close();
  });
});
