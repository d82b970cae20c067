import { type Fence, formatFence, parseFence } from "./fence.ts";

/** A stretch of Markdown between cells, as it stands. */
export type Prose = { kind: "prose"; text: string };

/** A fence that means something to a notebook. `line` is where its first line of code stands in the file, from 1. */
export type FenceBlock = { kind: "fence"; fence: Fence; source: string; line: number };

export type Block = Prose | FenceBlock;

/** A lesson or a notebook as data: the front matter as text (without its rules), then prose and fences in order. */
export type NotebookDocument = { frontMatter: string | null; blocks: Block[] };

const frontMatterPattern = /^---\n((?:(?!---[ \t]*(?:\n|$))[^\n]*\n)*)---[ \t]*(?:\n|$)/;
// What follows backticks must hold none: else it is code in a line of text.
const opening = /^( {0,3})(?:(`{3,})([^`]*)|(~{3,})(.*))$/;
const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;

/** A line that parts two stretches of prose which a notebook holds in two cells. */
const separator = /^ {0,3}<!-- cell -->[ \t]*$/;

/** Splits a Markdown file into prose and cells. What is not a cell stays prose, to the letter. */
export function parseNotebook(markdown: string): NotebookDocument {
  const text = markdown.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const head = text.match(frontMatterPattern);
  const body = head ? text.slice(head[0].length) : text;
  const firstLine = head ? head[0].split("\n").length : 1;
  const lines = body.split("\n");
  const blocks: Block[] = [];
  let prose: string[] = [];
  const flush = () => {
    const first = prose.findIndex((line) => line !== "");
    const last = prose.findLastIndex((line) => line !== "");
    if (first >= 0) blocks.push({ kind: "prose", text: prose.slice(first, last + 1).join("\n") });
    prose = [];
  };
  for (let i = 0; i < lines.length; ++i) {
    if (separator.test(lines[i]!)) {
      flush();
      continue;
    }
    const open = lines[i]!.match(opening);
    if (!open) {
      prose.push(lines[i]!);
      continue;
    }
    const [, indent, ticks, tickInfo, tildes, tildeInfo] = open;
    const mark = ticks ?? tildes;
    let stop = i + 1;
    while (stop < lines.length && !closes(lines[stop]!, mark!)) ++stop;
    const fence = parseFence((tickInfo ?? tildeInfo)!);
    if (fence?.kind === "cell" && fence.language === "md") {
      flush();
      const text = lines
        .slice(i + 1, stop)
        .map(outdented(indent!.length))
        .join("\n");
      if (text.trim()) blocks.push({ kind: "prose", text });
    } else if (fence) {
      flush();
      blocks.push({
        kind: "fence",
        fence,
        source: lines
          .slice(i + 1, stop)
          .map(outdented(indent!.length))
          .join("\n"),
        line: firstLine + i + 1,
      });
    } else for (const line of lines.slice(i, stop + 1)) prose.push(line);
    i = stop;
  }
  flush();
  return { frontMatter: head ? head[1]! : null, blocks };
}

/** Whether prose that stands in a file as it is is read back as this prose, and takes nothing of what follows with it. */
function isPlainProse(text: string): boolean {
  const { blocks } = parseNotebook(`x\n\n${text}\n\n\`\`\`js cell\n\`\`\`\n`);
  const [before, after, ...others] = blocks;
  const isWhole = before?.kind === "prose" && before.text === `x\n\n${text}`;
  return isWhole && after?.kind === "fence" && others.length === 0;
}

/** Code in a fence that is longer than any in it. */
function fenced(info: string, source: string): string {
  const sign = info.includes("`") ? "~" : "`";
  const runs = source.matchAll(new RegExp(`^ {0,3}(${sign}{3,})`, "gm"));
  let longest = 2;
  for (const [, run] of runs) longest = Math.max(longest, run!.length);
  const mark = sign.repeat(longest + 1);
  return `${mark}${info}\n${source}\n${mark}`;
}

function closes(line: string, mark: string): boolean {
  return line.match(closing)?.[1]?.startsWith(mark) ?? false;
}

/** Takes from a line the indentation of its fence, as far as it has it. */
function outdented(by: number): (line: string) => string {
  const indentation = new RegExp(`^ {0,${by}}`);
  return (line) => line.replace(indentation, "");
}

/** Writes a notebook as Markdown; `parseNotebook` reads back the same blocks. */
export function formatNotebook({ frontMatter, blocks }: NotebookDocument): string {
  const head = frontMatter === null ? "" : `---\n${frontMatter}---\n\n`;
  const parts = blocks.map((block, i) => {
    if (block.kind === "fence") return fenced(formatFence(block.fence), block.source);
    const before = blocks[i - 1];
    if (!isPlainProse(block.text)) return fenced("md cell", block.text);
    return before?.kind === "prose" && isPlainProse(before.text)
      ? `<!-- cell -->\n\n${block.text}`
      : block.text;
  });
  return `${head}${parts.join("\n\n")}\n`;
}
