import "fake-indexeddb/auto";
import { openDB } from "idb";
import { describe, expect, test } from "vitest";
import {
  type EditStore,
  indexedDbEditStore,
  memoryEditStore,
  type StoredEdit,
} from "../../../../src/notebook/storage/index.ts";
import { LeaveJournal } from "../../../../src/notebook/storage/leave-journal.ts";

/** A browser's storage that holds a few characters. */
function storage(capacity = 10_000): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > capacity) throw new DOMException("full", "QuotaExceededError");
      items.set(key, value);
    },
    removeItem: (key: string) => void items.delete(key),
  } as Storage;
}

let databases = 0;
const freshName = () => `test-${++databases}`;

function edit(source: string): StoredEdit {
  return { schema: 1, source, base: "const k = 1;", trust: "mine", updated: 5 };
}

const stores: [string, () => Promise<EditStore>][] = [
  ["in memory", async () => memoryEditStore()],
  ["in IndexedDB", () => indexedDbEditStore(freshName())],
];

describe.each(stores)("a store %s", (_, open) => {
  test("gives back what was saved, the last version of each cell", async () => {
    const store = await open();
    await store.save("a/b", "k", edit("one"));
    await store.save("a/b", "k", edit("two"));
    await store.save("a/b", "größe 2", edit("three"));
    expect(await store.load("a/b")).toEqual({
      edits: new Map([
        ["größe 2", edit("three")],
        ["k", edit("two")],
      ]),
      setAside: [],
    });
  });

  test("keeps notebooks apart, also those whose names begin alike", async () => {
    const store = await open();
    await store.save("a", "k", edit("one"));
    await store.save("a/b", "k", edit("two"));
    await store.save("a\uffff", "k", edit("three"));
    expect((await store.load("a")).edits).toEqual(new Map([["k", edit("one")]]));
    expect((await store.load("b")).edits.size).toBe(0);
  });

  test("forgets what is removed, and does not mind what was never there", async () => {
    const store = await open();
    await store.save("a", "k", edit("one"));
    await store.remove("a", "k");
    await store.remove("a", "k");
    expect((await store.load("a")).edits.size).toBe(0);
  });

  test("gives out a list that does not change under its reader", async () => {
    const store = await open();
    await store.save("a", "k", edit("one"));
    const { edits } = await store.load("a");
    await store.save("a", "k", edit("two"));
    expect(edits.get("k")!.source).toBe("one");
  });
});

describe("in IndexedDB", () => {
  test("an edit is there when the page is opened again", async () => {
    const name = freshName();
    await (await indexedDbEditStore(name)).save("a", "k", edit("one"));
    expect((await (await indexedDbEditStore(name)).load("a")).edits).toEqual(new Map([["k", edit("one")]]));
  });

  test.each([
    ["of a newer version", { ...edit("one"), schema: 2 }],
    ["without its source", { ...edit("one"), source: undefined }],
    ["of unknown trust", { ...edit("one"), trust: "perhaps" }],
    ["that is no record at all", "text"],
    ["that is null", null],
  ])("a record %s is set aside whole and named, and the others are loaded", async (_, record) => {
    const name = freshName();
    const store = await indexedDbEditStore(name);
    await store.save("a", "good", edit("one"));
    const db = await openDB(name);
    await db.put("edits", record, ["a", "bad"]);
    expect(await store.load("a")).toEqual({ edits: new Map([["good", edit("one")]]), setAside: ["bad"] });
    expect(await db.getAll("setAside")).toEqual([{ key: ["a", "bad"], record }]);
    // Said once; it does not stand in the way any more.
    expect((await store.load("a")).setAside).toEqual([]);
    db.close();
  });

  test("a newer version of the site in another tab is let in, and saving here fails aloud", async () => {
    const name = freshName();
    const store = await indexedDbEditStore(name);
    const newer = await openDB(name, 2);
    await expect(store.save("a", "k", edit("one"))).rejects.toThrow();
    newer.close();
  });

  test("what was only noted when the page was left is written when it is opened again", async () => {
    const name = freshName();
    const kept = storage();
    const before = await indexedDbEditStore(name, new LeaveJournal(kept));
    await before.save("a", "gone", edit("one"));
    before.note(
      "a",
      new Map([
        ["k", edit("two")],
        ["gone", null],
      ]),
    );
    const after = await indexedDbEditStore(name, new LeaveJournal(kept));
    expect((await after.load("b")).edits.size).toBe(0);
    expect((await after.load("a")).edits).toEqual(new Map([["k", edit("two")]]));
    const later = await indexedDbEditStore(name, new LeaveJournal(storage()));
    expect((await later.load("a")).edits).toEqual(new Map([["k", edit("two")]]));
  });

  test("what has been written since is not overwritten by an older note, nor by one that was forgotten", async () => {
    const kept = storage();
    const store = await indexedDbEditStore(freshName(), new LeaveJournal(kept));
    await store.save("a", "k", { ...edit("new"), updated: 9 });
    store.note("a", new Map([["k", edit("old")]]));
    expect((await store.load("a")).edits.get("k")!.source).toBe("new");
    store.note("a", new Map([["l", edit("old")]]));
    store.forget("a");
    expect((await store.load("a")).edits.has("l")).toBe(false);
  });

  test("a note that is not readable, or does not fit, does no harm", async () => {
    const kept = storage(200);
    const store = await indexedDbEditStore(freshName(), new LeaveJournal(kept));
    store.note("a", new Map([["k", edit("x".repeat(300))]]));
    kept.setItem("etude:unwritten:b", "{");
    kept.setItem("etude:unwritten:c", '[["k", {"schema": 2}]]');
    for (const notebook of ["a", "b", "c"]) expect((await store.load(notebook)).edits.size).toBe(0);
  });
});
