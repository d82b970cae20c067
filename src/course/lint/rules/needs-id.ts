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
const find: Rule["find"] = (lesson) => {
  const defined = new Set(cellsOf(lesson).flatMap(({ compiled }) => compiled?.outputs ?? []));
  return lesson.code.flatMap((code) => {
    const why = reason(code, defined);
    return why
      ? [{ line: code.block.line - 1, message: `${why}: write id=… after the word that opens it.` }]
      : [];
  });
};

export const needsId: Rule = {
  code: "L04",
  name: "needs-id",
  wants:
    "Exercises, cells that run on a click, and cells without a name of their own that read others have an `id`.",
  why: "What a reader changes is kept under it, and must find its cell when another is added above.",
  wrong: "```js cell run=click\n440 * 2\n```",
  right: "```js cell run=click id=double\n440 * 2\n```",
  find,
};
