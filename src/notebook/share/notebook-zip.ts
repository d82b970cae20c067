import { strToU8, type Zippable, zipSync } from "fflate";
import { fileKind, fileType } from "./file-kind.ts";
import { fileNameProblem, shownName } from "./file-name.ts";
import { writeNotebookMarkdown } from "./front-matter.ts";
import { countInWords, limits, sizeInWords } from "./limits.ts";
import type { NotebookFile, OwnFile } from "./notebook-file.ts";
import { readNotebookText } from "./notebook-text.ts";
import { readZip } from "./read-zip.ts";
import { ShareError } from "./share-error.ts";

const textName = "notebook.etude.md";
const folder = "files/";
/** What the Mac puts beside everything. */
const ofTheSystem = /(^|\/)(__MACOSX\/|\.DS_Store$)/;
/** The same notebook gives the same bytes whenever it is packed; a zip knows no time before 1980. */
const mtime = new Date(1980, 0, 1);

const atMost = `a notebook with its files may hold ${sizeInWords(limits.zipBytes)}`;

function checkFiles(names: string[]): void {
  const seen = new Set<string>();
  if (names.length > limits.files) {
    throw new ShareError(
      `There are ${countInWords(names.length)} files in it, and ${limits.files} are the most.`,
    );
  }
  for (const name of names) {
    const problem = fileNameProblem(name);
    if (problem) throw new ShareError(`The name of the file ${shownName(name)} ${problem}.`);
    if (seen.has(name)) throw new ShareError(`There are two files named ${shownName(name)} in it.`);
    seen.add(name);
  }
}

/** The notebook's text: at the top, or in the one folder that was packed as a whole. */
function textAmong(entries: [string, Uint8Array][], name: string): [string, Uint8Array] {
  const nested = new RegExp(`^[^/]+/${textName.replaceAll(".", "\\.")}$`);
  const atTop = entries.filter(([entry]) => entry === textName);
  const texts = atTop.length > 0 ? atTop : entries.filter(([entry]) => nested.test(entry));
  if (texts.length === 1) return texts[0]!;
  throw new ShareError(
    `${shownName(name)} is not a notebook: it must hold one ${textName}, and it holds ${texts.length || "none"}.`,
  );
}

/** Reads a notebook with its own files. `name` is the zip's. Throws a ShareError when it is none, or too much. */
export function readNotebookZip(name: string, bytes: Uint8Array): NotebookFile {
  if (bytes.length > limits.zipBytes) {
    throw new ShareError(`${shownName(name)} holds ${sizeInWords(bytes.length)}, and ${atMost}.`);
  }
  const entries = readZip(bytes, {
    // The text, and what the Mac adds to each file.
    entries: 2 * (limits.files + 1),
    bytes: limits.zipBytes,
    tooMany: (count) => `There are ${countInWords(count)} files in it, and ${limits.files} are the most.`,
    tooBig: `Unpacked, ${shownName(name)} would be larger than ${sizeInWords(limits.zipBytes)}, and ${atMost}.`,
  }).filter(([entry]) => !ofTheSystem.test(entry));
  const text = textAmong(entries, name);
  const root = text[0].slice(0, -textName.length);
  const own = entries.filter((entry) => entry !== text);
  const stray = own.find(([entry]) => !entry.startsWith(root + folder));
  if (stray) {
    throw new ShareError(
      `${shownName(stray[0])} does not belong in a notebook's zip: there may be ${textName}, and files in the folder “files”.`,
    );
  }
  const files = own.map(([entry, bytes]) => [entry.slice(root.length + folder.length), bytes] as const);
  checkFiles(files.map(([file]) => file));
  return {
    ...readNotebookText(root === "" ? name : root.slice(0, -1), text[1]),
    files: new Map(files.map(([file, bytes]): [string, OwnFile] => [file, { type: fileType(file), bytes }])),
  };
}

/**
 * A notebook and its own files as a zip: `notebook.etude.md`, and the files in the folder `files`. Throws a ShareError
 * when it is more than can be read again.
 */
export function writeNotebookZip({ title, markdown, files }: NotebookFile): Uint8Array {
  checkFiles([...files.keys()]);
  const text = strToU8(writeNotebookMarkdown(title, markdown));
  const size = [...files.values()].reduce((sum, { bytes }) => sum + bytes.length, text.length);
  if (size > limits.zipBytes) {
    throw new ShareError(`The notebook and its files are ${sizeInWords(size)}, and ${atMost}.`);
  }
  const content: Zippable = { [textName]: text };
  for (const [name, { bytes }] of files) {
    // Sounds and pictures are packed already; only a wave file gets smaller, and text does.
    const isPacked = ["audio", "image"].includes(fileKind(name)) && !name.toLowerCase().endsWith(".wav");
    content[folder + name] = [bytes, { level: isPacked ? 0 : 6 }];
  }
  return zipSync(content, { mtime });
}
