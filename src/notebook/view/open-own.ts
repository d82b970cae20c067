import type { NotebookStore, StoredNotebook } from "../storage/index.ts";
import { buildNotebook } from "./build-notebook.ts";
import { ownKeeper } from "./keeper.ts";
import { ownAsMarkdown } from "./notebook-markdown.ts";
import { inTime, type Opened, type Opening, readAddress } from "./opened.ts";
import { notebookPorts } from "./ports.ts";
import { isSafeModeDue } from "./safe-mode.ts";

/** A notebook of the reader's own, from the store; null when there is none of this id, which its element then says. */
export async function openOwn(notebook: Opening): Promise<Opened | null> {
  const { notebookId, notices } = notebook;
  let store: NotebookStore;
  let record: StoredNotebook | null;
  try {
    store = await inTime(notebookPorts().openStore());
    record = await inTime(store.notebook(notebookId));
  } catch (error) {
    notices.show("no-store", error instanceof Error ? error.message : String(error), [], { stays: true });
    return null;
  }
  if (!record) {
    notebook.dispatchEvent(new CustomEvent("etude:missing"));
    return null;
  }
  const [built, times, address, isSafe] = await Promise.all([
    buildNotebook(record.markdown, true, record.trust),
    store.times(notebookId),
    readAddress(notebook),
    isSafeModeDue(notebookId),
  ]);
  const opened: Opened = {
    kind: "own",
    store: async () => store,
    edits: new Map(),
    times,
    removed: [],
    seed: address.seed ?? built.seed,
    title: record.title,
    trust: record.trust,
    isSafe: isSafe && record.trust === "mine",
    presets: address.presets,
    content: built.content,
    keeper: async (autosave, host) =>
      ownKeeper(autosave, () => ({
        ...record,
        title: opened.title!,
        trust: opened.trust,
        markdown: ownAsMarkdown(host, built.document),
        updated: Date.now(),
      })),
    toMarkdown: async (host) => ownAsMarkdown(host, built.document),
    rename(title) {
      opened.title = title;
    },
  };
  queueMicrotask(() => notebook.dispatchEvent(new CustomEvent("etude:title", { detail: record.title })));
  return opened;
}
