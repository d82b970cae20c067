import * as v from "valibot";
import {
  type Entry,
  type EntryKey,
  editSchema,
  layoutSchema,
  notebookSchema,
  type StoredEdit,
  type StoredLayout,
  type StoredNotebook,
} from "./records.ts";
import type { Key, TableName } from "./tables.ts";

/** Of what kind an entry is. */
export type EntryKind = "cell" | "layout" | "document";

type Place = { kind: EntryKind; table: TableName; place: Key };

/** Each kind's table and schema, and the tables where what it overwrites is kept beside it. */
const kinds = {
  cell: { table: "edits", schema: editSchema, beside: ["versions"] },
  layout: { table: "layouts", schema: layoutSchema, beside: [] },
  document: { table: "notebooks", schema: notebookSchema, beside: ["files", "fileBytes"] },
} as const;

const cellPrefix = "cell:";

/** The key under which a cell's edit is kept. */
export function cellKey(cell: string): EntryKey {
  return `${cellPrefix}${cell}`;
}

/** The cell that an entry is the edit of; null for the other entries. */
export function cellOf(key: EntryKey): string | null {
  return key.startsWith(cellPrefix) ? key.slice(cellPrefix.length) : null;
}

/** Whether something is the key of an entry. */
export function isEntryKey(key: unknown): key is EntryKey {
  return typeof key === "string" && (key.startsWith(cellPrefix) || key === "layout" || key === "document");
}

/** In which table an entry is kept, and where in it. */
export function placeOf(notebook: string, key: EntryKey): Place {
  const cell = cellOf(key);
  if (cell !== null) return { kind: "cell", table: kinds.cell.table, place: [notebook, cell] };
  const kind = key as "layout" | "document";
  return { kind, table: kinds[kind].table, place: [notebook] };
}

/** The tables that writing an entry may touch. */
export function tablesFor(key: EntryKey): TableName[] {
  const { kind, table } = placeOf("", key);
  return [table, ...kinds[kind].beside];
}

/** A record as an entry of its kind; undefined when it is not one that this version understands. */
export function readEntry(kind: "cell", record: unknown): StoredEdit | undefined;
export function readEntry(kind: "layout", record: unknown): StoredLayout | undefined;
export function readEntry(kind: "document", record: unknown): StoredNotebook | undefined;
export function readEntry(kind: EntryKind, record: unknown): Entry | undefined;
export function readEntry(kind: EntryKind, record: unknown): Entry | undefined {
  const result = v.safeParse(kinds[kind].schema, record);
  return result.success ? result.output : undefined;
}

/** Which tab wrote a record; older versions of the site did not say. */
export function writerOf(record: unknown): string | undefined {
  const { writer } = (record ?? {}) as { writer?: unknown };
  return typeof writer === "string" && /^\w{1,40}$/.test(writer) ? writer : undefined;
}

/** Whether two entries of one place say the same, whenever and by whom they were written. */
export function isSameText(one: Entry | null | undefined, other: Entry | null | undefined): boolean {
  const textOf = (entry: Entry | null | undefined) => {
    if (!entry) return null;
    if ("source" in entry) return entry.source;
    if ("markdown" in entry) return entry.markdown;
    return JSON.stringify([entry.placed, entry.removed, entry.options]);
  };
  return textOf(one) === textOf(other);
}
