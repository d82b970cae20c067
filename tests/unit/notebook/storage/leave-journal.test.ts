import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Entry, type EntryKey, indexedDbStore } from "../../../../src/notebook/storage/index.ts";
import { LeaveJournal } from "../../../../src/notebook/storage/leave-journal.ts";
import { edit, layout, notebook } from "./records.ts";
import { fakeStorage, freshName } from "./storage.ts";

/** The clock stands at 1000, and is moved by hand. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1000 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A browser: each tab is a store on one database, with one localStorage. */
function browser(capacity?: number) {
  const name = freshName();
  const storage = fakeStorage(capacity);
  return { storage, tab: () => indexedDbStore(name, { journal: new LeaveJournal(storage) }) };
}

const noted = (...entries: [EntryKey, Entry | null][]) => new Map(entries);

describe("what was only noted when the page was left", () => {
  test("is written when it is opened again: edits, what was taken back, and the layout", async () => {
    const { tab, storage } = browser();
    const before = await tab();
    await before.write("a", "cell:gone", edit("one", 1000));
    before.note(
      "a",
      noted(
        ["cell:k", edit("two", 1002)],
        ["cell:gone", null],
        ["layout", layout("added-1")],
        ["cell:layout", edit("three", 1003)],
      ),
    );
    const after = await tab();
    expect((await after.load("b")).edits.size).toBe(0);
    const { edits, layout: order } = await after.load("a");
    expect(Object.fromEntries(edits)).toEqual({ k: edit("two", 1002), layout: edit("three", 1003) });
    expect(order).toEqual(layout("added-1"));
    expect(storage.length).toBe(0);
    expect((await (await tab()).load("a")).edits.get("k")).toEqual(edit("two", 1002));
  });

  test("of an own notebook is there when it is opened, in the list, and when it is removed and brought back", async () => {
    const { tab } = browser();
    (await tab()).note("n", noted(["document", notebook("n", "typed")]));
    expect((await (await tab()).notebook("n"))!.markdown).toBe("typed");
    (await tab()).note("m", noted(["document", notebook("m", "typed too")]));
    expect((await (await tab()).notebooks()).map(({ id }) => id).sort()).toEqual(["m", "n"]);
    (await tab()).note("m", noted(["document", notebook("m", "typed last", { updated: 9000 })]));
    const store = await tab();
    await (await store.removeNotebook("m"))();
    expect((await store.notebook("m"))!.markdown).toBe("typed last");
  });

  test("does not overwrite what another tab has written since, nor is it lost", async () => {
    const { tab } = browser();
    const [left, other] = [await tab(), await tab()];
    left.note("a", noted(["cell:k", edit("noted", 1001)], ["cell:l", null], ["layout", layout("from-left")]));
    vi.setSystemTime(2000);
    await other.write("a", "cell:k", edit("written since", 2000));
    await other.write("a", "cell:l", edit("written since, too", 2000));
    await other.write("a", "layout", { ...layout("from-other"), updated: 2000 });
    const { edits, layout: order } = await (await tab()).load("a");
    expect([edits.get("k")!.source, edits.get("l")!.source]).toEqual(["written since", "written since, too"]);
    expect((await other.versions("a", "k")).map(({ source }) => source)).toEqual(["noted"]);
    expect(order!.placed.map(({ id }) => id)).toEqual(["from-other", "from-left"]);
  });

  test("keeps what another tab wrote meanwhile in the cell's versions, and not what it had itself", async () => {
    const { tab } = browser();
    await (await tab()).write("a", "cell:k", edit("earlier visit", 900));
    const [left, other] = [await tab(), await tab()];
    await other.load("a");
    await other.write("a", "cell:k", edit("other tab", 1100));
    await left.write("a", "cell:l", edit("own", 1100));
    left.note("a", noted(["cell:k", edit("noted", 1200)], ["cell:l", edit("own, longer", 1200)]));
    const store = await tab();
    const { edits } = await store.load("a");
    expect([edits.get("k")!.source, edits.get("l")!.source]).toEqual(["noted", "own, longer"]);
    expect((await store.versions("a", "k")).map(({ source }) => source)).toEqual(["other tab"]);
    expect(await store.versions("a", "l")).toEqual([]);
  });

  test("by two tabs is read from both, and one does not forget for the other", async () => {
    const { tab } = browser();
    const [one, two] = [await tab(), await tab()];
    one.note("a", noted(["cell:k", edit("from one", 1001)]));
    two.note("a", noted(["cell:l", edit("from two", 1002)]));
    two.note("a", noted(["cell:m", edit("from two", 1002)]));
    one.forget("a");
    expect([...(await (await tab()).load("a")).edits.keys()]).toEqual(["m"]);
  });

  test("waits, and is shown, while the disk is full", async () => {
    const { tab } = browser();
    (await tab()).note("a", noted(["cell:k", edit("noted", 1001)]));
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect((await (await tab()).load("a")).edits.get("k")!.source).toBe("noted");
    put.mockRestore();
    const store = await tab();
    expect((await store.load("a")).edits.get("k")!.source).toBe("noted");
    expect((await store.everything()).editedCells).toBe(1);
  });
});

test("a note of the first version of the site is read", async () => {
  const { tab, storage } = browser();
  await (await tab()).write("a", "cell:gone", edit("one"));
  const pairs = [
    ["k", edit("two")],
    ["layout", edit("a cell of this name")],
    ["gone", null],
  ];
  storage.setItem("etude:unwritten:a", JSON.stringify(pairs));
  expect(Object.fromEntries((await (await tab()).load("a")).edits)).toEqual({
    k: edit("two"),
    layout: edit("a cell of this name"),
  });
  expect(storage.length).toBe(0);
});

test("a note that is not readable does no harm, and stays; one that does not fit is not made", async () => {
  const { tab, storage } = browser(300);
  const store = await tab();
  store.note("a", noted(["cell:k", edit("x".repeat(300))]));
  expect(storage.length).toBe(0);
  const strange = [
    "{",
    "null",
    "[]",
    '{"tab":"t","opened":0,"at":"x"}',
    '{"tab":"t","opened":0,"at":0,"entries":[5,["cell:k",{"schema":2}],["__proto__",null]]}',
  ];
  for (const [i, text] of strange.entries()) storage.setItem(`etude:note:t${i}:a`, text);
  expect(await store.load("a")).toEqual({ edits: new Map(), layout: null, setAside: [] });
  expect(storage.getItem("etude:note:t0:a")).toBe("{");
});
