import { isSameText, readEntry, writerOf } from "./entries.ts";
import type { StoredNotebook } from "./records.ts";
import type { Tables } from "./tables.ts";

/** Stands for the tab that wrote a copy, as long as nobody has changed the copy. */
const copier = "copy";

async function copyFiles(tables: Tables, from: string, to: string): Promise<void> {
  for (const table of ["files", "fileBytes"] as const) {
    for (const { key, value } of await tables.all(table, from)) await tables.put(table, [to, key[1]], value);
  }
}

/**
 * Keeps a notebook beside the one that takes its place. The copy follows what one tab goes on writing, so that two
 * tabs that write in turns leave one copy behind, and not hundreds.
 * @param line whose text it is: the tab's name
 * @param suffix what its title says of it: "other tab"
 */
export async function keepCopy(
  tables: Tables,
  record: StoredNotebook,
  line: string,
  suffix: string,
): Promise<StoredNotebook> {
  const title = `${record.title} (${suffix})`;
  for (let n = 1; ; ++n) {
    const id = `${record.id.slice(0, 150)}-${line}${n === 1 ? "" : `-${n}`}`;
    const value = await tables.get("notebooks", [id]);
    const there = readEntry("document", value);
    if (there && isSameText(there, record)) return there;
    // A copy that somebody has worked on is a notebook like others.
    if (value !== undefined && !(there && writerOf(value) === copier)) continue;
    if (value === undefined) await copyFiles(tables, record.id, id);
    const copy = { ...record, id, title };
    await tables.put("notebooks", [id], { ...copy, writer: copier });
    return copy;
  }
}
