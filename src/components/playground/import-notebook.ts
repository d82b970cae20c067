import { fileNameProblem } from "../../notebook/share/file-name.ts";
import { limits, sizeInWords } from "../../notebook/share/limits.ts";
import type { NotebookStore } from "../../notebook/storage/index.ts";
import { createNotebook, type NotebookFiles } from "./own-notebooks.ts";
import { exploreFile } from "./templates.ts";

const tableName = /\.(csv|tsv)$/i;

/**
 * Keeps a file that was opened as a notebook of its own, with the files that came in it. What somebody else may have
 * written is foreign: it is shown, and not run. A CSV becomes a notebook that explores it.
 * @returns the notebook's id. Rejects in plain words when the file is no notebook, or there is no room.
 */
export async function importNotebook(store: NotebookStore, file: File): Promise<string> {
  // Nothing larger is even read: the browser would hold it several times over.
  if (file.size > limits.zipBytes) {
    throw new Error(`It has ${sizeInWords(file.size)}, and ${sizeInWords(limits.zipBytes)} is the most.`);
  }
  if (tableName.test(file.name)) {
    const problem = fileNameProblem(file.name);
    if (problem) throw new Error(`Its name ${problem}.`);
    return createNotebook(store, {
      title: `Explore ${file.name}`,
      markdown: exploreFile(file.name),
      trust: "mine",
      files: new Map([[file.name, file]]),
    });
  }
  const { readNotebookFile } = await import("../../notebook/share/index.ts");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { title, markdown, files } = readNotebookFile({ name: file.name, bytes });
  const blobs: NotebookFiles = new Map();
  for (const [name, { type, bytes }] of files) {
    blobs.set(name, new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  }
  return createNotebook(store, { title, markdown, trust: "foreign", files: blobs });
}
