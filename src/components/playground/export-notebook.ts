import type { NotebookStore } from "../../notebook/storage/index.ts";
import { fileStem } from "./notebook-title.ts";
import { notebookFiles } from "./own-notebooks.ts";

/** A file to be saved: its name and what is in it. */
export type SavedFile = { name: string; blob: Blob };

/** A notebook as one file: `.etude.md`, or `.etude.zip` when it has files of its own. Throws when it is not there. */
export async function exportNotebook(store: NotebookStore, id: string): Promise<SavedFile> {
  const [record, blobs, share] = await Promise.all([
    store.notebook(id),
    notebookFiles(store, id),
    import("../../notebook/share/index.ts"),
  ]);
  if (!record) throw new Error("This notebook is not here any more: it was deleted, perhaps in another tab.");
  const { title } = record;
  const stem = fileStem(title);
  const markdown = share.writeNotebookMarkdown(title, record.markdown);
  if (blobs.size === 0) {
    return { name: `${stem}.etude.md`, blob: new Blob([markdown], { type: "text/markdown" }) };
  }
  const files = new Map<string, { type: string; bytes: Uint8Array }>();
  for (const [name, blob] of blobs) {
    files.set(name, { type: blob.type, bytes: new Uint8Array(await blob.arrayBuffer()) });
  }
  const zip = share.writeNotebookZip({ title, markdown, files });
  return {
    name: `${stem}.etude.zip`,
    blob: new Blob([zip as Uint8Array<ArrayBuffer>], { type: "application/zip" }),
  };
}
