import "fake-indexeddb/auto";
import { afterEach, expect, test, vi } from "vitest";
import { deleteEverything, indexedDbStore } from "../../../../src/notebook/storage/index.ts";
import { edit, notebook } from "./records.ts";
import { fakeStorage, freshName } from "./storage.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("everything is deleted, also while tabs have it open, and nothing that is not ours", async () => {
  const storage = fakeStorage();
  vi.stubGlobal("localStorage", storage);
  const name = freshName();
  const [store, tab] = [await indexedDbStore(name), await indexedDbStore(name)];
  await store.write("a", "cell:k", edit("one"));
  await store.saveNotebook(notebook("n", "text"));
  await store.changeProgress(
    "a",
    "first",
    () => true,
    () => "{}",
  );
  await store.saveFile("n", "f", new Blob(["x"]));
  store.note("a", new Map([["cell:l", edit("noted")]]));
  storage.setItem("etude:volume", "1");
  storage.setItem("starlight-theme", "dark");
  await deleteEverything(name);
  const nothing = { notebooks: 0, editedCells: 0, tasks: 0, files: 0, bytes: 0, setAside: 0 };
  expect(await tab.everything()).toEqual(nothing);
  expect(await (await indexedDbStore(name)).load("a")).toEqual({
    edits: new Map(),
    layout: null,
    setAside: [],
  });
  expect([storage.length, storage.key(0)]).toEqual([1, "starlight-theme"]);
  // A tab that is still open can go on.
  await tab.write("a", "cell:k", edit("two"));
  expect((await store.load("a")).edits.get("k")!.source).toBe("two");
});

test("a refusal is said, and nothing of ours is forgotten then", async () => {
  const storage = fakeStorage();
  vi.stubGlobal("localStorage", storage);
  storage.setItem("etude:volume", "1");
  vi.spyOn(indexedDB, "deleteDatabase").mockImplementation(() => {
    throw new DOMException("no", "SecurityError");
  });
  await expect(deleteEverything(freshName())).rejects.toThrow("This browser blocks storage");
  expect(storage.length).toBe(1);
});
