import type { Rule } from "../finding.ts";
import { type Code, cellsOf } from "../lesson-text.ts";

function reason({ block, compiled }: Code, definedInLesson: Set<string>): string | undefined {
  const { kind, options } = block.fence;
  if (options.id !== undefined) return undefined;
  if (kind === "exercise") return "An exercise needs an id";
  if (kind !== "cell") return undefined;
  if (options.run === "click") return "A cell that runs on a click needs an id";
  const anonymous = compiled && compiled.outputs.length === 0;
  const read = compiled?.inputs.filter((name) => definedInLesson.has(name)) ?? [];
  if (anonymous && read.length > 0)
    return `A cell without names of its own that reads ${read[0]} needs an id`;
  return undefined;
}

/**
 * Exercises, cells that run on a click, and anonymous cells that depend on others carry an explicit id: a learner's
 * edits are kept under it, and must find their cell when another is added above.
 */
export const needsId: Rule = (lesson) => {
  const defined = new Set(cellsOf(lesson).flatMap(({ compiled }) => compiled?.outputs ?? []));
  return lesson.code.flatMap((code) => {
    const why = reason(code, defined);
    return why
      ? [{ line: code.block.line - 1, message: `${why}: write id=… after the word that opens it.` }]
      : [];
  });
};
