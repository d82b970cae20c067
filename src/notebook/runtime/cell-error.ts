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

/** Whether two errors say the same. */
export function saysTheSame(a: CellError | null, b: CellError | null): boolean {
  return a === b || (a?.message === b?.message && a?.line === b?.line && a?.cell === b?.cell);
}

/** The URL by which a stack trace names a cell's code. */
export function cellSourceUrl(cellId: string): string {
  return `etude-cell/${encodeURIComponent(cellId)}.js`;
}

const frame = /etude-cell\/([^\s/]+)\.js:(\d+)/g;

function placesOf(error: unknown): { cell: string; line: number }[] {
  const stack = error instanceof Error ? String(error.stack ?? "") : "";
  return Array.from(stack.matchAll(frame), ([, cell, line]) => ({
    cell: decodeURIComponent(cell!),
    line: Number(line),
  }));
}

/** The innermost line of a cell in an error's stack. */
export function lineOf(error: unknown): { cell: string; line: number } | null {
  return placesOf(error)[0] ?? null;
}

/** The cell whose code began what ended in an error, such as the one that a click was handled by. */
export function startOf(error: unknown): string | null {
  return placesOf(error).at(-1)?.cell ?? null;
}
