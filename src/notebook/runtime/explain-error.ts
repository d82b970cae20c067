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
export function isAboutOthers({ kind }: CellError): boolean {
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
  return {
    kind: "circular",
    message: `This cell waits for itself: ${way} (each reads a name of the next). Take one of these names out of the cell that reads it.`,
    ...(next !== undefined && next !== cell.id && { cell: next }),
  };
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
