import type { Rule } from "../finding.ts";
import { cellsOf } from "../lesson-text.ts";

/** A name is defined in one cell, and an id given to one fence. Exercises may share names: each has its own module. */
export const definedOnce: Rule = (lesson) => {
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
