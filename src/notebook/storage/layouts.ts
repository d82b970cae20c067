import type { StoredLayout } from "./records.ts";

/** The ids of the cells that a layout has added. */
export function addedCells(layout: StoredLayout | null | undefined): string[] {
  return (layout?.placed ?? []).filter(({ added }) => added).map(({ id }) => id);
}

/**
 * A layout, with the cells that only another one has added put in as well: their text must not be left without a place.
 * @param mine null when it is taken back
 * @param known ids of cells that `mine` may leave out, because whoever made it knew them
 * @param most how many cells it may place when some are put in; those of `mine` stay in any case
 */
export function withAddedCells(
  mine: StoredLayout | null,
  theirs: StoredLayout,
  known: ReadonlySet<string>,
  most = Infinity,
): StoredLayout | null {
  const placed = mine?.placed ?? [];
  const taken = new Set(placed.map(({ id }) => id));
  const missing = theirs.placed
    .filter(({ id, added }) => added && !taken.has(id) && !known.has(id))
    .slice(0, Math.max(0, most - placed.length));
  if (missing.length === 0) return mine;
  const base = mine ?? { ...theirs, removed: [], options: [] };
  return { ...base, placed: [...placed, ...missing] };
}
