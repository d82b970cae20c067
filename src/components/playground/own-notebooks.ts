import type { NotebookStore, StoredNotebook, Trust } from "../../notebook/storage/index.ts";
import { lessonCopy } from "./lesson-copy.ts";
import { copyTitle, notebookTitle } from "./notebook-title.ts";
import type { Template } from "./templates.ts";

/** Files that go with a notebook, by name. */
export type NotebookFiles = Map<string, Blob>;

/** A notebook to be kept. */
export type NewNotebook = { title: string; markdown: string; trust: Trust; files?: NotebookFiles };

/** Puts the title where the notebook's own text says it, too. */
async function withTitle(title: string, markdown: string): Promise<string> {
  const { writeNotebookMarkdown } = await import("../../notebook/share/index.ts");
  return writeNotebookMarkdown(title, markdown);
}

/**
 * Keeps a new notebook, its files first: one that is in the list is whole. When something cannot be kept, nothing is.
 * @returns its id. Rejects in plain words when there is no room.
 */
export async function createNotebook(store: NotebookStore, notebook: NewNotebook): Promise<string> {
  const id = crypto.randomUUID();
  const title = notebookTitle(notebook.title);
  const markdown = await withTitle(title, notebook.markdown);
  const now = Date.now();
  const kept: string[] = [];
  try {
    for (const [name, blob] of notebook.files ?? []) {
      await store.saveFile(id, name, blob);
      kept.push(name);
    }
    const { trust } = notebook;
    await store.saveNotebook({ schema: 1, id, title, markdown, trust, created: now, updated: now });
  } catch (error) {
    for (const name of kept) await store.removeFile(id, name);
    throw error;
  }
  return id;
}

/** A new notebook out of a template. Resolves to its id. */
export async function createFromTemplate(store: NotebookStore, template: Template): Promise<string> {
  const title = template.id === "empty" ? "" : template.title;
  return createNotebook(store, { title, markdown: template.markdown, trust: "mine" });
}

/**
 * A new notebook out of a lesson's Markdown, with the learner's edits in it. Resolves to its id.
 * @param trust `foreign` when some of those edits came from somebody else
 */
export async function copyToOwn(
  store: NotebookStore,
  markdown: string,
  title: string,
  trust: Trust = "mine",
): Promise<string> {
  return createNotebook(store, { title, markdown: lessonCopy(markdown), trust });
}

async function existing(store: NotebookStore, id: string): Promise<StoredNotebook> {
  const record = await store.notebook(id);
  if (!record) throw new Error("This notebook is not here any more: it was deleted, perhaps in another tab.");
  return record;
}

/** Gives a notebook another title. Resolves to the title as it is kept. */
export async function renameNotebook(store: NotebookStore, id: string, written: string): Promise<string> {
  const record = await existing(store, id);
  const title = notebookTitle(written);
  if (title === record.title) return title;
  const markdown = await withTitle(title, record.markdown);
  await store.saveNotebook({ ...record, title, markdown, updated: Date.now() });
  return title;
}

/** The files of a notebook, whole. */
export async function notebookFiles(store: NotebookStore, id: string): Promise<NotebookFiles> {
  const files: NotebookFiles = new Map();
  for (const { name } of await store.files(id)) {
    const blob = await store.file(id, name);
    if (blob) files.set(name, blob);
  }
  return files;
}

/** A copy of a notebook with its files, under a title of its own; foreign when the notebook is. Resolves to its id. */
export async function duplicateNotebook(store: NotebookStore, id: string): Promise<string> {
  const { title, markdown, trust } = await existing(store, id);
  const taken = (await store.notebooks()).map((notebook) => notebook.title);
  return createNotebook(store, {
    title: copyTitle(title, taken),
    markdown,
    trust,
    files: await notebookFiles(store, id),
  });
}
