import { strToU8, type Zippable, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readNotebookFile, ShareError, writeNotebookZip } from "../../../../src/notebook/share/index.ts";

const text = strToU8("---\ntitle: A\n---\n\ntext\n");
const open = (bytes: Uint8Array) => readNotebookFile({ name: "a.etude.zip", bytes });
const openParts = (parts: Zippable) => open(zipSync({ "notebook.etude.md": text, ...parts }));

function expectRefused(action: () => unknown, message: string | RegExp): void {
  expect(action).toThrow(ShareError);
  expect(action).toThrow(message);
}

test("a file must lie in the folder of files, under a name without folders or hidden characters", () => {
  expectRefused(() => openParts({ "a.wav": text }), "“a.wav” does not belong in a notebook's zip");
  expectRefused(() => openParts({ "files/../a.wav": text }), "“../a.wav” has a folder in it");
  expectRefused(() => openParts({ "../files/a.wav": text }), "does not belong");
  expectRefused(() => openParts({ "/files/a.wav": text }), "does not belong");
  expectRefused(() => openParts({ "files/..\\a.wav": text }), "has a folder in it");
  expectRefused(() => openParts({ "files/a\u0000.wav": text }), "characters in it that cannot be seen");
  expectRefused(() => openParts({ "files/gpj\u202efdp.exe": text }), "characters in it that cannot be seen");
  expectRefused(
    () => openParts({ [`files/${"a".repeat(121)}`]: text }),
    "121 characters long, and 120 is the most",
  );
});

test("a zip without a notebook, or with two, is none", () => {
  expectRefused(
    () => open(zipSync({ "files/a.wav": text })),
    "it must hold one notebook.etude.md, and it holds none",
  );
  expectRefused(
    () => open(zipSync({ "a/notebook.etude.md": text, "b/notebook.etude.md": text })),
    "and it holds 2",
  );
});

test("a folder that was packed as a whole is opened, and what the Mac adds is left out", () => {
  const read = open(
    zipSync({
      "My notebook/": new Uint8Array(),
      "My notebook/notebook.etude.md": strToU8("text"),
      "My notebook/files/a.csv": strToU8("a"),
      "My notebook/.DS_Store": strToU8("x"),
      "__MACOSX/My notebook/files/._a.csv": strToU8("x"),
    }),
  );
  expect(read.title).toBe("My notebook");
  expect([...read.files.keys()]).toEqual(["a.csv"]);
});

test("there may be 200 files, and none twice", () => {
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`files/${i}.txt`, text]));
  expect(openParts(many(200)).files.size).toBe(200);
  expectRefused(() => openParts(many(201)), "There are 201 files in it, and 200 are the most.");
  expectRefused(() => openParts(many(1000)), "200 are the most");
  const twice = zipSync({ "notebook.etude.md": text, "files/a.csv": text, "files/b.csv": text });
  const renamed = Uint8Array.from(twice);
  for (let i = 0; i < renamed.length; ++i) {
    if (new TextDecoder().decode(renamed.subarray(i, i + 11)) === "files/b.csv") renamed[i + 6] = 0x61;
  }
  expectRefused(() => open(renamed), "There are two files named “a.csv” in it.");
});

test("a bomb is noticed while it is unpacked, whatever size it claims to have", () => {
  const bomb = zipSync({ "notebook.etude.md": text, "files/zeros": new Uint8Array(101_000_000) });
  expect(bomb.length).toBeLessThan(200_000);
  expectRefused(() => open(bomb), "would be larger than 100 MB");
  const lying = Uint8Array.from(bomb);
  const view = new DataView(lying.buffer);
  for (let i = 0; i + 4 < lying.length; ++i) {
    if (view.getUint32(i, true) === 0x02014b50 && view.getUint32(i + 24, true) === 101_000_000) {
      view.setUint32(i + 24, 10, true);
    }
  }
  expectRefused(() => open(lying), "would be larger than 100 MB");
});

test("files that lie over one another in the zip count each time", () => {
  const zip = zipSync({
    "notebook.etude.md": text,
    "files/a": new Uint8Array(60_000_000),
    "files/b": new Uint8Array(),
  });
  const bytes = Uint8Array.from(zip);
  const view = new DataView(bytes.buffer);
  const entries: number[] = [];
  for (let i = 0; i + 4 < bytes.length; ++i) if (view.getUint32(i, true) === 0x02014b50) entries.push(i);
  const [, a, b] = entries;
  // The second file's entry points at the first one's bytes.
  bytes.copyWithin(b! + 8, a! + 8, a! + 28);
  bytes.copyWithin(b! + 42, a! + 42, a! + 46);
  expectRefused(() => open(bytes), "would be larger than 100 MB");
});

test("any byte that is changed or missing is noticed, or changes nothing that is read", () => {
  const zip = writeNotebookZip({
    title: "A",
    markdown: "text\n",
    files: new Map([["a.txt", { type: "text/plain", bytes: strToU8("some text, some text") }]]),
  });
  const shown = ({ title, markdown, files }: ReturnType<typeof open>) =>
    JSON.stringify([title, markdown, [...files].map(([, { bytes }]) => [...bytes])]);
  const right = shown(open(zip));
  for (let i = 0; i < zip.length; ++i) {
    for (const bad of [zip.subarray(0, i), zip.map((byte, j) => (j === i ? byte ^ 0x55 : byte))]) {
      try {
        expect(shown(open(bad))).toBe(right);
      } catch (error) {
        expect(error, `byte ${i}`).toBeInstanceOf(ShareError);
      }
    }
  }
});

test("more than can be read again is not written", () => {
  const files = new Map([["a.wav", { type: "audio/wav", bytes: new Uint8Array(100_000_000) }]]);
  expectRefused(
    () => writeNotebookZip({ title: "A", markdown: "", files }),
    "and a notebook with its files may hold 100 MB",
  );
});
