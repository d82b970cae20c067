import { writeNotebookMarkdown, writeNotebookZip } from "../share/index.ts";
import type { NotebookHost } from "./host.ts";

/** Has the browser save a file. */
export function saveFile(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has its copy once the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A file name made of a title. */
export function fileNameOf(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return plain.toLowerCase() || "notebook";
}

/** Downloads a notebook: as Markdown, or, when it has files of its own, as an archive with them. */
export async function download(notebook: NotebookHost): Promise<void> {
  const title = notebook.heading;
  const markdown = writeNotebookMarkdown(title, await notebook.toMarkdown());
  const names = await notebook.store.files(notebook.notebookId);
  if (names.length === 0) {
    saveFile(`${fileNameOf(title)}.etude.md`, new Blob([markdown], { type: "text/markdown" }));
    return;
  }
  const files = new Map<string, { type: string; bytes: Uint8Array }>();
  for (const { name, type } of names) {
    const blob = await notebook.store.file(notebook.notebookId, name);
    if (blob) files.set(name, { type, bytes: new Uint8Array(await blob.arrayBuffer()) });
  }
  const bytes = writeNotebookZip({ title, markdown, files });
  saveFile(`${fileNameOf(title)}.etude.zip`, new Blob([bytes as BlobPart], { type: "application/zip" }));
}
