import "fake-indexeddb/auto";
import { openDB } from "idb";
import { expect, test } from "vitest";
import {
  type Backup,
  BackupError,
  indexedDbStore,
  memoryStore,
  readBackup,
  restoreBackup,
  writeBackup,
} from "../../../../src/notebook/storage/index.ts";
import { edit, layout, notebook } from "./records.ts";
import { freshName } from "./storage.ts";

const nothing: Backup = {
  notebooks: [],
  edits: [],
  layouts: [],
  versions: [],
  times: [],
  progress: [],
  files: [],
  setAside: [],
};

const foreign = { trust: "foreign" } as const;

function versionsOf(name: string, count: number) {
  return Array.from({ length: count }, (_, i) => ({
    source: `${name} ${i}`,
    at: 9e12,
    why: "run" as const,
    trust: "mine" as const,
  }));
}

test("a backup pushes none of the reader's own versions out, and its own are foreign behind them", async () => {
  const store = memoryStore();
  await store.write("a", "cell:k", edit("now"));
  for (let i = 0; i < 20; ++i) await store.addVersion("a", "k", { source: `own ${i}`, at: i, why: "run" });
  const report = await restoreBackup(store, {
    ...nothing,
    edits: [{ notebook: "a", cell: "k", edit: edit("theirs") }],
    versions: [{ notebook: "a", cell: "k", versions: versionsOf("theirs", 50) }],
  });
  expect(report).toMatchObject({ cellsInHistory: 1, versions: 19 });
  const versions = await store.versions("a", "k");
  expect(versions.slice(0, 20)).toEqual(
    Array.from({ length: 20 }, (_, i) => ({
      source: `own ${19 - i}`,
      at: 19 - i,
      why: "run",
      trust: "mine",
    })),
  );
  expect(versions).toHaveLength(40);
  expect(versions[20]).toMatchObject({ source: "theirs", why: "restored", ...foreign });
  expect(versions.slice(20).every(({ why, trust }) => why === "restored" && trust === "foreign")).toBe(true);
});

test("what was run here is an own version, though a backup has the same text", async () => {
  const store = memoryStore();
  const versions = [{ notebook: "a", cell: "k", versions: versionsOf("same", 1) }];
  await restoreBackup(store, { ...nothing, versions });
  await store.addVersion("a", "k", { source: "same 0", at: 1, why: "run" });
  expect((await store.versions("a", "k")).map(({ trust }) => trust)).toEqual(["mine", "foreign"]);
});

test("an added cell comes in only if there is a text for it, in the backup or here", async () => {
  const store = memoryStore();
  await store.write("a", "cell:text-here", edit("x"));
  const theirs = layout("text-there", "text-here", "empty");
  theirs.placed.push({ id: "moved", at: null });
  const backup: Backup = {
    ...nothing,
    edits: [{ notebook: "a", cell: "text-there", edit: edit("x") }],
    layouts: ["a", "b"].map((of) => ({ notebook: of, layout: theirs })),
  };
  await restoreBackup(store, backup);
  const placed = async (of: string) => (await store.load(of)).layout!.placed.map(({ id }) => id);
  expect(await placed("a")).toEqual(["text-there", "text-here", "moved"]);
  expect(await placed("b")).toEqual(["moved"]);
});

test("a lesson's layout grows to 500 cells by a backup, and one beyond that is set aside in the next", async () => {
  const ids = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i}`);
  const store = memoryStore();
  await store.write("a", "layout", layout(...ids("here", 400)));
  await store.write("b", "layout", layout(...ids("here", 501)));
  const theirs = ids("there", 400);
  await restoreBackup(store, {
    ...nothing,
    edits: theirs.map((cell) => ({ notebook: "a", cell, edit: edit("x") })),
    layouts: [{ notebook: "a", layout: layout(...theirs) }],
  });
  const { placed } = (await store.load("a")).layout!;
  expect([placed.length, placed[399]!.id, placed[400]!.id]).toEqual([500, "here399", "there0"]);
  const next = await readBackup(await writeBackup(store));
  expect(next.layouts.map(({ notebook }) => notebook)).toEqual(["a"]);
  expect(next.setAside.join()).toContain("here500");
});

test("a layout that differs from the one here is not said to be here already", async () => {
  const store = memoryStore();
  const backup = { ...nothing, layouts: [{ notebook: "a", layout: { ...layout(), removed: ["k"] } }] };
  expect(await restoreBackup(store, backup)).toMatchObject({ layouts: 1, otherLayouts: 0 });
  expect(await restoreBackup(store, backup)).toMatchObject({ layouts: 0, otherLayouts: 0 });
  await store.write("a", "layout", { ...layout(), removed: ["l"] });
  expect(await restoreBackup(store, backup)).toMatchObject({ layouts: 0, otherLayouts: 1 });
  expect((await store.load("a")).layout!.removed).toEqual(["l"]);
});

test("titles are cleaned and cut, also those of copies", async () => {
  const store = memoryStore();
  await store.saveNotebook(notebook("n", "here"));
  const long = `\u202e${"x".repeat(300)}`;
  const backup = {
    ...nothing,
    notebooks: [notebook("m", "", { title: "a\n\u0000b" }), notebook("n", "", { title: long })],
  };
  const { copies } = await restoreBackup(store, backup);
  expect(copies).toEqual([`${"x".repeat(189)} (restored)`]);
  expect((await store.notebook("m"))!.title).toBe("a b");
});

test("a notebook that could not be opened as a file is set aside, with all that is its, and this is said", async () => {
  const store = memoryStore();
  await store.saveNotebook(notebook("n", "here"));
  const file = { name: "f", type: "", size: 1, updated: 1 };
  const backup: Backup = {
    ...nothing,
    notebooks: [
      notebook("n", "```js cell\n1\n```\n".repeat(501), { title: "Many" }),
      notebook("m", `\`\`\`js cell\n${"x".repeat(200_000)}\n\`\`\`\n`, { title: "Long" }),
      notebook("l", "x".repeat(3_000_000), { title: "Big" }),
      notebook("k", "\n".repeat(30_000), { title: "High" }),
      notebook("j", "text"),
    ],
    files: ["n", "j"].map((of) => ({ notebook: of, file, bytes: Uint8Array.of(1) })),
  };
  const report = await restoreBackup(store, backup);
  expect(report).toMatchObject({ notebooks: 1, copies: [], files: 1 });
  expect(report.refused.map((sentence) => sentence.split(". So")[0])).toEqual([
    "“Many” has 501 cells, and a notebook may have 500",
    "“Long” has a cell that holds 200 kB, and a cell may hold 100 kB (line 2)",
    "“Big” holds 3 MB of text, and a notebook may hold 2 MB",
    "“High” has 30,001 lines, and a notebook may have 20,000",
  ]);
  expect((await store.notebooks()).map(({ id }) => id).sort()).toEqual(["j", "n"]);
  expect(await store.files("n")).toEqual([]);
  expect((await store.everything()).setAside).toBe(4);
  await restoreBackup(store, backup);
  expect((await store.everything()).setAside).toBe(4);
});

test("what is too much for one backup is said, and where to begin", async () => {
  const name = freshName();
  const store = await indexedDbStore(name);
  const db = await openDB(name);
  await db.put("files", { name: "f", type: "", size: 257 * 2 ** 20, updated: 1 }, ["n", "f"]);
  db.close();
  await expect(writeBackup(store)).rejects.toThrow(BackupError);
  await expect(writeBackup(store)).rejects.toThrow(/too much for one backup \(257 MB, at most 256\)/);
});
