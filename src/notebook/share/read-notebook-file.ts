import { shownName } from "./file-name.ts";
import type { NotebookFile } from "./notebook-file.ts";
import { readNotebookText } from "./notebook-text.ts";
import { readNotebookZip } from "./notebook-zip.ts";
import { ShareError } from "./share-error.ts";

const kinds = "Etude opens .etude.md, .md and .etude.zip files";

/**
 * Reads a notebook that somebody opens: `.etude.md`, `.md` or `.etude.zip`. What it holds is to be treated as foreign.
 * Throws a ShareError that says what was found and what is allowed.
 */
export function readNotebookFile({ name, bytes }: { name: string; bytes: Uint8Array }): NotebookFile {
  if (bytes.length === 0) throw new ShareError(`${shownName(name)} is empty. ${kinds}.`);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
  if (isZip) return readNotebookZip(name, bytes);
  if (/\.zip$/i.test(name))
    throw new ShareError(`${shownName(name)} is not a zip file, though it is named so.`);
  if (/\.ipynb$/i.test(name)) {
    throw new ShareError(`${shownName(name)} is a Jupyter notebook, which Etude cannot open yet. ${kinds}.`);
  }
  if (!/\.(md|markdown|txt)$/i.test(name)) throw new ShareError(`${kinds}, and ${shownName(name)} is none.`);
  return { ...readNotebookText(name, bytes), files: new Map() };
}
