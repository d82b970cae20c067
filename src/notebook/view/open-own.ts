import type { NotebookStore, StoredNotebook } from "../storage/index.ts";
import { buildNotebook } from "./build-notebook.ts";
import { fileNameOf, saveFile } from "./download.ts";
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
  const { title, markdown } = record;
  const building = buildNotebook(markdown, true, record.trust);
  building.catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    const label = "Download it as it is kept";
    const act = () => {
      saveFile(`${fileNameOf(title)}.etude.md`, new Blob([markdown], { type: "text/markdown" }));
      return false;
    };
    notices.show("unreadable", `This notebook cannot be shown: ${why}`, [{ label, act }], { stays: true });
  });
  const [built, times, address, isSafe] = await Promise.all([
    building,
    store.times(notebookId),
    readAddress(notebook),
    isSafeModeDue(notebookId),
  ]);
  const opened: Opened = {
    kind: "own",
    store: async () => store,
    edits: new Map(),
    times,
    removed: new Map(),
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
        // One cell that came from elsewhere, such as a version out of a backup, makes the whole of it so.
        trust: host.parts().some(({ trust }) => trust === "foreign") ? "foreign" : opened.trust,
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
