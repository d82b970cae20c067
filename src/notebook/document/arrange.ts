/** Beside which cell a cell stands. An id with `~` before it means the place that a cell has in the original. */
export type Place = { before: string } | { after: string };

/** How somebody has arranged a notebook's cells: what was put where, and what was taken out. */
export type Arrangement = {
  /** Cells that were moved or added, in the order in which they stand; null: at the end. */
  placed: readonly { id: string; at: Place | null }[];
  removed: readonly string[];
};

/** What can be arranged: the blocks of a document, or the elements of a page. */
export type Row<T> = {
  /** Takes a cell out, and leaves a mark of its place that `find` knows by `~id`; undefined when there is none. */
  take(id: string): T | undefined;
  find(id: string): T | undefined;
  insert(item: T, anchor: T, side: "before" | "after"): void;
  append(item: T): void;
};

/**
 * Arranges a row.
 * @param make makes a cell that was added; undefined for one of the original that is there no more
 * @returns the ids of cells that stand at the end because what they stood beside is gone
 */
export function arrange<T>(
  row: Row<T>,
  { placed, removed }: Arrangement,
  make: (id: string) => T | undefined,
): string[] {
  const items = new Map(placed.map(({ id }) => [id, row.take(id) ?? make(id)]));
  for (const id of removed) row.take(id);
  const lost: string[] = [];
  for (const { id, at } of placed) {
    const item = items.get(id);
    if (item === undefined) continue;
    const side = at && "before" in at ? "before" : "after";
    const beside = at && ("before" in at ? at.before : at.after);
    const anchor = beside === null ? undefined : (row.find(beside) ?? row.find(beside.replace(/^~/, "")));
    if (anchor !== undefined) row.insert(item, anchor, side);
    else {
      row.append(item);
      if (at) lost.push(id);
    }
  }
  return lost;
}

/** A row over a list of things, some of which have an id; the marks are taken out by `items()`. */
export function listRow<T>(all: readonly T[], idOf: (item: T) => string | undefined) {
  type Slot = { key: string | undefined; item: T | null };
  const slots: Slot[] = all.map((item) => ({ key: idOf(item), item }));
  const row: Row<Slot> = {
    take(id) {
      const at = slots.findIndex(({ key, item }) => key === id && item !== null);
      if (at < 0) return undefined;
      return slots.splice(at, 1, { key: `~${id}`, item: null })[0];
    },
    find: (id) => slots.find(({ key }) => key === id),
    insert(slot, anchor, side) {
      slots.splice(slots.indexOf(anchor) + (side === "after" ? 1 : 0), 0, slot);
    },
    append: (slot) => void slots.push(slot),
  };
  return {
    row,
    slot: (item: T): Slot => ({ key: idOf(item), item }),
    items: () => slots.flatMap(({ item }) => (item === null ? [] : [item])),
  };
}
