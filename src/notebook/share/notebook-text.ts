import { parseNotebook } from "../document/index.ts";
import { shownName } from "./file-name.ts";
import { cleanTitle, readHead } from "./front-matter.ts";
import { countInWords, limits, sizeInWords } from "./limits.ts";
import { ShareError } from "./share-error.ts";

/** A notebook's text: its title, and its Markdown with `\n` at the ends of lines. */
export type NotebookText = { title: string; markdown: string };

/** Reads a notebook's Markdown from bytes. `name` is the file's. Throws a ShareError when it is none or too much. */
export function readNotebookText(name: string, bytes: Uint8Array): NotebookText {
  const markdown = decode(name, bytes).replace(/\r\n?/g, "\n");
  checkText(name, markdown);
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

/** Lines are counted before the text is parsed: what it costs to parse one may grow with the square of its lines. */
function checkText(name: string, markdown: string): void {
  let lines = 0;
  for (const line of markdown.split("\n")) {
    ++lines;
    if (line.length > limits.openingCharacters && /^ {0,3}(```|~~~)/.test(line)) {
      throw new ShareError(
        `Line ${countInWords(lines)} of ${shownName(name)} opens a cell and is ${countInWords(line.length)} characters long; ${countInWords(limits.openingCharacters)} is the most.`,
      );
    }
  }
  checkCount(name, lines, limits.lines, "lines");
  const { blocks } = parseNotebook(markdown);
  const cells = blocks.filter(({ kind }) => kind === "fence").length;
  checkCount(name, cells, limits.cells, "cells");
  checkCount(name, blocks.length - cells, limits.proseBlocks, "blocks of text");
}

function checkCount(name: string, found: number, allowed: number, of: string): void {
  if (found <= allowed) return;
  throw new ShareError(
    `${shownName(name)} has ${countInWords(found)} ${of}, and a notebook may have ${countInWords(allowed)}.`,
  );
}

/** The title that it states, else its first heading, else the file's name without its ending. */
function titleOf(name: string, markdown: string): string {
  const heading = markdown.match(/^# (.{1,1000})$/m)?.[1] ?? "";
  const base = name.replace(/^.*[/\\]/s, "").replace(/(\.etude)?\.[a-z]{1,8}$/i, "");
  return readHead(markdown).title ?? cleanTitle(heading) ?? cleanTitle(base) ?? "Untitled";
}
