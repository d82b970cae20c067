/** A line that opens a fence: what follows the backticks, and its line in the file, from 1. */
export type Opening = { line: number; info: string };

const opening = /^ {0,3}(?:(`{3,})([^`]*)|(~{3,})(.*))$/;
const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;

/** A file's lines with everything blanked that is no prose (the head, fences, code in a line), and what opens its fences. */
export function splitProse(
  markdown: string,
  frontMatter: string | null,
): { prose: string[]; openings: Opening[] } {
  const openings: Opening[] = [];
  // The head, and the rules above and below it.
  const headLines = frontMatter === null ? 0 : frontMatter.split("\n").length + 1;
  let mark: string | null = null;
  const prose = markdown.split("\n").map((line, i) => {
    if (i < headLines) return "";
    if (mark !== null) {
      if (line.match(closing)?.[1]?.startsWith(mark)) mark = null;
      return "";
    }
    const open = line.match(opening);
    if (!open) return line.replace(/(`+)[^`]+\1/g, (code) => " ".repeat(code.length));
    mark = open[1] ?? open[3]!;
    openings.push({ line: i + 1, info: open[2] ?? open[4] ?? "" });
    return "";
  });
  return { prose, openings };
}

/** Every match of a pattern in prose, with its line in the file. */
export function inProse(
  prose: readonly string[],
  pattern: RegExp,
): { line: number; match: RegExpMatchArray }[] {
  return prose.flatMap((text, i) => Array.from(text.matchAll(pattern), (match) => ({ line: i + 1, match })));
}
