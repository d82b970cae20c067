import type { Rule } from "../finding.ts";
import { cellsOf } from "../lesson-text.ts";

/** A name is defined in one cell, and an id given to one fence. Exercises may share names: each has its own module. */
const find: Rule["find"] = (lesson) => {
  const firstLine = new Map<string, number>();
  const again = (what: string, name: string, line: number) => {
    const key = `${what} ${name}`;
    const first = firstLine.get(key);
    if (first === undefined) firstLine.set(key, line);
    return first === undefined ? [] : [{ line, message: `The ${key} is taken already, in line ${first}.` }];
  };
  const names = cellsOf(lesson).flatMap(({ block, compiled }) =>
    (compiled?.outputs ?? []).flatMap((name) =>
      again("name", name, block.line + (compiled!.lines[name] ?? 1) - 1),
    ),
  );
  const ids = lesson.fences.flatMap(({ fence, line }) =>
    fence.options.id === undefined ? [] : again("id", fence.options.id, line - 1),
  );
  return [...names, ...ids];
};

export const definedOnce: Rule = {
  code: "L05",
  name: "defined-once",
  wants: "A name is defined in one cell, and an id is given to one fence.",
  why: "Two definitions are an error in both cells; two cells of one id would share what a reader writes.",
  wrong: "```js cell id=pitch\n440\n```\n\n```js cell id=pitch\n441\n```",
  right: "```js cell id=pitch\n440\n```\n\n```js cell id=other\n441\n```",
  find,
};
