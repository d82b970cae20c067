import type { Rule } from "../finding.ts";

/** Every cell, exercise, solution and wrong attempt compiles. */
export const compiles: Rule = ({ code }) =>
  code.flatMap(({ block, error }) =>
    error ? [{ line: block.line + error.line - 1, message: error.message }] : [],
  );
