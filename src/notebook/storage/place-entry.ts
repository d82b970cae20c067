import { keepCopy } from "./copies.ts";
import { cellOf, isSameText, placeOf, readEntry, writerOf } from "./entries.ts";
import { withAddedCells } from "./layouts.ts";
import type { Entry, EntryKey, StoredEdit, StoredLayout, StoredNotebook } from "./records.ts";
import type { Tables } from "./tables.ts";
import { addVersion } from "./versions.ts";

/** Who writes, and what he knows of what is there. */
export type Writer = {
  tab: string;
  /** Whether the writer has read what he is about to overwrite. */
  knows(found: Entry, by: string | undefined): boolean;
  /** What the writer read or wrote last in this place. */
  before?: Entry | null | undefined;
  /** Cells that the writer knows to have been added to the lesson. */
  knownCells: ReadonlySet<string>;
};

/** Keeps a text that is not to stand in its place: among the cell's versions, or as a notebook of its own. */
export async function keepBeside(
  tables: Tables,
  notebook: string,
  key: EntryKey,
  entry: StoredEdit | StoredNotebook,
  line = crypto.randomUUID().slice(0, 8),
): Promise<void> {
  if ("markdown" in entry) await keepCopy(tables, entry, line, "other tab");
  else {
    const { source, updated: at, trust } = entry;
    await addVersion(tables, notebook, cellOf(key)!, { source, at, why: "other tab", trust });
  }
}

/** A notebook that was renamed in another tab keeps its new name, if this one did not rename it as well. */
function withNewTitle(entry: Entry, found: Entry, before: Entry | null | undefined): Entry {
  if (!("title" in entry && "title" in found && before && "title" in before)) return entry;
  return entry.title === before.title ? { ...entry, title: found.title } : entry;
}

/** Writes an entry, or removes it, and keeps beside it what stood there and the writer did not know. */
export async function placeEntry(
  tables: Tables,
  notebook: string,
  key: EntryKey,
  entry: Entry | null,
  writer: Writer,
): Promise<void> {
  const { kind, table, place } = placeOf(notebook, key);
  const value = await tables.get(table, place);
  const found = readEntry(kind, value);
  if (value !== undefined && !found) await tables.setAside(table, { key: place, value });
  let placed = entry;
  if (found && !writer.knows(found, writerOf(value))) {
    if (kind === "layout") {
      placed = withAddedCells(entry as StoredLayout | null, found as StoredLayout, writer.knownCells);
    } else if (!isSameText(found, entry)) {
      await keepBeside(tables, notebook, key, found as StoredEdit | StoredNotebook, writerOf(value));
    }
  }
  if (placed && found) placed = withNewTitle(placed, found, writer.before);
  if (placed) await tables.put(table, place, { ...placed, writer: writer.tab });
  else if (value !== undefined) await tables.remove(table, place);
}
