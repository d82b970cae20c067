import { insidesOf } from "../create-store.ts";
import { cellKey } from "../entries.ts";
import type { NotebookStore } from "../notebook-store.ts";
import type { Trust } from "../records.ts";
import { tableNames } from "../tables.ts";
import type { Backup, RestoreReport } from "./backup.ts";
import { heldToLimits } from "./held-to-limits.ts";
import { restoreCells } from "./restore-cells.ts";
import { restoreFiles } from "./restore-files.ts";
import { restoreNotebooks } from "./restore-notebooks.ts";
import { type MergeProgress, restoreProgress } from "./restore-progress.ts";
import { restoreSetAside } from "./set-aside-text.ts";

/** What comes in is somebody's, whoever it says that it is; and it cannot be of the future, always the newest. */
function asForeign<T extends { trust: Trust; updated: number }>(record: T): T {
  return { ...record, trust: "foreign", updated: Math.min(record.updated, Date.now()) };
}

/**
 * Puts in what a backup holds, all of it or nothing. What is here already is never overwritten: a notebook comes in as
 * a copy beside it, a cell's text into the cell's history, a file under a new name. Everything that comes in is
 * foreign. A notebook that is more than a notebook may be is set aside.
 * @param backup from `readBackup`
 * @param mergeProgress what is kept of a task that both know; that of here unless given
 * @throws StorageError when it does not fit; then nothing has been put in
 */
export async function restoreBackup(
  store: NotebookStore,
  backup: Backup,
  mergeProgress: MergeProgress = (here) => here,
): Promise<RestoreReport> {
  const { database, absorbAllNotes, tellOtherTabs } = insidesOf(store);
  const { backup: held, refused } = heldToLimits(backup);
  const foreign: Backup = {
    ...held,
    notebooks: held.notebooks.map(asForeign),
    edits: held.edits.map((entry) => ({ ...entry, edit: asForeign(entry.edit) })),
    layouts: held.layouts.map((entry) => ({ ...entry, layout: asForeign(entry.layout) })),
    progress: held.progress.map(({ progress, ...entry }) => ({
      ...entry,
      progress: { ...progress, updated: Math.min(progress.updated, Date.now()) },
    })),
  };
  await absorbAllNotes();
  const { report, ids } = await database.run("write", [...tableNames], async (tables) => {
    const report: RestoreReport = {
      notebooks: 0,
      copies: [],
      cells: 0,
      cellsInHistory: 0,
      layouts: 0,
      otherLayouts: 0,
      versions: 0,
      times: 0,
      tasks: 0,
      refused,
      files: 0,
      renamedFiles: [],
      alreadyHere: 0,
    };
    const ids = await restoreNotebooks(tables, foreign.notebooks, report);
    const idOf = (notebook: string) => ids.get(notebook) ?? notebook;
    await restoreCells(tables, foreign, idOf, report);
    await restoreProgress(tables, foreign.progress, idOf, mergeProgress, report);
    await restoreFiles(tables, foreign.files, idOf, report);
    await restoreSetAside(tables, foreign.setAside);
    return { report, ids };
  });
  for (const id of ids.values()) tellOtherTabs({ notebook: id, key: "document" });
  for (const { notebook } of foreign.layouts) tellOtherTabs({ notebook, key: "layout" });
  for (const { notebook } of foreign.progress) tellOtherTabs({ notebook, key: "progress" });
  for (const { notebook, cell } of foreign.edits) tellOtherTabs({ notebook, key: cellKey(cell) });
  return report;
}
