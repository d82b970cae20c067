import { type Zippable, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import {
  BackupError,
  memoryStore,
  readBackup,
  restoreBackup,
} from "../../../../src/notebook/storage/index.ts";
import { edit, layout, notebook } from "./records.ts";

const encoder = new TextEncoder();

const empty = {
  format: "etude-backup",
  version: 1,
  notebooks: [],
  edits: [],
  layouts: [],
  versions: [],
  times: [],
  files: [],
  setAside: [],
};

function zip(entries: Zippable): Blob {
  return new Blob([zipSync(entries)]);
}

/** A backup with this text in it, which need not be JSON. */
function withText(text: string | object): Blob {
  const json = typeof text === "string" ? text : JSON.stringify(text);
  return zip({ "backup.json": encoder.encode(json) });
}

const file = (entry: string, size: number, name = "f") => ({
  notebook: "n",
  file: { name, type: "", size, updated: 1 },
  entry,
});

/** The same file with some of its bytes replaced. */
async function patched(blob: Blob, patch: (view: DataView) => void): Promise<Blob> {
  const buffer = await blob.arrayBuffer();
  patch(new DataView(buffer));
  return new Blob([buffer]);
}

/** Where the directory of a zip begins. */
function directoryOf(view: DataView): number {
  return view.getUint32(view.byteLength - 22 + 16, true);
}

const nested = `${'{"a":['.repeat(500_000)}`;

type Hostile = [name: string, make: () => Blob | Promise<Blob>, words: RegExp];

const hostile: Hostile[] = [
  ["an empty file", () => new Blob([]), /no zip file/],
  ["a text", () => new Blob(["hello ".repeat(100)]), /no zip file/],
  ["50 MB of nothing", () => new Blob([new Uint8Array(50 * 2 ** 20)]), /no zip file/],
  ["a zip of something else", () => zip({ "a.txt": encoder.encode("x") }), /there is no backup.json/],
  [
    "the first half of a backup",
    async () => {
      const whole = withText({ ...empty, setAside: ["x".repeat(1000)] });
      return whole.slice(0, whole.size / 2);
    },
    /no zip file/,
  ],
  ["a text of 50 MB", () => withText(`"${" ".repeat(50 * 2 ** 20)}"`), /too large: 51 MB, at most 48/],
  ["a text that is no JSON", () => withText("{"), /backup.json in it cannot be read/],
  [
    "a text that is no Unicode",
    () => zip({ "backup.json": Uint8Array.of(0x22, 0xff, 0x22) }),
    /cannot be read/,
  ],
  ["nesting without end", () => withText(nested), /cannot be read/],
  [
    "nesting half a million deep",
    () => withText(`${"[".repeat(5e5)}${"]".repeat(5e5)}`),
    /not a backup of this site|cannot be read/,
  ],
  [
    "nesting in the place of a text",
    () => withText(`{"format":"etude-backup","version":1,"notebooks":${"[".repeat(5e5)}${"]".repeat(5e5)}}`),
    /notebooks|cannot be read/,
  ],
  ["null", () => withText("null"), /not a backup of this site/],
  ["another format", () => withText({ ...empty, format: "other" }), /not a backup of this site/],
  ["a newer version", () => withText({ ...empty, version: 3 }), /newer version of this site/],
  [
    "a version that is no number",
    () => withText({ ...empty, version: "1" }),
    /version is not as it should be/,
  ],
  ["no list of edits", () => withText({ ...empty, edits: {} }), /edits is not as it should be/],
  [
    "a wrong type deep inside",
    () =>
      withText({
        ...empty,
        edits: [
          { notebook: "a", cell: "k", edit: edit("x") },
          { notebook: "a", cell: "l", edit: { ...edit("x"), source: 5 } },
        ],
      }),
    /edits\.1\.edit\.source is not as it should be/,
  ],
  [
    "a record of a newer kind",
    () => withText({ ...empty, notebooks: [{ ...notebook("n", ""), schema: 2 }] }),
    /notebooks\.0\.schema/,
  ],
  [
    "a time out of this world",
    () =>
      withText(
        JSON.stringify({ ...empty, times: [{ notebook: "a", cell: "k", ms: 0 }] }).replace(
          '"ms":0',
          '"ms":1e999',
        ),
      ),
    /times\.0\.ms/,
  ],
  [
    "an absurd number of records",
    () => withText({ ...empty, setAside: new Array(100_001).fill("") }),
    /setAside is not as it should be/,
  ],
  ...(["placed", "removed", "options"] as const).map(
    (list): Hostile => [
      `an absurd number of cells ${list}`,
      () => {
        const items = { placed: { id: "z", at: null }, removed: "z", options: ["z", {}] };
        const many = { ...layout(), [list]: new Array(501).fill(items[list]) };
        return withText({ ...empty, layouts: [{ notebook: "a", layout: many }] });
      },
      new RegExp(`layouts\\.0\\.layout\\.${list} is not`),
    ],
  ),
  ...Object.entries({
    edits: { notebook: "a", cell: "k", edit: edit("x") },
    layouts: { notebook: "a", layout: layout() },
    versions: { notebook: "a", cell: "k", versions: [] },
    times: { notebook: "a", cell: "k", ms: 1 },
  }).map(
    ([list, record]): Hostile => [
      `one place twice in its ${list}`,
      () => withText({ ...empty, [list]: [record, record] }),
      new RegExp(`there twice, in its ${list}`),
    ],
  ),
  [
    "an absurd number of entries",
    () => zip(Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`files/${i}`, new Uint8Array()]))),
    /there are 5001 files in it/,
  ],
  [
    "a file that is not in it",
    () => withText({ ...empty, files: [file("files/1", 3)] }),
    /the file “f” is missing/,
  ],
  [
    "a file outside of it",
    () => withText({ ...empty, files: [file("../../etc/passwd", 3)] }),
    /the file “f” is missing/,
  ],
  [
    "a file of another size",
    () =>
      zip({
        "backup.json": encoder.encode(JSON.stringify({ ...empty, files: [file("files/1", 4)] })),
        "files/1": encoder.encode("abc"),
      }),
    /the file “f” is not whole/,
  ],
  ["a negative size", () => withText({ ...empty, files: [file("files/1", -1)] }), /files\.0\.file\.size/],
  [
    "one entry twice",
    () =>
      patched(
        zip({ "backup.json": encoder.encode(JSON.stringify(empty)), "backup.jsox": encoder.encode("x") }),
        (view) => {
          const bytes = new Uint8Array(view.buffer);
          for (let i = 0; i < bytes.length; ++i)
            if (String.fromCharCode(...bytes.subarray(i, i + 11)) === "backup.jsox")
              bytes[i + 10] = "n".charCodeAt(0);
        },
      ),
    /“backup.json” is in it twice/,
  ],
  [
    "a bomb that says how large it is",
    () => patched(withText(empty), (view) => view.setUint32(directoryOf(view) + 24, 300 * 2 ** 20, true)),
    /“backup.json” is too large: 300 MB/,
  ],
  [
    "a bomb that says it is small",
    () =>
      patched(zip({ "backup.json": new Uint8Array(20 * 2 ** 20) }), (view) =>
        view.setUint32(directoryOf(view) + 24, 1000, true),
      ),
    /“backup.json” cannot be unpacked/,
  ],
  [
    "many files that are one",
    () =>
      zip({
        "backup.json": encoder.encode(
          JSON.stringify({
            ...empty,
            files: Array.from({ length: 300 }, (_, i) => file("b", 2 ** 20, String(i))),
          }),
        ),
        b: new Uint8Array(2 ** 20),
      }),
    /too large: 300 MB, at most 256/,
  ],
  [
    "a directory that points nowhere",
    () => patched(withText(empty), (view) => view.setUint32(directoryOf(view) + 42, 0x7fffffff, true)),
    /cannot be unpacked/,
  ],
  [
    "a directory that is no directory",
    () => patched(withText(empty), (view) => view.setUint32(view.byteLength - 6, 3, true)),
    /no zip file/,
  ],
  [
    "a packing that nobody knows",
    () => patched(withText(empty), (view) => view.setUint16(directoryOf(view) + 10, 99, true)),
    /cannot be unpacked/,
  ],
  [
    "a broken packing",
    () =>
      patched(withText({ ...empty, setAside: ["text ".repeat(100)] }), (view) =>
        new Uint8Array(view.buffer).fill(0xff, 45, 80),
      ),
    /cannot be unpacked|cannot be read/,
  ],
];

describe("a backup is refused in plain words:", () => {
  test.each(hostile)("%s", async (_, make, words) => {
    const refused = readBackup(await make());
    await expect(refused).rejects.toThrow(BackupError);
    await expect(refused).rejects.toThrow(words);
  });
});

test("the same files without what is wrong with them are read", async () => {
  expect((await readBackup(withText(empty))).edits).toEqual([]);
  const good = { ...empty, files: [file("files/1", 3)] };
  const { files } = await readBackup(
    zip({ "backup.json": encoder.encode(JSON.stringify(good)), "files/1": encoder.encode("abc") }),
  );
  expect(new TextDecoder().decode(files[0]!.bytes)).toBe("abc");
});

test("a backup reaches nothing but the tables: no prototype, no other notebook", async () => {
  const text = `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},
    "format":"etude-backup","version":1,"layouts":[],"versions":[],"times":[],"files":[],"setAside":[],
    "notebooks":[{"__proto__":{"polluted":1},"schema":1,"id":"__proto__","title":"t","markdown":"","trust":"mine",
      "created":1,"updated":1},
      {"schema":1,"id":"generalising/overfitting","title":"t","markdown":"","trust":"mine","created":1,"updated":1}],
    "edits":[{"notebook":"constructor","cell":"__proto__","edit":{"schema":1,"source":"x","base":"","trust":"mine",
      "updated":1,"extra":{"__proto__":{"polluted":1}}}}]}`;
  const store = memoryStore();
  await store.write("generalising/overfitting", "cell:k", edit("mine"));
  await restoreBackup(store, await readBackup(withText(text)));
  expect(({} as Record<string, unknown>).polluted).toBe(undefined);
  const { edits } = await store.load("constructor");
  expect(edits.get("__proto__")).toEqual({ schema: 1, source: "x", base: "", trust: "foreign", updated: 1 });
  // A notebook cannot take a lesson's id: deleting it would delete what was done to the lesson.
  const ids = (await store.notebooks()).map(({ id }) => id);
  expect(ids).toHaveLength(2);
  for (const id of ids) await store.removeNotebook(id);
  expect((await store.load("generalising/overfitting")).edits.size).toBe(1);
});

test("two notebooks of one id, and two files of one name, are both kept", async () => {
  const twice = ["one", "two"];
  const text = {
    ...empty,
    notebooks: twice.map((markdown) => notebook("n", markdown)),
    files: twice.map((_, i) => file(`files/${i}`, 1)),
  };
  const entries = { "files/0": encoder.encode("0"), "files/1": encoder.encode("1") };
  const store = memoryStore();
  const backup = await readBackup(zip({ "backup.json": encoder.encode(JSON.stringify(text)), ...entries }));
  expect(await restoreBackup(store, backup)).toMatchObject({
    notebooks: 1,
    copies: ["Notebook n (restored)"],
    files: 2,
  });
  expect((await store.everything()).files).toBe(2);
});
