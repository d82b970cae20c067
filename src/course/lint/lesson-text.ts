import { parseJavaScript } from "@observablehq/notebook-kit";
import { CellSyntaxError, type CompiledCell, compile } from "../../notebook/compile/index.ts";
import {
  cellIds,
  type FenceBlock,
  type NotebookDocument,
  parseNotebook,
} from "../../notebook/document/index.ts";
import { checkExpression } from "../exercises/index.ts";
import { type Opening, splitProse } from "./split-prose.ts";
import { nowhere, type Surroundings } from "./surroundings.ts";

/** A fence of code that a notebook runs, taken apart as far as it can be. */
export type Code = {
  block: FenceBlock;
  /** Syntax tree, or undefined if it does not parse. */
  tree?: ReturnType<typeof parseJavaScript>["body"];
  /** What it reads and defines, or undefined if it does not compile. */
  compiled?: CompiledCell;
  /** Why it does not compile. */
  error?: CellSyntaxError;
  /** The line in the lesson's file of a position in the source. */
  lineAt(index: number): number;
};

/** A lesson as the rules see it. */
export type LessonText = {
  markdown: string;
  /** The YAML between the rules at the top, or null if there is none. */
  frontMatter: string | null;
  document: NotebookDocument;
  fences: FenceBlock[];
  /** The lines that open a fence, listings among them. */
  openings: Opening[];
  /** The file's lines of prose as they stand; empty where there is the head, a fence, or code within a line. */
  prose: string[];
  /** Cells, exercises, solutions and wrong attempts, in the order of the file. */
  code: Code[];
  /** What is around the lesson. */
  around: Surroundings;
};

const COMPILED_KINDS = ["cell", "exercise", "check", "solution", "wrong"];

function readCode(block: FenceBlock): Code {
  // A check is the body of a function: it may `return`.
  const isCheck = block.fence.kind === "check";
  const source = isCheck ? checkExpression(block.source) : block.source;
  const lineAt = (index: number) => block.line + source.slice(0, index).split("\n").length - 1;
  try {
    return { block, lineAt, compiled: compile(source), tree: parseJavaScript(source).body };
  } catch (error) {
    if (error instanceof CellSyntaxError) return { block, lineAt, error };
    throw error;
  }
}

/** Takes a lesson's Markdown apart. */
export function readLesson(text: string, around: Surroundings = nowhere): LessonText {
  const markdown = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const document = parseNotebook(markdown);
  const { frontMatter, blocks } = document;
  const fences = blocks.filter((block) => block.kind === "fence");
  const code = fences.filter(({ fence }) => fence.language === "js" && COMPILED_KINDS.includes(fence.kind));
  const { prose, openings } = splitProse(markdown, frontMatter);
  return { markdown, frontMatter, document, fences, openings, prose, code: code.map(readCode), around };
}

/** The cells among a lesson's code: what runs by itself or on a click, and is no part of an exercise. */
export function cellsOf(lesson: LessonText): Code[] {
  return lesson.code.filter(({ block }) => block.fence.kind === "cell");
}

/** The ids of a lesson's cells, in order; none when two are alike, which another rule finds. */
export function idsOfCells(lesson: LessonText): string[] {
  const cells = cellsOf(lesson).map(({ block, compiled }) => ({
    explicit: block.fence.options.id,
    firstName: compiled?.outputs[0],
  }));
  const explicit = cells.flatMap(({ explicit }) => explicit ?? []);
  return new Set(explicit).size < explicit.length ? explicit : cellIds(cells);
}
