import { readEntry } from "../entries.ts";
import { withAddedCells } from "../layouts.ts";
import type { Tables } from "../tables.ts";
import { addVersion, appendVersions, readVersions } from "../versions.ts";
import type { Backup, RestoreReport } from "./backup.ts";

const sourceOf = ({ source }: { source: string }) => source;

/**
 * Puts the changes of lessons in. Where a cell was changed here as well, the backup's text goes to the cell's history;
 * where a lesson was rearranged here as well, that stays, with the backup's cells added to it.
 */
export async function restoreCells(
  tables: Tables,
  { edits, layouts, versions, times }: Backup,
  idOf: (notebook: string) => string,
  report: RestoreReport,
): Promise<void> {
  for (const { notebook, cell, edit } of edits) {
    const key = [idOf(notebook), cell] as const;
    const value = await tables.get("edits", key);
    if (value === undefined) {
      await tables.put("edits", key, edit);
      ++report.cells;
      continue;
    }
    const kept = [readEntry("cell", value)?.source, ...(await readVersions(tables, ...key)).map(sourceOf)];
    if (kept.includes(edit.source)) ++report.alreadyHere;
    else {
      await addVersion(tables, ...key, { source: edit.source, at: edit.updated, why: "restored" });
      ++report.cellsInHistory;
    }
  }
  for (const { notebook, layout } of layouts) {
    const key = [idOf(notebook)] as const;
    const value = await tables.get("layouts", key);
    const there = readEntry("layout", value);
    if (value === undefined) await tables.put("layouts", key, layout);
    else if (there) await tables.put("layouts", key, withAddedCells(there, layout, new Set()));
  }
  for (const { notebook, cell, versions: all } of versions) {
    const restored = all.map((version) => ({ ...version, why: "restored" as const }));
    await appendVersions(tables, idOf(notebook), cell, restored);
  }
  for (const { notebook, cell, ms } of times) {
    const key = [idOf(notebook), cell] as const;
    if ((await tables.get("times", key)) === undefined) await tables.put("times", key, ms);
  }
}
