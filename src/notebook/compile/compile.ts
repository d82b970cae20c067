import { parseJavaScript } from "@observablehq/notebook-kit";
import { getLineInfo } from "acorn";
import { applyEdits } from "./edits.ts";
import { guardInsertions, guardName } from "./guard.ts";
import { importedNames, importName, importReplacements } from "./imports.ts";
import { CellSyntaxError, explainSyntaxError, tooDeep } from "./messages.ts";
import { findRefused } from "./refuse.ts";

/** A cell's source as the runtime needs it. Plain data: it is made at build time and travels in the page. */
export type CompiledCell = {
  /** Names that the cell reads and does not define itself. */
  inputs: string[];
  /** Names that the cell defines for other cells. */
  outputs: string[];
  /** Those of them that it imports; none when it is absent. */
  imports?: string[];
  /** True for an expression that shows itself. */
  autodisplay: boolean;
  /** Source of a factory: a function of guard and import that returns `async (…inputs) => ({…outputs} or {value})`. Lines are the learner's. */
  body: string;
  /** Where each input is first read and each output declared: name → line, from 1. */
  lines: Record<string, number>;
  /** How long the cell may hold the page, when it says so by `// @budget 10s`. */
  budgetMs?: number;
};

const blank = /(?<![\w$])____(?![\w$])/;
const budget = /^\s*\/\/\s*@budget\s+(\d+(?:\.\d+)?)\s*(ms|s)\s*$/m;

/** True when a cell still has a blank `____` to fill in: such a cell is not run. */
export function hasBlank(source: string): boolean {
  return blank.test(source);
}

/** What engines throw when code is nested deeper than their stack: a RangeError, in Firefox an InternalError. */
function isTooDeep(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && error.name === "InternalError");
}

/**
 * Compiles a cell: Observable's semantics for vanilla JavaScript (an expression shows itself, top-level names are
 * outputs), imports from the table of bundled modules, a loop guard. Throws a CellSyntaxError with the learner's line.
 */
export function compile(source: string): CompiledCell {
  try {
    return compileCell(source);
  } catch (error) {
    if (isTooDeep(error)) throw new CellSyntaxError(tooDeep, 1, 1);
    throw error;
  }
}

function compileCell(source: string): CompiledCell {
  const cell = parse(source);
  const lineAt = (index: number) => getLineInfo(source, index).line;
  const lines: Record<string, number> = Object.create(null); // a cell may well use the name toString
  for (const { name, start } of [...(cell.declarations ?? []), ...cell.references])
    lines[name] ??= lineAt(start);
  const refused = findRefused(cell.body, source);
  if (refused) {
    const { line, column } = getLineInfo(source, refused.at);
    throw new CellSyntaxError(refused.message, line, column + 1);
  }

  const inputs = unique(cell.references.map(({ name }) => name));
  const outputs = unique((cell.declarations ?? []).map(({ name }) => name));
  const text = applyEdits(source, guardInsertions(cell.body, lineAt), importReplacements(cell.body, source));
  const program = cell.expression ? `return {value: (${text}\n)};` : `${text}\nreturn {${outputs}};`;
  const imports = importedNames(cell.body);
  const ownBudget = source.match(budget);
  return {
    inputs,
    outputs,
    autodisplay: cell.expression && !inputs.includes("display") && !inputs.includes("view"),
    // A function, not an arrow: in it `this` is undefined, and not the window.
    body: `(function (${guardName}, ${importName}) {"use strict"; return async (${inputs}) => {${program}}})`,
    lines,
    ...(imports.length > 0 && { imports }),
    ...(ownBudget && { budgetMs: Number(ownBudget[1]) * (ownBudget[2] === "s" ? 1000 : 1) }),
  };
}

function parse(source: string): ReturnType<typeof parseJavaScript> {
  try {
    return parseJavaScript(source);
  } catch (error) {
    if (error instanceof SyntaxError) throw explainSyntaxError(error, source);
    throw error;
  }
}

function unique(names: string[]): string[] {
  return Array.from(new Set(names));
}
