import { type ForeignAssignment, foreignAssignment } from "./foreign-assignment.ts";

export type { ForeignAssignment };

/** Said of code whose nesting is more than the engine's stack holds. */
export const tooDeep = "This code is nested too deeply to be read.";

/** A cell that cannot be compiled: what is wrong in a learner's words, and where (line and column count from 1). */
export class CellSyntaxError extends Error {
  readonly line: number;
  readonly column: number;
  /** The assignment to another cell's name that is at fault, if it is one. */
  readonly assigns: ForeignAssignment | undefined;
  constructor(message: string, line: number, column: number, assigns?: ForeignAssignment) {
    super(message);
    this.name = "CellSyntaxError";
    this.line = line;
    this.column = column;
    this.assigns = assigns;
  }
}

type Rule = [pattern: RegExp, say: (match: RegExpMatchArray, near: string) => string];

const rules: Rule[] = [
  [
    /^Assignment to global '(.+)'$/,
    ([, name]) => `\`${name}\` is built into the browser and cannot be assigned to.`,
  ],
  [
    /^Global '(.+)' cannot be redefined$/,
    ([, name]) =>
      `\`${name}\` is built into the browser. Choose another name, such as \`my${capital(name!)}\`.`,
  ],
  [/^Assigning to rvalue$/, () => "The left side of `=` must be a name. To compare two things, write `===`."],
  [
    /^Identifier '(.+)' has already been declared$/,
    ([, name]) => `\`${name}\` is declared twice in this cell. Keep one, or rename one.`,
  ],
  [
    /^Deleting local variable in strict mode$/,
    () => "A name cannot be deleted. `delete` takes a part of an object away, as in `delete object.part`.",
  ],
  [
    /^'with' in strict mode$/,
    () =>
      "`with` is not available in cells. Write the object's name before each of its parts: `object.part`.",
  ],
  [/^Not enough stack space to parse input$/, () => tooDeep],
  [/^Unterminated string constant$/, () => "This text has no closing quotation mark on its line."],
  [/^Unterminated template$/, () => "This template text has no closing backtick."],
  [/^Unterminated regular expression$/, () => "This regular expression has no closing slash."],
  [/^Unterminated comment$/, () => "This comment has no closing `*/`."],
  [
    /^Unexpected token 'export'$/,
    () => "A cell needs no `export`: its names are visible in every other cell as they are.",
  ],
  [
    /^'return' outside of function$/,
    () => "A cell has no `return`: its last expression, or `display(…)`, shows a value.",
  ],
  [
    /^(Cannot use keyword 'await' outside an async function|Unexpected reserved word 'await')$/,
    () =>
      "`await` stands at the top level of a cell, or in a function marked `async`: write `async` before it.",
  ],
  [
    /^(The keyword 'yield' is reserved|Unexpected reserved word 'yield')$/,
    () => "`yield` stands only in a function that is marked with a star: `function*`.",
  ],
  [
    /^Unexpected token$/,
    (_, near) =>
      near === ""
        ? "The code ends too early: a bracket, a quotation mark or the right-hand side of something is missing."
        : `\`${near}\` was not expected here. Look for a missing comma, bracket or operator just before it.`,
  ],
];

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What stands at an index of a source: the word or sign that an error points at. */
function nearest(source: string, index: number): string {
  return source.slice(index).match(/^\s*([\w$]+|\S)/)?.[1] ?? "";
}

/** Turns a parser's error into one that a learner can act on. */
export function explainSyntaxError(error: SyntaxError, source: string): CellSyntaxError {
  const [, bare = error.message, line = "1", column = "0"] =
    error.message.match(/^([\s\S]*?) \((\d+):(\d+)\)$/) ?? [];
  const lines = source.split("\n");
  const index = lines.slice(0, Number(line) - 1).reduce((n, text) => n + text.length + 1, Number(column));
  const foreign = bare.match(/^Assignment to external variable '(.+)'$/)?.[1];
  if (foreign !== undefined) {
    const assigns = foreignAssignment(source, index, foreign);
    const message = `\`${foreign}\` is not this cell's own name, so this cell cannot assign to it. To define it here write \`const ${foreign} = …\`; if another cell defines it, choose a new name, such as \`${assigns.instead}\`.`;
    return new CellSyntaxError(message, Number(line), Number(column) + 1, assigns);
  }
  for (const [pattern, say] of rules) {
    const match = bare.match(pattern);
    if (match)
      return new CellSyntaxError(say(match, nearest(source, index)), Number(line), Number(column) + 1);
  }
  return new CellSyntaxError(`${bare}.`, Number(line), Number(column) + 1);
}
