import type { Rule } from "../finding.ts";

/** Every cell, exercise, solution and wrong attempt compiles. */
const find: Rule["find"] = ({ code }) =>
  code.flatMap(({ block, error }) =>
    error ? [{ line: block.line + error.line - 1, message: error.message }] : [],
  );

export const compiles: Rule = {
  code: "L02",
  name: "compiles",
  wants: "Every cell, exercise, check, solution and wrong attempt compiles.",
  why: "A cell with an error of syntax fails the build, or a reader.",
  wrong: "```js cell\nconst b = ;\n```",
  right: "```js cell\nconst b = 2;\ndisplay(b);\n```",
  find,
};
