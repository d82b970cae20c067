import { countInWords, sizeInWords } from "./in-words.ts";
import { parseNotebook } from "./notebook.ts";
import { textLimits } from "./text-limits.ts";

const opensFence = /^ {0,3}(```|~~~)/;

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function tooMany(found: number, allowed: number, of: string): string | null {
  if (found <= allowed) return null;
  return `has ${countInWords(found)} ${of}, and a notebook may have ${countInWords(allowed)}`;
}

/**
 * What is too much in a notebook's Markdown, as the end of a sentence that begins with the notebook; null when it will
 * do. Lines are counted before the text is parsed: what it costs to parse one may grow with the square of its lines.
 */
export function textProblem(markdown: string): string | null {
  const bytes = bytesOf(markdown);
  if (bytes > textLimits.textBytes) {
    return `holds ${sizeInWords(bytes)} of text, and a notebook may hold ${sizeInWords(textLimits.textBytes)}`;
  }
  const lines = markdown.split(/\r\n?|\n/);
  const most = textLimits.openingCharacters;
  const at = lines.findIndex((line) => line.length > most && opensFence.test(line));
  if (at >= 0) {
    const length = countInWords(lines[at]!.length);
    return `has a line that opens a cell and is ${length} characters long, and ${countInWords(most)} is the most (line ${countInWords(at + 1)})`;
  }
  return tooMany(lines.length, textLimits.lines, "lines") ?? problemOfBlocks(markdown);
}

function problemOfBlocks(markdown: string): string | null {
  const { blocks } = parseNotebook(markdown);
  const cells = blocks.filter((block) => block.kind === "fence");
  const prose = blocks.length - cells.length;
  const problem =
    tooMany(cells.length, textLimits.cells, "cells") ??
    tooMany(prose, textLimits.proseBlocks, "blocks of text");
  if (problem) return problem;
  const large = cells.find(({ source }) => bytesOf(source) > textLimits.cellBytes);
  if (!large) return null;
  const [size, most] = [sizeInWords(bytesOf(large.source)), sizeInWords(textLimits.cellBytes)];
  return `has a cell that holds ${size}, and a cell may hold ${most} (line ${countInWords(large.line)})`;
}
