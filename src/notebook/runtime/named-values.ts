import type { NamedOutcome, RunningCell } from "./cell-host.ts";

/** A name that a cell defines, where it is used, and what it stands for. */
export type NamedValue = NamedOutcome & { name: string; cell: string; usedBy: string[] };

/** Expressions in the prose are cells to the runtime, but have no names to show. */
export const inlinePrefix = "inline-";

/** The names of all cells, in the order of the cells and of each cell's source. */
export function namedValuesOf(cells: readonly RunningCell[]): NamedValue[] {
  const readers = new Map<string, string[]>();
  for (const { id, inputs } of cells) {
    if (id.startsWith(inlinePrefix)) continue;
    for (const name of inputs) {
      const known = readers.get(name);
      if (known) known.push(id);
      else readers.set(name, [id]);
    }
  }
  return cells
    .filter(({ id }) => !id.startsWith(inlinePrefix))
    .flatMap((cell) =>
      cell.outputs.map((name) => ({
        name,
        cell: cell.id,
        usedBy: (readers.get(name) ?? []).filter((id) => id !== cell.id),
        ...cell.outcome(name),
      })),
    );
}
