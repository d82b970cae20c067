import { parseJavaScript } from "@observablehq/notebook-kit";
import { CellSyntaxError, type CompiledCell, compile } from "../../notebook/compile/index.ts";
import { type FenceBlock, parseNotebook } from "../../notebook/document/index.ts";

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
  fences: FenceBlock[];
  /** Cells, exercises, solutions and wrong attempts, in the order of the file. */
  code: Code[];
};

// A check is the body of a function (it may `return`), and so no program that compiles by itself.
const COMPILED_KINDS = ["cell", "exercise", "solution", "wrong"];

function readCode(block: FenceBlock): Code {
  const { source } = block;
  const lineAt = (index: number) => block.line + source.slice(0, index).split("\n").length - 1;
  try {
    return { block, lineAt, compiled: compile(source), tree: parseJavaScript(source).body };
  } catch (error) {
    if (error instanceof CellSyntaxError) return { block, lineAt, error };
    throw error;
  }
}

/** Takes a lesson's Markdown apart. */
export function readLesson(markdown: string): LessonText {
  const { frontMatter, blocks } = parseNotebook(markdown);
  const fences = blocks.filter((block) => block.kind === "fence");
  const code = fences.filter(({ fence }) => fence.language === "js" && COMPILED_KINDS.includes(fence.kind));
  return { markdown, frontMatter, fences, code: code.map(readCode) };
}

/** The cells among a lesson's code: what runs by itself or on a click, and is no part of an exercise. */
export function cellsOf(lesson: LessonText): Code[] {
  return lesson.code.filter(({ block }) => block.fence.kind === "cell");
}
