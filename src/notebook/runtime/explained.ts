import type { SyntaxFault } from "../compile/try-compile.ts";
import type { CellError } from "./cell-error.ts";

const known = new WeakSet<object>();

/** Marks what is thrown as an explanation already; what a cell itself throws is none, whatever it looks like. */
export function explained<Explanation extends CellError | SyntaxFault>(error: Explanation): Explanation {
  known.add(error);
  return error;
}

/** Whether a thrown value was so marked. Runs no code of a value that a cell made. */
export function isExplained(thrown: unknown): thrown is CellError | SyntaxFault {
  return known.has(thrown as object);
}
