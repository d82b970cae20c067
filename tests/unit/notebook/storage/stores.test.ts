import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { indexedDbStore, memoryStore, type NotebookStore } from "../../../../src/notebook/storage/index.ts";
import { edit, layout, notebook } from "./records.ts";
import { freshName } from "./storage.ts";

const stores: [string, () => Promise<NotebookStore>][] = [
  ["in memory", async () => memoryStore()],
  ["in IndexedDB", () => indexedDbStore(freshName())],
];

const nothing = { edits: new Map(), layout: null, setAside: [] };

async function text(blob: Blob | null): Promise<string | null> {
  return (await blob?.text()) ?? null;
}

describe.each(stores)("a store %s", (_, open) => {
  test("gives back what was written of a lesson, the last of each", async () => {
    const store = await open();
    expect(await store.load("a/b")).toEqual(nothing);
    await store.write("a/b", "cell:k", edit("one"));
    await store.write("a/b", "cell:k", edit("two"));
    await store.write("a/b", "cell:größe 2", edit("three"));
    await store.write("a/b", "cell:layout", edit("four"));
    await store.write("a/b", "layout", layout("added-1"));
    const { edits, ...rest } = await store.load("a/b");
    expect(rest).toEqual({ layout: layout("added-1"), setAside: [] });
    expect(Object.fromEntries(edits)).toEqual({
      k: edit("two"),
      "größe 2": edit("three"),
      layout: edit("four"),
    });
  });

  test("keeps notebooks apart, also those whose names begin alike", async () => {
    const store = await open();
    for (const id of ["a", "a/b", "a\uffff"]) {
      await store.write(id, "cell:k", edit(id));
      await store.saveTime(id, "k", id.length);
      await store.saveFile(id, "f", new Blob([id]));
      await store.addVersion(id, "k", { source: id, at: 1, why: "run" });
    }
    expect((await store.load("a")).edits).toEqual(new Map([["k", edit("a")]]));
    expect(await store.times("a")).toEqual(new Map([["k", 1]]));
    expect(await text(await store.file("a", "f"))).toBe("a");
    expect(await store.versions("a", "k")).toEqual([{ source: "a", at: 1, why: "run", trust: "mine" }]);
    expect(await store.load("b")).toEqual(nothing);
  });

  test("forgets what is taken back, and does not mind what was never there", async () => {
    const store = await open();
    await store.write("a", "cell:k", edit("one"));
    await store.write("a", "layout", layout("added-1"));
    for (const key of ["cell:k", "cell:k", "cell:l", "layout", "layout"] as const)
      await store.write("a", key, null);
    expect(await store.load("a")).toEqual(nothing);
  });

  test("gives out what does not change under its reader", async () => {
    const store = await open();
    const mine = layout("one");
    await store.write("a", "layout", mine);
    mine.placed.length = 0;
    const { layout: loaded } = await store.load("a");
    loaded!.removed.push("x");
    expect((await store.load("a")).layout).toEqual(layout("one"));
  });

  test("refuses an entry of another kind than its key says", async () => {
    const store = await open();
    await expect(store.write("a", "cell:k", layout())).rejects.toThrow(TypeError);
    await expect(store.saveNotebook(notebook("with/slash", ""))).rejects.toThrow(TypeError);
    expect(await store.load("a")).toEqual(nothing);
  });

  test("keeps the last 20 versions of a cell, newest first, and no repetition of the newest", async () => {
    const store = await open();
    for (let i = 0; i < 25; ++i) {
      const version = { source: String(i), at: i, why: "run" } as const;
      await store.addVersion("a", "k", version);
      await store.addVersion("a", "k", { ...version, why: "reset" });
    }
    const versions = await store.versions("a", "k");
    expect(versions).toHaveLength(20);
    expect(versions[0]).toEqual({ source: "24", at: 24, why: "run", trust: "mine" });
    expect(versions.at(-1)!.source).toBe("5");
    expect(await store.versions("a", "l")).toEqual([]);
  });

  test("remembers whose a version was", async () => {
    const store = await open();
    await store.addVersion("a", "k", { source: "theirs", at: 1, why: "run", trust: "foreign" });
    expect((await store.versions("a", "k"))[0]!.trust).toBe("foreign");
  });

  test("remembers how long a cell ran last", async () => {
    const store = await open();
    await store.saveTime("a", "fit", 4100.5);
    await store.saveTime("a", "fit", 3900);
    expect(await store.times("a")).toEqual(new Map([["fit", 3900]]));
  });

  test("lists own notebooks, the newest first, with what they take", async () => {
    const store = await open();
    await store.saveNotebook(notebook("old", "12345", { updated: 1, trust: "foreign" }));
    await store.saveNotebook(notebook("new", "", { updated: 2 }));
    await store.saveFile("new", "f", new Blob(["1234567"]));
    expect(await store.notebooks()).toEqual([
      { id: "new", title: "Notebook new", trust: "mine", created: 1, updated: 2, bytes: 7 },
      { id: "old", title: "Notebook old", trust: "foreign", created: 1, updated: 1, bytes: 5 },
    ]);
    expect(await store.notebook("old")).toEqual(notebook("old", "12345", { updated: 1, trust: "foreign" }));
    expect(await store.notebook("none")).toBe(null);
  });

  test("removes a notebook with all that is its, and brings all of it back", async () => {
    const store = await open();
    await store.saveNotebook(notebook("a", "text"));
    await store.saveFile("a", "f", new Blob(["x"], { type: "text/csv" }));
    await store.addVersion("a", "k", { source: "s", at: 1, why: "run" });
    await store.saveTime("a", "k", 9);
    await store.saveFile("b", "f", new Blob(["y"]));
    const before = await store.everything();
    const undo = await store.removeNotebook("a");
    expect(await store.notebooks()).toEqual([]);
    expect([await store.files("a"), await store.versions("a", "k")]).toEqual([[], []]);
    expect(await store.everything()).toMatchObject({ notebooks: 0, files: 1, bytes: 1 });
    await undo();
    expect(await store.everything()).toEqual(before);
    expect(await store.notebook("a")).toEqual(notebook("a", "text"));
    expect(await text(await store.file("a", "f"))).toBe("x");
    expect(await store.times("a")).toEqual(new Map([["k", 9]]));
  });

  test("brings a removed notebook back beside what another tab has written in its place", async () => {
    const store = await open();
    await store.saveNotebook(notebook("a", "removed"));
    const undo = await store.removeNotebook("a");
    await store.saveNotebook(notebook("a", "written on"));
    await undo();
    const titles = (await store.notebooks()).map(({ title }) => title).sort();
    expect(titles).toEqual(["Notebook a", "Notebook a (restored)"]);
    expect((await store.notebook("a"))!.markdown).toBe("written on");
  });

  test("keeps files with their type, byte for byte", async () => {
    const store = await open();
    const bytes = Uint8Array.from({ length: 1000 }, (_, i) => (i * 37) % 256);
    await store.saveFile("a", "take 1 ü.wav", new Blob([bytes], { type: "audio/wav" }));
    await store.saveFile("a", "__proto__", new Blob([]));
    const files = await store.files("a");
    expect(files.map(({ name, type, size }) => [name, type, size]).sort()).toEqual([
      ["__proto__", "", 0],
      ["take 1 ü.wav", "audio/wav", 1000],
    ]);
    const file = (await store.file("a", "take 1 ü.wav"))!;
    expect(file.type).toBe("audio/wav");
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
    await store.saveFile("a", "take 1 ü.wav", new Blob(["other"]));
    expect(await text(await store.file("a", "take 1 ü.wav"))).toBe("other");
    await store.removeFile("a", "take 1 ü.wav");
    await store.removeFile("a", "take 1 ü.wav");
    expect(await store.file("a", "take 1 ü.wav")).toBe(null);
    expect(await store.files("a")).toHaveLength(1);
  });

  test("counts everything", async () => {
    const store = await open();
    expect(await store.everything()).toEqual({
      notebooks: 0,
      editedCells: 0,
      tasks: 0,
      files: 0,
      bytes: 0,
      setAside: 0,
    });
    await store.write("a", "cell:k", { ...edit("12"), base: "3" });
    await store.write("b", "cell:k", { ...edit("45"), base: "" });
    await store.saveNotebook(notebook("c", "678"));
    await store.saveFile("c", "f", new Blob(["90"]));
    await store.addVersion("a", "k", { source: "1", at: 1, why: "run" });
    await store.changeProgress(
      "a",
      "first",
      () => true,
      () => "{}",
    );
    expect(await store.everything()).toEqual({
      notebooks: 1,
      editedCells: 2,
      tasks: 1,
      files: 1,
      bytes: 13,
      setAside: 0,
    });
  });
});
