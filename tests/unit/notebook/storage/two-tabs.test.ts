import "fake-indexeddb/auto";
import { openDB } from "idb";
import { describe, expect, test, vi } from "vitest";
import { indexedDbStore, type NotebookStore } from "../../../../src/notebook/storage/index.ts";
import { edit, layout, notebook } from "./records.ts";
import { freshName } from "./storage.ts";

/** Two tabs with the same lesson, and own notebook "n", open. */
async function twoTabs(name = freshName()): Promise<[NotebookStore, NotebookStore]> {
  const tabs: [NotebookStore, NotebookStore] = [await indexedDbStore(name), await indexedDbStore(name)];
  await tabs[0].write("a", "cell:k", edit("start", 1));
  await tabs[0].saveNotebook(notebook("n", "start"));
  await tabs[0].saveFile("n", "take.wav", new Blob(["sound"]));
  for (const tab of tabs) {
    await tab.load("a");
    await tab.notebook("n");
  }
  return tabs;
}

async function sources(store: NotebookStore): Promise<string[]> {
  return (await store.versions("a", "k")).map(({ source, why }) => `${source}, ${why}`);
}

describe("a cell that two tabs change", () => {
  test("holds what was written last, and the other's text is in its versions", async () => {
    const [one, two] = await twoTabs();
    await one.write("a", "cell:k", edit("from one", 2));
    await two.write("a", "cell:k", edit("from two", 3));
    expect((await one.load("a")).edits.get("k")!.source).toBe("from two");
    expect(await sources(one)).toEqual(["from one, other tab"]);
    await two.write("a", "cell:k", edit("from two, longer", 4));
    expect(await sources(one)).toEqual(["from one, other tab"]);
  });

  test("has what another tab overwrote as what it was: a foreign text stays foreign in the versions", async () => {
    const [one, two] = await twoTabs();
    await one.write("a", "cell:k", { ...edit("opened from a file", 2), trust: "foreign" });
    await two.write("a", "cell:k", edit("own", 3));
    expect(await one.versions("a", "k")).toEqual([
      { source: "opened from a file", at: 2, why: "other tab", trust: "foreign" },
    ]);
  });

  test("and one resets: the other's text is in its versions", async () => {
    const [one, two] = await twoTabs();
    await one.write("a", "cell:k", edit("from one"));
    await two.write("a", "cell:k", null);
    expect((await one.load("a")).edits.size).toBe(0);
    expect(await sources(two)).toEqual(["from one, other tab"]);
  });

  test("has no version of what a tab had read before it overwrote it, of its own, or of the same text", async () => {
    const name = freshName();
    const [one, two] = await twoTabs(name);
    await two.write("a", "cell:k", edit("from two"));
    await two.write("a", "cell:k", edit("from two again"));
    await one.write("a", "cell:k", edit("from two again", 9));
    const three = await indexedDbStore(name);
    await three.load("a");
    await three.write("a", "cell:k", edit("more"));
    expect(await sources(one)).toEqual([]);
  });

  test("by turns, any number of times, keeps every text that was overwritten unseen", async () => {
    const [one, two] = await twoTabs();
    for (let i = 0; i < 5; ++i) {
      await one.write("a", "cell:k", edit(`one ${i}`));
      await two.write("a", "cell:k", edit(`two ${i}`));
    }
    const all = await sources(one);
    for (let i = 0; i < 5; ++i) expect(all).toContain(`one ${i}, other tab`);
    for (let i = 0; i < 4; ++i) expect(all).toContain(`two ${i}, other tab`);
  });

  test("is kept as well where a tab only looked it up since, and may not show it", async () => {
    const [one, two] = await twoTabs();
    await one.write("a", "cell:k", edit("from one"));
    await one.write("a", "layout", layout("from-one"));
    await two.load("a");
    await two.write("a", "cell:k", edit("from two"));
    await two.write("a", "layout", null);
    expect(await sources(two)).toEqual(["from one, other tab"]);
    expect((await two.load("a")).layout!.placed.map(({ id }) => id)).toEqual(["from-one"]);
  });

  test("at the same moment, loses neither text", async () => {
    const [one, two] = await twoTabs();
    await Promise.all([
      one.write("a", "cell:k", edit("from one")),
      two.write("a", "cell:k", edit("from two")),
    ]);
    const kept = [(await one.load("a")).edits.get("k")!.source, ...(await sources(one))].join();
    expect(kept).toContain("from one");
    expect(kept).toContain("from two");
  });
});

describe("a lesson to which two tabs add cells", () => {
  const added = async (store: NotebookStore) =>
    (await store.load("a")).layout?.placed.map(({ id }) => id) ?? [];

  test("has the cells of both", async () => {
    const [one, two] = await twoTabs();
    await one.write("a", "layout", layout("from-one"));
    await two.write("a", "layout", layout("from-two"));
    await two.write("a", "layout", layout("from-two", "from-two-2"));
    expect((await added(await one)).sort()).toEqual(["from-one", "from-two", "from-two-2"]);
  });

  test("keeps the other's when one goes back to the lesson's own order", async () => {
    const [one, two] = await twoTabs();
    await two.write("a", "layout", layout("from-two"));
    await one.write("a", "layout", layout("from-one"));
    await two.write("a", "layout", null);
    expect(await added(one)).toEqual(["from-one"]);
  });

  test("does not bring back a cell that this tab knew and deleted", async () => {
    const name = freshName();
    const [one] = await twoTabs(name);
    await one.write("a", "layout", layout("x", "y"));
    const three = await indexedDbStore(name);
    await three.load("a");
    await three.write("a", "layout", layout("y"));
    expect(await added(three)).toEqual(["y"]);
  });
});

describe("an own notebook that two tabs change", () => {
  const all = async (store: NotebookStore) => {
    const records = await Promise.all((await store.notebooks()).map(({ id }) => store.notebook(id)));
    return records.map((record) => `${record!.title}: ${record!.markdown}`).sort();
  };

  test("holds what was written last, and the other's text is a notebook beside it, with its files", async () => {
    const [one, two] = await twoTabs();
    await one.write("n", "document", notebook("n", "from one"));
    await two.write("n", "document", notebook("n", "from two"));
    expect(await all(one)).toEqual(["Notebook n (other tab): from one", "Notebook n: from two"]);
    const copy = (await one.notebooks()).find(({ id }) => id !== "n")!;
    expect(await (await one.file(copy.id, "take.wav"))!.text()).toBe("sound");
  });

  test("by turns leaves one copy of each tab's text, its last, and not hundreds", async () => {
    const [one, two] = await twoTabs();
    for (let i = 0; i < 4; ++i) {
      await one.write("n", "document", notebook("n", `from one ${i}`));
      await two.write("n", "document", notebook("n", `from two ${i}`));
    }
    expect(await all(one)).toEqual([
      "Notebook n (other tab): from one 3",
      "Notebook n (other tab): from two 2",
      "Notebook n: from two 3",
    ]);
  });

  test("does not touch a copy that somebody has worked on since", async () => {
    const [one, two] = await twoTabs();
    await one.write("n", "document", notebook("n", "from one 1"));
    await two.write("n", "document", notebook("n", "from two 1"));
    const { id } = (await one.notebooks()).find(({ id }) => id !== "n")!;
    await one.saveNotebook({ ...(await one.notebook(id))!, markdown: "worked on" });
    await one.write("n", "document", notebook("n", "from one 2"));
    await two.write("n", "document", notebook("n", "from two 2"));
    expect((await all(one)).map((text) => text.split(": ")[1])).toEqual(
      expect.arrayContaining(["worked on", "from one 2", "from two 1", "from two 2"]),
    );
  });

  test("keeps the new name that it was given elsewhere, and leaves no copy for that", async () => {
    const [page, list] = await twoTabs();
    await list.saveNotebook({ ...(await list.notebook("n"))!, title: "Renamed" });
    await page.write("n", "document", notebook("n", "typed"));
    await page.write("n", "document", notebook("n", "typed more"));
    expect(await all(page)).toEqual(["Renamed: typed more"]);
    await page.write("n", "document", notebook("n", "typed more", { title: "Renamed here" }));
    expect(await all(page)).toEqual(["Renamed here: typed more"]);
  });

  test("that one has deleted comes back with what the other writes", async () => {
    const [one, two] = await twoTabs();
    await one.removeNotebook("n");
    expect(await two.notebook("n")).toBe(null);
    await two.write("n", "document", notebook("n", "typed"));
    expect(await all(one)).toEqual(["Notebook n: typed"]);
  });
});

describe("other tabs", () => {
  test("are told what was written, and not what they wrote themselves", async () => {
    const [one, two] = await twoTabs();
    const heard = { one: vi.fn(), two: vi.fn() };
    one.onOtherTab(heard.one);
    const end = two.onOtherTab(heard.two);
    await one.write("a", "cell:k", edit("x"));
    await one.write("a", "layout", layout());
    await one.removeNotebook("n");
    const expected = [
      { notebook: "a", key: "cell:k" },
      { notebook: "a", key: "layout" },
      { notebook: "n", key: "document" },
    ];
    await vi.waitFor(() => expect(heard.two.mock.calls.map(([change]) => change)).toEqual(expected));
    end();
    await two.write("a", "cell:k", edit("y"));
    await vi.waitFor(() => expect(heard.one).toHaveBeenCalledTimes(1));
    expect(heard.two).toHaveBeenCalledTimes(3);
  });

  test("hear of nothing that did not get written", async () => {
    const [one, two] = await twoTabs();
    const heard = vi.fn();
    two.onOtherTab(heard);
    const transaction = vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    await expect(one.write("a", "cell:k", edit("x"))).rejects.toThrow("full");
    transaction.mockRestore();
    await one.write("a", "cell:l", edit("y"));
    await vi.waitFor(() => expect(heard).toHaveBeenCalled());
    expect(heard.mock.calls).toEqual([[{ notebook: "a", key: "cell:l" }]]);
  });

  test("can send nonsense without harm", async () => {
    const name = freshName();
    const store = await indexedDbStore(name);
    const heard = vi.fn();
    store.onOtherTab(heard);
    const channel = new BroadcastChannel(`etude:${name}`);
    for (const message of [null, 5, {}, { notebook: 1, key: "layout" }, { notebook: "a", key: "__proto__" }])
      channel.postMessage(message);
    channel.postMessage({ notebook: "a", key: "layout" });
    await vi.waitFor(() => expect(heard).toHaveBeenCalled());
    expect(heard.mock.calls).toEqual([[{ notebook: "a", key: "layout" }]]);
    channel.close();
  });

  test("whose record is of a newer kind has it set aside, not overwritten", async () => {
    const name = freshName();
    const store = await indexedDbStore(name);
    await store.load("a");
    const db = await openDB(name);
    const newer = { ...edit("future"), schema: 2 };
    await db.put("edits", newer, ["a", "k"]);
    await store.write("a", "cell:k", edit("mine"));
    expect(await db.getAll("setAside")).toEqual([{ from: "edits", key: ["a", "k"], record: newer }]);
    db.close();
  });
});
