import { simple } from "acorn-walk";
import { CellSyntaxError, compile } from "../../../notebook/compile/index.ts";
import { splitInline } from "../../../notebook/document/index.ts";
import { readQuiz } from "../../exercises/read-quiz.ts";
import type { Rule } from "../finding.ts";
import { cellsOf, type LessonText } from "../lesson-text.ts";

/** All names that sentences and questions read. */
function readByText({ document, fences }: LessonText): string[] {
  const inSentences = document.blocks.flatMap((block) => {
    if (block.kind === "fence") return [];
    return splitInline(block.text).flatMap((part) => {
      if ("text" in part) return [];
      try {
        return compile(part.expression).inputs;
      } catch (error) {
        if (error instanceof CellSyntaxError) return [];
        throw error;
      }
    });
  });
  const inQuizzes = fences.flatMap(({ fence, source }) => {
    const read = fence.kind === "quiz" ? readQuiz(source) : undefined;
    if (!read || "problems" in read || read.quiz.type !== "curve") return [];
    return typeof read.quiz.truth === "string" ? [read.quiz.truth] : [];
  });
  return [...inSentences, ...inQuizzes];
}

/** A name that a cell defines is read: there, by another cell, a sentence, an exercise or a check. */
const find: Rule["find"] = (lesson) => {
  const read = new Set([
    ...readByText(lesson),
    ...lesson.code.flatMap(({ compiled }) => compiled?.inputs ?? []),
  ]);
  return cellsOf(lesson).flatMap(({ block, compiled, tree }) => {
    if (!compiled || !tree) return [];
    const inside = new Set<string>();
    simple(tree, { Identifier: ({ name }) => void inside.add(name) });
    return compiled.outputs
      .filter((name) => !read.has(name) && !inside.has(name))
      .map((name) => ({
        line: block.line + (compiled.lines[name] ?? 1) - 1,
        message: `Nothing reads ${name}: show it, use it in a sentence, or take it out.`,
      }));
  });
};

export const nameRead: Rule = {
  code: "L19",
  name: "name-read",
  wants: "A name that a cell defines is read: there, by another cell, a sentence, an exercise or a check.",
  why: "A reader looks for what it is good for. Mostly it is left over from an earlier version, or misspelled where it is read.",
  wrong: "```js cell\nconst left = 12;\n```",
  right: "```js cell\nconst left = 12;\n```\n\n```js cell id=twice\nleft * 2\n```",
  find,
};
