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
  /** A second sentence: what became of the name, or what to do instead. */
  hint?: string;
};

/** Whether two errors say the same. */
export function saysTheSame(a: CellError | null, b: CellError | null): boolean {
  const parts = ["message", "line", "cell", "hint"] as const;
  return a === b || parts.every((part) => a?.[part] === b?.[part]);
}

/** The URL by which a stack trace names a cell's code; `body` counts what was made of all cells' sources. */
export function cellSourceUrl(cellId: string, body: number): string {
  return `etude-cell/${body}/${encodeURIComponent(cellId)}.js`;
}

/** A place in a cell's code. */
export type CellPlace = { cell: string; body: number; line: number };

const frame = /etude-cell\/(\d+)\/([^\s/]+)\.js:(\d+)/g;

function placesOf(error: unknown): CellPlace[] {
  const stack = error instanceof Error ? String(error.stack ?? "") : "";
  return Array.from(stack.matchAll(frame), ([, body, cell, line]) => ({
    cell: decodeURIComponent(cell!),
    body: Number(body),
    line: Number(line),
  }));
}

/** The innermost line of a cell in an error's stack. */
export function lineOf(error: unknown): CellPlace | null {
  return placesOf(error)[0] ?? null;
}

/** Where in a cell's code began what ended in an error, such as in the cell that a click was handled by. */
export function startOf(error: unknown): CellPlace | null {
  return placesOf(error).at(-1) ?? null;
}
