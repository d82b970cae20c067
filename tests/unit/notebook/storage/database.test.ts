import "fake-indexeddb/auto";
import { openDB } from "idb";
import { afterEach, describe, expect, test, vi } from "vitest";
import { indexedDbStore, StorageError } from "../../../../src/notebook/storage/index.ts";
import { edit, layout, notebook } from "./records.ts";
import { freshName } from "./storage.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A database as version 1 of the site made it. */
function openVersion1(name: string) {
  return openDB(name, 1, {
    upgrade(database) {
      database.createObjectStore("edits");
      database.createObjectStore("setAside", { autoIncrement: true });
    },
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  });
}

function fail(name: string) {
  return () => {
    throw new DOMException("from the test", name);
  };
}

/** A request that nobody ever answers. */
function silent(): IDBOpenDBRequest {
  const request = Object.create(IDBOpenDBRequest.prototype) as IDBOpenDBRequest;
  return Object.assign(request, { addEventListener() {}, removeEventListener() {} });
}

describe("a database of version 1", () => {
  test("is brought up to date with everything in it, and takes what is new", async () => {
    const name = freshName();
    const old = await openVersion1(name);
    await old.put("edits", edit("one"), ["a", "k"]);
    await old.put("edits", edit("two"), ["a/b", "größe 2"]);
    await old.add("setAside", { key: ["a", "bad"], record: { schema: 2 } });
    old.close();
    const store = await indexedDbStore(name);
    expect(await store.load("a")).toEqual({
      edits: new Map([["k", edit("one")]]),
      layout: null,
      setAside: [],
    });
    expect((await store.load("a/b")).edits).toEqual(new Map([["größe 2", edit("two")]]));
    expect(await store.everything()).toMatchObject({ editedCells: 2, setAside: 1 });
    const db = await openDB(name);
    expect(await db.getAll("setAside")).toEqual([
      { from: "edits", key: ["a", "bad"], record: { schema: 2 } },
    ]);
    db.close();
    await store.write("a", "layout", layout("added-1"));
    await store.saveNotebook(notebook("mine", "text"));
    expect(await (await indexedDbStore(name)).notebook("mine")).toEqual(notebook("mine", "text"));
  });

  test("that another tab has open is taken from it", async () => {
    const name = freshName();
    const old = await openVersion1(name);
    await old.put("edits", edit("one"), ["a", "k"]);
    expect((await (await indexedDbStore(name)).load("a")).edits.size).toBe(1);
  });
});

describe("a database of a newer version", () => {
  test("is left as it is, and said so", async () => {
    const name = freshName();
    const newer = await openDB(name, 9, { upgrade: (database) => void database.createObjectStore("edits") });
    await newer.put("edits", "of the future", ["a", "k"]);
    newer.close();
    const refused = indexedDbStore(name);
    await expect(refused).rejects.toThrow(StorageError);
    await expect(refused).rejects.toThrow(/newer version of this site, and is left as it is/);
    const again = await openDB(name);
    expect([again.version, await again.get("edits", ["a", "k"])]).toEqual([9, "of the future"]);
    again.close();
  });

  test("in another tab is let in, and writing here says what to do", async () => {
    const name = freshName();
    const store = await indexedDbStore(name);
    const newer = await openDB(name, 9);
    await expect(store.write("a", "cell:k", edit("one"))).rejects.toThrow(/Reload the page/);
    newer.close();
  });
});

test("a connection that was closed is opened again, and nothing is lost by it", async () => {
  const name = freshName();
  const store = await indexedDbStore(name);
  await store.write("a", "cell:k", edit("one"));
  const transaction = vi.spyOn(IDBDatabase.prototype, "transaction");
  transaction.mockImplementationOnce(fail("InvalidStateError"));
  await store.write("a", "cell:l", edit("two"));
  transaction.mockImplementationOnce(fail("InvalidStateError"));
  expect((await store.load("a")).edits.size).toBe(2);
  expect(transaction).toHaveBeenCalledTimes(4);
});

test("what is written is asked to be on the disk", async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, "transaction");
  const store = await indexedDbStore(freshName());
  await store.write("a", "cell:k", edit("one"));
  expect(transaction.mock.calls.at(-1)!.slice(1)).toEqual(["readwrite", { durability: "strict" }]);
});

test("the browser is asked once, at the first write, to keep it all", async () => {
  const persist = vi.fn(async () => true);
  vi.stubGlobal("navigator", { storage: { persist } });
  const store = await indexedDbStore(freshName());
  await store.load("a");
  expect(persist).not.toHaveBeenCalled();
  await store.write("a", "cell:k", edit("one"));
  await store.write("a", "cell:k", edit("two"));
  expect(persist).toHaveBeenCalledTimes(1);
});

test("a full disk is said in plain words, and what was kept stays", async () => {
  const store = await indexedDbStore(freshName());
  await store.write("a", "cell:k", edit("one"));
  await store.saveNotebook(notebook("n", "one"));
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(fail("QuotaExceededError"));
  for (const write of [
    () => store.write("a", "cell:k", edit("two")),
    () => store.saveNotebook(notebook("n", "two")),
    () => store.saveFile("n", "f", new Blob(["x"])),
    () => store.addVersion("a", "k", { source: "s", at: 1, why: "run" }),
  ]) {
    await expect(write()).rejects.toThrow(/storage is full.*Download this notebook to keep it/s);
  }
  vi.restoreAllMocks();
  expect((await store.load("a")).edits.get("k")).toEqual(edit("one"));
  expect((await store.notebook("n"))!.markdown).toBe("one");
  expect(await store.files("n")).toEqual([]);
});

test("a write that fails in its middle leaves nothing half-written", async () => {
  const name = freshName();
  const [mine, other] = [await indexedDbStore(name), await indexedDbStore(name)];
  await mine.load("a");
  await other.write("a", "cell:k", edit("theirs"));
  const put = IDBObjectStore.prototype.put;
  let puts = 0;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...record) {
    if (++puts === 2) fail("QuotaExceededError")();
    return put.apply(this, record);
  });
  await expect(mine.write("a", "cell:k", edit("mine"))).rejects.toThrow("full");
  vi.restoreAllMocks();
  expect(await mine.versions("a", "k")).toEqual([]);
  expect((await mine.load("a")).edits.get("k")).toEqual(edit("theirs"));
});

describe("where the browser keeps nothing", () => {
  test.each<[string, () => void]>([
    ["refuses to open", () => vi.spyOn(indexedDB, "open").mockImplementation(fail("SecurityError"))],
    ["fails oddly", () => vi.spyOn(indexedDB, "open").mockImplementation(fail("InvalidStateError"))],
    ["has no database at all", () => vi.stubGlobal("indexedDB", undefined)],
  ])("because it %s, that is said in plain words", async (_, block) => {
    block();
    await expect(indexedDbStore(freshName())).rejects.toThrow(/This browser blocks storage for this site/);
  });

  test("a storage that does not answer is given up, at opening and later", async () => {
    const store = await indexedDbStore(freshName(), { patienceMs: 2000 });
    vi.spyOn(indexedDB, "open").mockImplementation(silent);
    await expect(indexedDbStore(freshName(), { patienceMs: 50 })).rejects.toThrow(/does not answer/);
    vi.restoreAllMocks();
    vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(silent);
    await expect(store.write("a", "cell:k", edit("one"))).rejects.toThrow(/does not answer/);
  });

  test("a localStorage that throws is done without", async () => {
    vi.stubGlobal("localStorage", new Proxy({}, { get: fail("SecurityError") }));
    const store = await indexedDbStore(freshName());
    store.note("a", new Map([["cell:k", edit("one")]]));
    store.forget("a");
    await store.write("a", "cell:k", edit("two"));
    expect((await store.load("a")).edits.size).toBe(1);
    expect(await store.notebooks()).toEqual([]);
  });
});

describe("a record that cannot be read", () => {
  test.each([
    ["of a newer version", { ...edit("one"), schema: 2 }],
    ["without its source", { ...edit("one"), source: undefined }],
    ["of unknown trust", { ...edit("one"), trust: "perhaps" }],
    ["changed at no time", { ...edit("one"), updated: Number.NaN }],
    ["that is no record at all", "text"],
    ["that is null", null],
  ])("%s is set aside whole and named, and the others are loaded", async (_, record) => {
    const name = freshName();
    const store = await indexedDbStore(name);
    await store.write("a", "cell:good", edit("one"));
    const db = await openDB(name);
    await db.put("edits", record, ["a", "bad"]);
    const { edits, setAside } = await store.load("a");
    expect([edits, setAside]).toEqual([new Map([["good", edit("one")]]), ["bad"]]);
    expect(await db.getAll("setAside")).toEqual([{ from: "edits", key: ["a", "bad"], record }]);
    // Said once; it does not stand in the way any more.
    expect((await store.load("a")).setAside).toEqual([]);
    db.close();
  });

  test("as a layout is set aside under that name, and a lesson without its own order is loaded", async () => {
    const name = freshName();
    const store = await indexedDbStore(name);
    const db = await openDB(name);
    await db.put("layouts", { ...layout("x"), placed: [{ id: 1 }] }, ["a"]);
    expect(await store.load("a")).toEqual({ edits: new Map(), layout: null, setAside: ["layout"] });
    db.close();
  });

  test("among the own notebooks is set aside, counted, and never written over", async () => {
    const name = freshName();
    const store = await indexedDbStore(name);
    await store.saveNotebook(notebook("good", "text"));
    const db = await openDB(name);
    const newer = { ...notebook("bad", "of the future"), schema: 2 };
    await db.put("notebooks", newer, ["bad"]);
    await expect(store.notebook("bad")).rejects.toThrow(/cannot be read by this version/);
    await store.saveNotebook(notebook("bad", "new"));
    expect(await db.getAll("setAside")).toEqual([{ from: "notebooks", key: ["bad"], record: newer }]);
    await db.put("notebooks", 5, ["worse"]);
    expect((await store.notebooks()).map(({ id }) => id).sort()).toEqual(["bad", "good"]);
    expect((await store.everything()).setAside).toBe(2);
    db.close();
  });

  test("as versions, times and files stands in nobody's way", async () => {
    const name = freshName();
    const store = await indexedDbStore(name);
    const db = await openDB(name);
    await db.put("versions", [{ source: 1 }], ["a", "k"]);
    await db.put("times", -1, ["a", "k"]);
    await db.put("files", { name: "f" }, ["a", "f"]);
    await db.put("fileBytes", "no bytes", ["a", "f"]);
    expect([await store.versions("a", "k"), await store.times("a"), await store.files("a")]).toEqual([
      [],
      new Map(),
      [],
    ]);
    expect(await store.file("a", "f")).toBe(null);
    await store.addVersion("a", "k", { source: "s", at: 1, why: "run" });
    expect(await store.versions("a", "k")).toHaveLength(1);
    expect((await store.everything()).setAside).toBe(1);
    db.close();
  });
});

test("a version of which nobody noted whose it is is the learner's own, unless it came from a backup", async () => {
  const name = freshName();
  const store = await indexedDbStore(name);
  const db = await openDB(name);
  const old = (["run", "other tab", "restored"] as const).map((why) => ({ source: why, at: 1, why }));
  await db.put("versions", old, ["a", "k"]);
  db.close();
  expect((await store.versions("a", "k")).map(({ trust }) => trust)).toEqual(["mine", "mine", "foreign"]);
});
