import { cleanTitle, textProblem } from "../document/index.ts";
import { shownName } from "./file-name.ts";
import { readHead } from "./front-matter.ts";
import { limits, sizeInWords } from "./limits.ts";
import { ShareError } from "./share-error.ts";

/** A notebook's text: its title, and its Markdown with `\n` at the ends of lines. */
export type NotebookText = { title: string; markdown: string };

/** Reads a notebook's Markdown from bytes. `name` is the file's. Throws a ShareError when it is none or too much. */
export function readNotebookText(name: string, bytes: Uint8Array): NotebookText {
  const markdown = decode(name, bytes).replace(/\r\n?/g, "\n");
  const problem = textProblem(markdown);
  if (problem) throw new ShareError(`${shownName(name)} ${problem}.`);
  return { title: titleOf(name, markdown), markdown };
}

function decode(name: string, bytes: Uint8Array): string {
  if (bytes.length > limits.textBytes) {
    throw new ShareError(
      `${shownName(name)} holds ${sizeInWords(bytes.length)} of text, and a notebook may hold ${sizeInWords(limits.textBytes)}.`,
    );
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch {
    // Said below, as for a text with zeros in it.
  }
  throw new ShareError(`${shownName(name)} is not a text file in UTF-8, as a notebook's Markdown must be.`);
}

/** The title that it states, else its first heading, else the file's name without its ending. */
function titleOf(name: string, markdown: string): string {
  const heading = markdown.match(/^# (.{1,1000})$/m)?.[1] ?? "";
  const base = name.replace(/^.*[/\\]/s, "").replace(/(\.etude)?\.[a-z]{1,8}$/i, "");
  return readHead(markdown).title ?? cleanTitle(heading) ?? cleanTitle(base) ?? "Untitled";
}
