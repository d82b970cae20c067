import type { SyntaxFault } from "../compile/try-compile.ts";
import type { CellError } from "./cell-error.ts";
import type { ErrorHost, RunningCell } from "./cell-host.ts";

/** A fault in a source as the learner reads it; an assignment to another cell's name leads to that cell. */
export function explainFault(
  { assigns, ...fault }: SyntaxFault,
  cell: RunningCell,
  host: ErrorHost,
): CellError {
  if (!assigns) return fault;
  const { name, instead } = assigns;
  const owner = host.definers(name).find(({ id }) => id !== cell.id);
  if (!owner) return { ...fault, name };
  const message = `\`${name}\` belongs to the cell “${owner.id}”, so this cell cannot assign to it. Choose a new name here, such as \`${instead}\`.`;
  return { ...fault, name, message, cell: owner.id };
}
