import type { NamedValue } from "../runtime/index.ts";

/** Which cell reads which: an arrow from the cell that defines a name to one that reads it. */
export type CellGraph = { cells: string[]; arrows: { from: string; to: string; names: string[] }[] };

/** The cells that define names or read them, in the order of the notebook as far as it is known. */
export function cellGraph(names: readonly Pick<NamedValue, "name" | "cell" | "usedBy">[]): CellGraph {
  const cells = new Set<string>();
  const arrows = new Map<string, CellGraph["arrows"][number]>();
  for (const { name, cell, usedBy } of names) {
    cells.add(cell);
    for (const reader of usedBy) {
      if (reader === cell) continue;
      const key = JSON.stringify([cell, reader]);
      const arrow = arrows.get(key) ?? { from: cell, to: reader, names: [] };
      arrow.names.push(name);
      arrows.set(key, arrow);
    }
  }
  for (const { to } of arrows.values()) cells.add(to);
  return { cells: Array.from(cells), arrows: Array.from(arrows.values()) };
}
