import type { Rule } from "../finding.ts";
import { cellsOf } from "../lesson-text.ts";

const MOST = 25;

/** A cell is short enough to be read in one go. */
const find: Rule["find"] = (lesson) =>
  cellsOf(lesson).flatMap(({ block }) => {
    const lines = block.source.split("\n").length;
    if (lines <= MOST) return [];
    const message = `This cell has ${lines} lines, and ${MOST} are many: make two of it.`;
    return [{ line: block.line - 1, message }];
  });

const example = (between: string) =>
  `\`\`\`js cell\n${"display(1);\n".repeat(13)}${between}${"display(2);\n".repeat(13)}\`\`\``;

export const cellLength: Rule = {
  code: "L23",
  name: "cell-length",
  wants: "A cell has at most 25 lines.",
  why: "A reader changes what can be taken in at a glance. What is long does several things.",
  wrong: example(""),
  right: example("```\n\n```js cell\n"),
  find,
};
