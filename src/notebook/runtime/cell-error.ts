import { RuntimeError } from "@observablehq/runtime";
import leven from "leven";

/** Why a cell has no result, in a learner's words. */
export type CellError = {
  message: string;
  /** The learner's line, from 1, where one is known. */
  line?: number;
  /** `later`: thrown by code that ran after the cell had ended (a click, a timer); what readers have still holds. */
  kind: "syntax" | "runtime" | "later" | "undefined" | "upstream" | "duplicate" | "circular" | "reserved";
  /** The name that the error is about, and the other cell that it leads to. */
  name?: string;
  cell?: string;
};

/** What explaining an error needs to know of the rest of the notebook. */
export type ErrorContext = {
  cellId: string;
  /** Where the cell first mentions each name. */
  lines: Record<string, number>;
  /** The cells that define a name, this one included. */
  definers(name: string): { id: string; waits: string }[];
  /** Every name that a cell could use. */
  knownNames(): Iterable<string>;
};

/** The URL by which a stack trace names a cell's code. */
export function cellSourceUrl(cellId: string): string {
  return `etude-cell/${encodeURIComponent(cellId)}.js`;
}

const frame = /etude-cell\/([^\s/]+)\.js:(\d+)/g;

/** The innermost line of a cell in an error's stack. */
export function lineOf(error: unknown): { cell: string; line: number } | null {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  for (const [, cell, line] of stack.matchAll(frame))
    return { cell: decodeURIComponent(cell!), line: Number(line) };
  return null;
}

/** The known name nearest to a mistyped one, if one is near. */
export function nearestName(name: string, names: Iterable<string>): string | undefined {
  const limit = Math.floor((name.length + 1) / 3); // two letters swapped count as two
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of names) {
    const distance = candidate.toLowerCase() === name.toLowerCase() ? 0 : leven(name, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Turns what a cell's run threw, or what the runtime says of its inputs, into what the learner reads. */
export function explainError(error: unknown, context: ErrorContext): CellError {
  if (error instanceof RuntimeError) {
    if (error.message === "circular definition" && error.input === undefined) return circular();
    const duplicate = error.message.match(/^(.+) is defined more than once$/);
    if (duplicate) return duplicated(duplicate[1]!, context);
    if (error.input !== undefined) return missingInput(error.input, error.message, context);
  }
  const place = lineOf(error);
  const elsewhere = place && place.cell !== context.cellId ? place.cell : undefined;
  const own = (error as { line?: unknown } | null)?.line;
  const line = typeof own === "number" ? own : elsewhere === undefined ? place?.line : undefined;
  const message = plainMessage(error);
  return {
    kind: "runtime",
    message:
      elsewhere === undefined ? message : `${message} (in line ${place!.line} of the cell “${elsewhere}”)`,
    ...(line !== undefined && { line }),
    ...(elsewhere !== undefined && { cell: elsewhere }),
  };
}

/** The error of a cell that defines a name of the standard library. */
export function reservedName(name: string, line: number | undefined): CellError {
  const message = `\`${name}\` is a name of the standard library, which other cells need. Choose another name.`;
  return { kind: "reserved", name, message, ...(line !== undefined && { line }) };
}

function circular(): CellError {
  return {
    kind: "circular",
    message:
      "This cell waits for itself: it reads a name that another cell makes out of this one's. Break the circle.",
  };
}

function duplicated(name: string, { definers, cellId, lines }: ErrorContext): CellError {
  const all = definers(name);
  const other = all.find(({ id }) => id !== cellId)?.id;
  if (all.every(({ id }) => id !== cellId)) {
    return {
      kind: "upstream",
      name,
      message: `Waiting for \`${name}\`, which is defined in more than one cell.`,
      ...(lines[name] !== undefined && { line: lines[name] }),
      ...(other !== undefined && { cell: other }),
    };
  }
  return {
    kind: "duplicate",
    name,
    message: `\`${name}\` is defined in more than one cell. A name can have only one definition.`,
    ...(lines[name] !== undefined && { line: lines[name] }),
    ...(other !== undefined && { cell: other }),
  };
}

function missingInput(name: string, message: string, context: ErrorContext): CellError {
  const line = context.lines[name];
  const at = { name, ...(line !== undefined && { line }) };
  const definers = context.definers(name);
  if (definers.length > 0) {
    const [{ id, waits }] = definers as [{ id: string; waits: string }];
    return { ...at, kind: "upstream", cell: id, message: `Waiting for \`${name}\`, ${waits}.` };
  }
  if (!/ is not defined$/.test(message)) return { ...at, kind: "runtime", message };
  const near = nearestName(name, context.knownNames());
  return {
    ...at,
    kind: "undefined",
    message: `\`${name}\` is not defined in any cell.${near ? ` Did you mean \`${near}\`?` : ""}`,
  };
}

/** The engine's own words, with the usual cause added where a learner would ask for it. */
function plainMessage(error: unknown): string {
  if (!(error instanceof Error)) return `The cell threw ${asText(error)}.`;
  const { message } = error;
  const ofNothing = message.match(/^Cannot read properties of (undefined|null) \(reading '(.+)'\)$/);
  if (ofNothing) {
    return `Something here is ${ofNothing[1]}, so it has no \`${ofNothing[2]}\`. Is the name before it spelled right, and does it hold a value?`;
  }
  const uncalled = message.match(/^Class constructor (.+) cannot be invoked without 'new'$/);
  if (uncalled) return "What is called here is a class: write `new` before its name.";
  const call = message.match(/^(.+) is not a function$/);
  if (call) return `\`${call[1]}\` is not a function. Is it spelled right?`;
  if (error instanceof RangeError && /call stack/i.test(message)) {
    return "A function here calls itself without an end. What should stop it?";
  }
  return message || error.name;
}

/** A thrown value that is no error, as JSON where it has one. */
function asText(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Object.prototype.toString.call(value); // a circle, for one
  }
}
