import "fake-indexeddb/auto";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, test, vi } from "vitest";
import { cleanTitle } from "../../../../src/notebook/document/index.ts";
import {
  indexedDbStore,
  memoryStore,
  type NotebookStore,
  readBackup,
  restoreBackup,
  writeBackup,
} from "../../../../src/notebook/storage/index.ts";
import { edit, layout, notebook } from "./records.ts";
import { freshName } from "./storage.ts";

/** Texts as nobody expects them: names of the language, halves of characters, paths, zeros. */
const weird = fc.oneof(
  fc.constantFrom(
    "__proto__",
    "constructor",
    "",
    "../../etc/passwd",
    "a:b",
    "\u0000",
    "\ud800",
    "x\udfff\ud83d",
    "ﬁ😀",
  ),
  fc.string({ unit: "binary" }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 5 })
    .map((codes) => String.fromCharCode(...codes)),
);
const id = weird.filter((text) => text !== "" && !text.includes("/"));
const title = weird.map((text) => cleanTitle(text) ?? "Untitled");
const moment = fc.integer({ min: 0, max: 1e12 });
const trust = fc.constantFrom("mine" as const, "foreign" as const);
const edits = fc.record({
  schema: fc.constant(1 as const),
  source: weird,
  base: weird,
  trust,
  updated: moment,
});
const layouts = fc.record({
  schema: fc.constant(1 as const),
  placed: fc.array(
    fc.record({
      id: weird,
      at: fc.oneof(fc.constant(null), fc.record({ before: weird }), fc.record({ after: weird })),
    }),
  ),
  removed: fc.array(weird),
  options: fc.array(fc.tuple(weird, fc.record({ fold: fc.boolean() }, { requiredKeys: [] }))),
  trust,
  updated: moment,
});
const contents = fc.record({
  notebooks: fc.uniqueArray(fc.record({ id, title, markdown: weird, trust, updated: moment }), {
    selector: (record) => record.id,
    maxLength: 4,
  }),
  edits: fc.array(fc.tuple(weird, weird, edits), { maxLength: 5 }),
  layouts: fc.array(fc.tuple(weird, layouts), { maxLength: 3 }),
  versions: fc.array(fc.tuple(weird, weird, weird), { maxLength: 5 }),
  times: fc.array(
    fc.tuple(weird, weird, fc.double({ min: 0, max: 1e9, noNaN: true, noDefaultInfinity: true })),
    {
      maxLength: 3,
    },
  ),
  progress: fc.array(fc.tuple(weird, weird, weird), { maxLength: 4 }),
  files: fc.array(
    fc.tuple(weird, weird, fc.uint8Array({ maxLength: 300 }), fc.constantFrom("", "audio/wav")),
    {
      maxLength: 4,
    },
  ),
});

async function filled(
  what: typeof contents extends fc.Arbitrary<infer T> ? T : never,
): Promise<NotebookStore> {
  const store = memoryStore();
  for (const record of what.notebooks) await store.saveNotebook({ ...record, schema: 1, created: 1 });
  for (const [of, cell, record] of what.edits) await store.write(of, `cell:${cell}`, record);
  for (const [of, record] of what.layouts) await store.write(of, "layout", record);
  for (const [of, cell, source] of what.versions)
    await store.addVersion(of, cell, { source, at: 1, why: "run" });
  for (const [of, cell, ms] of what.times) await store.saveTime(of, cell, ms);
  for (const [of, task, json] of what.progress)
    await store.changeProgress(
      of,
      task,
      () => true,
      () => json,
    );
  for (const [of, name, bytes, type] of what.files)
    await store.saveFile(of, name, new Blob([bytes.slice()], { type }));
  return store;
}

/** What a backup of a store holds, without the mark of what came in, and in a fixed order. */
async function held(store: NotebookStore): Promise<unknown> {
  const text = JSON.stringify(await readBackup(await writeBackup(store)), (key, value) => {
    if (key === "trust" || key === "why") return undefined;
    return value instanceof Uint8Array ? [...value] : value;
  });
  const backup: Record<string, unknown[]> = JSON.parse(text);
  return Object.fromEntries(
    Object.entries(backup).map(([name, list]) => [name, list.map((entry) => JSON.stringify(entry)).sort()]),
  );
}

test("whatever is kept comes back from a backup byte for byte, all of it foreign", async () => {
  await fc.assert(
    fc.asyncProperty(contents, async (what) => {
      const store = await filled(what);
      const backup = await readBackup(await writeBackup(store));
      const empty = memoryStore();
      const report = await restoreBackup(empty, backup);
      expect(await held(empty)).toEqual(await held(store));
      expect(report).toEqual({
        notebooks: backup.notebooks.length,
        copies: [],
        cells: backup.edits.length,
        cellsInHistory: 0,
        layouts: backup.layouts.length,
        otherLayouts: 0,
        versions: backup.versions.flatMap(({ versions }) => versions).length,
        times: backup.times.length,
        tasks: backup.progress.length,
        refused: [],
        files: backup.files.length,
        renamedFiles: [],
        alreadyHere: 0,
      });
      const restored = await readBackup(await writeBackup(empty));
      const trusts = [
        ...restored.notebooks.map((record) => record.trust),
        ...restored.edits.map((entry) => entry.edit.trust),
        ...restored.layouts.map((entry) => entry.layout.trust),
      ];
      expect(new Set(trusts).size <= 1 && !trusts.includes("mine")).toBe(true);
      expect(
        restored.versions
          .flatMap(({ versions }) => versions)
          .every(({ why, trust }) => why === "restored" && trust === "foreign"),
      ).toBe(true);
      // A second time it changes nothing.
      const again = await restoreBackup(empty, backup);
      expect(again).toMatchObject({
        notebooks: 0,
        copies: [],
        cells: 0,
        cellsInHistory: 0,
        layouts: 0,
        otherLayouts: 0,
        versions: 0,
        times: 0,
        files: 0,
        renamedFiles: [],
      });
      expect(await held(empty)).toEqual(await held(store));
    }),
    { numRuns: 60 },
  );
});

test("a backup has the learner's files as files, under names that every system can unpack", async () => {
  const store = memoryStore();
  await store.saveFile("n", "../take 1/ü.wav", new Blob(["sound"]));
  const entries = unzipSync(new Uint8Array(await (await writeBackup(store)).arrayBuffer()));
  expect(Object.keys(entries)).toEqual(["backup.json", "files/1-.._take_1_.wav"]);
  expect(new TextDecoder().decode(entries["files/1-.._take_1_.wav"])).toBe("sound");
});

test("a backup holds what was set aside, and it is set aside again where it comes in, once", async () => {
  const name = freshName();
  const store = await indexedDbStore(name);
  const { openDB } = await import("idb");
  const db = await openDB(name);
  await db.put("edits", { schema: 2, text: "of the future" }, ["a", "k"]);
  await db.put("notebooks", 5, ["n"]);
  await store.load("a");
  db.close();
  const backup = await readBackup(await writeBackup(store));
  expect(backup.setAside.join()).toContain("of the future");
  const other = memoryStore();
  await restoreBackup(other, backup);
  await restoreBackup(other, await readBackup(await writeBackup(other)));
  expect((await other.everything()).setAside).toBe(2);
});

describe("a backup that comes in beside what is here", () => {
  async function both() {
    const [there, here] = [memoryStore(), await indexedDbStore(freshName())];
    for (const [store, text] of [
      [there, "there"],
      [here, "here"],
    ] as const) {
      await store.write("a", "cell:k", edit(text));
      await store.write("a", "cell:same", edit("same"));
      await store.write("a", `cell:added-${text}`, edit("added"));
      await store.write("a", "layout", layout(`added-${text}`));
      await store.saveNotebook(notebook("n", text));
      await store.saveNotebook(notebook("same", "same"));
      await store.saveFile("a", "take.wav", new Blob([text]));
      await store.saveFile("a", "same.wav", new Blob(["same"]));
      await store.saveFile("n", "data.csv", new Blob([text]));
      await store.addVersion("a", "k", { source: `${text}, before`, at: 1, why: "run" });
    }
    return { here, backup: await readBackup(await writeBackup(there)) };
  }

  test("overwrites nothing, loses nothing, and says what became of it", async () => {
    const { here, backup } = await both();
    expect(await restoreBackup(here, backup)).toEqual({
      notebooks: 0,
      copies: ["Notebook n (restored)"],
      cells: 1,
      cellsInHistory: 1,
      layouts: 1,
      otherLayouts: 0,
      tasks: 0,
      versions: 1,
      times: 0,
      refused: [],
      files: 2,
      renamedFiles: ["take (restored).wav"],
      alreadyHere: 3,
    });
    const { edits, layout: order } = await here.load("a");
    expect(edits.get("k")).toEqual(edit("here"));
    expect((await here.versions("a", "k")).map(({ source, why }) => [source, why])).toEqual([
      ["here, before", "run"],
      ["there", "restored"],
      ["there, before", "restored"],
    ]);
    expect(order!.placed.map(({ id }) => id)).toEqual(["added-here", "added-there"]);
    expect(await (await here.file("a", "take.wav"))!.text()).toBe("here");
    expect(await (await here.file("a", "take (restored).wav"))!.text()).toBe("there");
    expect(await here.notebook("n")).toEqual(notebook("n", "here"));
    const copy = (await here.notebooks()).find(({ title }) => title.endsWith("(restored)"))!;
    expect(await here.notebook(copy.id)).toMatchObject({ markdown: "there", trust: "foreign" });
    expect(await (await here.file(copy.id, "data.csv"))!.text()).toBe("there");
  });

  test("is not half there when the disk is full", async () => {
    const { here, backup } = await both();
    const before = await held(here);
    const put = IDBObjectStore.prototype.put;
    let puts = 0;
    const full = vi.spyOn(IDBObjectStore.prototype, "put");
    full.mockImplementation(function (this: IDBObjectStore, ...record) {
      if (++puts === 5) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, record);
    });
    await expect(restoreBackup(here, backup)).rejects.toThrow("storage is full");
    full.mockRestore();
    expect(puts).toBe(5);
    expect(await held(here)).toEqual(before);
  });

  test("is told to the other tabs", async () => {
    const name = freshName();
    const [store, other] = [await indexedDbStore(name), await indexedDbStore(name)];
    const { backup } = await both();
    const heard: string[] = [];
    other.onOtherTab(({ notebook, key }) => heard.push(`${notebook} ${key}`));
    await restoreBackup(store, backup);
    await vi.waitFor(() =>
      expect(heard).toEqual([
        "n document",
        "same document",
        "a layout",
        "a cell:k",
        "a cell:same",
        "a cell:added-there",
      ]),
    );
  });

  test("of the future does not stand as the newest for ever", async () => {
    const store = memoryStore();
    await store.write("a", "cell:k", edit("x", 8e15));
    const other = memoryStore();
    await restoreBackup(other, await readBackup(await writeBackup(store)));
    expect((await other.load("a")).edits.get("k")!.updated).toBeLessThanOrEqual(Date.now());
  });
});
