import { textLimits } from "../../document/text-limits.ts";
import { isSameText, readEntry } from "../entries.ts";
import { isOwnId, type StoredNotebook } from "../records.ts";
import type { Tables } from "../tables.ts";
import type { RestoreReport } from "./backup.ts";

/** `name`, then "name-restored", "name-restored-2", … */
function* idsFor(id: string): Generator<string> {
  const base = isOwnId(id) ? id.slice(0, 150) : crypto.randomUUID();
  yield isOwnId(id) ? id : base;
  yield `${base}-restored`;
  for (let n = 2; ; ++n) yield `${base}-restored-${n}`;
}

/** `name (restored)`, not longer than a title may be. */
function restoredTitle(title: string): string {
  const suffix = " (restored)";
  const stem = Array.from(title).slice(0, textLimits.titleCharacters - suffix.length);
  return `${stem.join("").trim()}${suffix}`;
}

/** Puts a notebook where nothing is, or where the same one is already. */
async function restoreNotebook(
  tables: Tables,
  record: StoredNotebook,
  report: RestoreReport,
): Promise<string> {
  let title = record.title;
  for (const id of idsFor(record.id)) {
    const value = await tables.get("notebooks", [id]);
    const there = readEntry("document", value);
    if (there && isSameText(there, record)) {
      ++report.alreadyHere;
      return id;
    }
    if (value === undefined) {
      await tables.put("notebooks", [id], { ...record, id, title });
      if (title === record.title) ++report.notebooks;
      else report.copies.push(title);
      return id;
    }
    title = restoredTitle(record.title);
  }
  throw new Error("unreachable: there is always a next id");
}

/** Puts the notebooks of a backup in. Returns which id each of them has here. */
export async function restoreNotebooks(
  tables: Tables,
  records: StoredNotebook[],
  report: RestoreReport,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const record of records) ids.set(record.id, await restoreNotebook(tables, record, report));
  return ids;
}
