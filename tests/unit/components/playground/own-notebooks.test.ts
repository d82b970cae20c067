import { beforeEach, describe, expect, test } from "vitest";
import { exportNotebook } from "../../../../src/components/playground/export-notebook.ts";
import { importNotebook } from "../../../../src/components/playground/import-notebook.ts";
import {
  copyToOwn,
  createFromTemplate,
  createNotebook,
  duplicateNotebook,
  notebookFiles,
  renameNotebook,
} from "../../../../src/components/playground/own-notebooks.ts";
import { templates } from "../../../../src/components/playground/templates.ts";
import { readHead } from "../../../../src/notebook/share/index.ts";
import { memoryStore, type NotebookStore } from "../../../../src/notebook/storage/index.ts";

let store: NotebookStore;
beforeEach(() => {
  store = memoryStore();
});

const titles = async () => (await store.notebooks()).map(({ title }) => title);
const table = new Blob(["a,b\n1,2\n"], { type: "text/csv" });

describe("a notebook of one's own", () => {
  test("is made of a template: mine, and under a title that its text has as well", async () => {
    const id = await createFromTemplate(store, templates[2]!);
    const record = (await store.notebook(id))!;
    expect(record).toMatchObject({ title: "Train a drum classifier", trust: "mine" });
    expect(readHead(record.markdown).title).toBe("Train a drum classifier");
  });

  test("made of a lesson has the lesson's title and seed, and is foreign when an edit in it was", async () => {
    const lesson = "---\ntitle: A lesson\nseed: 7\nminutes: 3\n---\n\nOf [[overfitting]].\n";
    const id = await copyToOwn(store, lesson, "A lesson");
    const record = (await store.notebook(id))!;
    expect(record.markdown).toBe("---\ntitle: A lesson\nseed: 7\n---\n\nOf overfitting.\n");
    expect(record.trust).toBe("mine");
    const foreign = await copyToOwn(store, lesson, "A lesson", "foreign");
    expect((await store.notebook(foreign))!.trust).toBe("foreign");
  });

  test("takes another title, in its record and in its text", async () => {
    const id = await createNotebook(store, { title: "Old", markdown: "Hello.\n", trust: "mine" });
    expect(await renameNotebook(store, id, "  New:  one ")).toBe("New: one");
    const record = (await store.notebook(id))!;
    expect(record.title).toBe("New: one");
    expect(readHead(record.markdown).title).toBe("New: one");
    await expect(renameNotebook(store, "gone", "x")).rejects.toThrow("not here any more");
  });

  test("is duplicated with its files, and stays foreign", async () => {
    const files = new Map([["t.csv", table]]);
    const id = await createNotebook(store, { title: "Drums", markdown: "", trust: "foreign", files });
    const copy = await duplicateNotebook(store, id);
    expect((await store.notebook(copy))!).toMatchObject({ title: "Drums (copy)", trust: "foreign" });
    expect(await (await notebookFiles(store, copy)).get("t.csv")!.text()).toBe("a,b\n1,2\n");
  });

  test("comes back with its files when its removal is undone", async () => {
    const files = new Map([["t.csv", table]]);
    const id = await createNotebook(store, { title: "Drums", markdown: "", trust: "mine", files });
    const undo = await store.removeNotebook(id);
    expect(await titles()).toEqual([]);
    await undo();
    expect(await titles()).toEqual(["Drums"]);
    expect((await notebookFiles(store, id)).size).toBe(1);
  });

  test("of which a file cannot be kept is not kept at all", async () => {
    const saveFile = store.saveFile.bind(store);
    const full: NotebookStore = {
      ...store,
      saveFile: (id, name, blob) =>
        name === "b" ? Promise.reject(new Error("There is no room.")) : saveFile(id, name, blob),
    };
    const files = new Map([
      ["a", table],
      ["b", table],
    ]);
    const made = createNotebook(full, { title: "x", markdown: "", trust: "mine", files });
    await expect(made).rejects.toThrow("no room");
    expect(await store.everything()).toMatchObject({ notebooks: 0, files: 0 });
  });
});

describe("a notebook as a file", () => {
  test("goes out as Markdown and comes in as it was, but foreign", async () => {
    const markdown = "Text.\n\n```js cell id=a\nconst a = 1;\n```\n";
    const id = await createNotebook(store, { title: "Été", markdown, trust: "mine" });
    const { name, blob } = await exportNotebook(store, id);
    expect(name).toBe("ete.etude.md");
    const back = (await store.notebook(await importNotebook(store, new File([blob], name))))!;
    expect(back).toMatchObject({ title: "Été", trust: "foreign" });
    expect(back.markdown).toBe((await store.notebook(id))!.markdown);
  });

  test("with files goes out as a zip and comes in with them, byte for byte", async () => {
    const bytes = new Uint8Array(1000).map((_, i) => i * 7);
    const files = new Map([["take.wav", new Blob([bytes], { type: "audio/wav" })]]);
    const id = await createNotebook(store, { title: "Takes", markdown: "Hello.\n", trust: "mine", files });
    const { name, blob } = await exportNotebook(store, id);
    expect(name).toBe("takes.etude.zip");
    const back = await importNotebook(store, new File([blob], name));
    const take = (await notebookFiles(store, back)).get("take.wav")!;
    expect(new Uint8Array(await take.arrayBuffer())).toEqual(bytes);
  });

  test("that is a table becomes a notebook that explores it", async () => {
    const id = await importNotebook(store, new File([table], "my takes.csv"));
    const record = (await store.notebook(id))!;
    expect(record).toMatchObject({ title: "Explore my takes.csv", trust: "mine" });
    expect(record.markdown).toContain('FileAttachment("my takes.csv").csv');
    expect((await store.files(id)).map(({ name }) => name)).toEqual(["my takes.csv"]);
  });

  test("that is no notebook is refused in words, and nothing is kept", async () => {
    const junk = new File([new Uint8Array([0, 255, 0, 254])], "song.mp3");
    await expect(importNotebook(store, junk)).rejects.toThrow(/song\.mp3|notebook/);
    expect(await store.notebooks()).toEqual([]);
  });

  test("that is far too large is refused before it is read", async () => {
    const large = { name: "a.etude.zip", size: 5e9, arrayBuffer: () => expect.fail("it was read") };
    await expect(importNotebook(store, large as unknown as File)).rejects.toThrow("is the most");
  });
});
