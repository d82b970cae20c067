import "fake-indexeddb/auto";
import { openDB } from "idb";
import { describe, expect, test } from "vitest";
import {
  type EditStore,
  indexedDbEditStore,
  memoryEditStore,
  type StoredEdit,
} from "../../../../src/notebook/storage/index.ts";

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
});
