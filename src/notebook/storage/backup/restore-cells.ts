import { isSameText, readEntry } from "../entries.ts";
import { withAddedCells } from "../layouts.ts";
import type { StoredLayout } from "../records.ts";
import type { Tables } from "../tables.ts";
import { addVersion, appendRestored, readVersions } from "../versions.ts";
import type { Backup, RestoreReport } from "./backup.ts";
import { limits } from "./backup-format.ts";

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
      await addVersion(tables, ...key, {
        source: edit.source,
        at: edit.updated,
        why: "restored",
        trust: "foreign",
      });
      ++report.cellsInHistory;
    }
  }
  for (const { notebook, layout } of layouts) await restoreLayout(tables, idOf(notebook), layout, report);
  for (const { notebook, cell, versions: all } of versions) {
    report.versions += await appendRestored(tables, idOf(notebook), cell, all);
  }
  for (const { notebook, cell, ms } of times) {
    const key = [idOf(notebook), cell] as const;
    if ((await tables.get("times", key)) !== undefined) continue;
    await tables.put("times", key, ms);
    ++report.times;
  }
}

/** Called when the edits are in: an added cell is one only if there is a text for it. */
async function restoreLayout(
  tables: Tables,
  notebook: string,
  layout: StoredLayout,
  report: RestoreReport,
): Promise<void> {
  const edited = new Set((await tables.keys("edits", notebook)).map(([, cell]) => cell));
  const mended = { ...layout, placed: layout.placed.filter(({ id, added }) => !added || edited.has(id)) };
  const value = await tables.get("layouts", [notebook]);
  const there = readEntry("layout", value);
  if (value === undefined) {
    await tables.put("layouts", [notebook], mended);
    ++report.layouts;
  } else if (there) {
    const both = withAddedCells(there, mended, new Set(), limits.layout);
    if (both !== there) {
      await tables.put("layouts", [notebook], both);
      ++report.layouts;
    } else if (!isSameText(there, mended)) ++report.otherLayouts;
  }
}
