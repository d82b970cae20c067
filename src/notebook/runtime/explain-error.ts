import { RuntimeError } from "@observablehq/runtime";
import { type CellError, lineOf } from "./cell-error.ts";
import type { ErrorHost, RunningCell } from "./cell-host.ts";
import { explainInputs } from "./explain-inputs.ts";
import { plainMessage } from "./plain-message.ts";

/** Turns what a cell's run threw, or what the runtime says of its inputs, into what the learner reads. */
export function explainError(error: unknown, cell: RunningCell, host: ErrorHost): CellError {
  if (error instanceof RuntimeError) {
    if (error.input !== undefined) return explainInputs(error, cell, host);
    if (error.message === "circular definition") return circular(cell, host);
    const duplicate = error.message.match(/^(.+) is defined more than once$/);
    if (duplicate) return duplicated(duplicate[1]!, cell, host);
  }
  return thrown(error, cell.id);
}

/** Whether an error depends on other cells, so that it is to be said anew when they change. */
export function isAboutOthers({ kind, name }: CellError): boolean {
  if (kind === "syntax") return name !== undefined; // it assigns to a name that may be another cell's
  return kind === "undefined" || kind === "upstream" || kind === "duplicate" || kind === "circular";
}

/** An error that code of a cell threw: its line, or the other cell whose function threw it. */
export function thrown(error: unknown, cellId: string): CellError {
  const place = lineOf(error);
  const elsewhere = place && place.cell !== cellId ? place.cell : undefined;
  const own = (error as { line?: unknown } | null | undefined)?.line;
  const line = elsewhere !== undefined ? undefined : typeof own === "number" ? own : place?.line;
  const message = plainMessage(error);
  return {
    kind: "runtime",
    message:
      elsewhere === undefined ? message : `${message} (in line ${place!.line} of the cell “${elsewhere}”)`,
    ...(line !== undefined && { line }),
    ...(elsewhere !== undefined && { cell: elsewhere }),
  };
}

/** The error of a cell that defines a name of the standard library; `imported` when by an `import`. */
export function reservedName(name: string, line: number | undefined, imported: boolean): CellError {
  const way = imported
    ? `Import it under another name, as in \`{${name} as my${name.charAt(0).toUpperCase()}${name.slice(1)}}\`.`
    : "Choose another name.";
  const message = `\`${name}\` is a name of the standard library, which other cells need. ${way}`;
  return { kind: "reserved", name, message, ...(line !== undefined && { line }) };
}

function circular(cell: RunningCell, host: ErrorHost): CellError {
  const circle = host.circleOf(cell);
  const [, next] = circle;
  const way = circle.map((id) => `“${id}”`).join(" → ");
  const lines = namesBetween(cell, next, host).map((name) => cell.spec.compiled?.lines[name] ?? Infinity);
  const line = Math.min(...lines);
  const number = circle.length === 3 ? "both" : "all of them";
  const together = areFunctions(circle, cell, host) ? `, or put ${number} in one cell` : "";
  return {
    kind: "circular",
    message: `This cell waits for itself: ${way} (each reads a name of the next). Take one of these names out of the cell that reads it${together}.`,
    ...(Number.isFinite(line) && { line }),
    ...(next !== undefined && next !== cell.id && { cell: next }),
  };
}

/** The names that a cell reads of another one. */
function namesBetween(cell: RunningCell, next: string | undefined, host: ErrorHost): string[] {
  return cell.inputs.filter((name) => host.definers(name).some(({ id }) => id === next));
}

/** Whether what the cells of a circle read of each other are functions: those may call each other in one cell. */
function areFunctions(circle: readonly string[], first: RunningCell, host: ErrorHost): boolean {
  let cell: RunningCell | undefined = first;
  for (const next of circle.slice(1)) {
    const names: string[] = cell ? namesBetween(cell, next, host) : [];
    cell = names[0] === undefined ? undefined : host.definers(names[0]).find(({ id }) => id === next);
    const body = cell?.spec.compiled?.body;
    if (body === undefined || !names.every((name) => isFunction(name, body))) return false;
  }
  return true;
}

function isFunction(name: string, code: string): boolean {
  const word = `(?<![\\w$.])${name.replaceAll("$", "\\$")}`;
  const value = "(?:async\\s+)?(?:function\\b|[\\w$]+\\s*=>|\\([^()]*\\)\\s*=>)";
  return new RegExp(`\\bfunction[\\s*]+${word}\\s*\\(|${word}\\s*=\\s*${value}`).test(code);
}

function duplicated(name: string, cell: RunningCell, host: ErrorHost): CellError {
  const line = cell.spec.compiled?.lines[name];
  const others = host
    .definers(name)
    .map(({ id }) => id)
    .filter((id) => id !== cell.id);
  const listed = others.map((id) => `“${id}”`).join(" and ");
  return {
    kind: "duplicate",
    name,
    message: `\`${name}\` is defined in more than one cell: here and in ${listed}. A name can have only one definition; rename it in one of them.`,
    ...(line !== undefined && { line }),
    ...(others[0] !== undefined && { cell: others[0] }),
  };
}
