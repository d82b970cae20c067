import { cleanTitle, textProblem } from "../../document/index.ts";
import type { Backup } from "./backup.ts";

/**
 * A backup whose notebooks are what a notebook that is opened may be: titles are cleaned, and notebooks that are too
 * much are among what is set aside, without what belongs to them.
 * @returns with it, a sentence for each notebook that was set aside
 */
export function heldToLimits(backup: Backup): { backup: Backup; refused: string[] } {
  const refused: string[] = [];
  const setAside = [...backup.setAside];
  const refusedIds = new Set<string>();
  const notebooks: Backup["notebooks"] = [];
  for (const record of backup.notebooks) {
    const title = cleanTitle(record.title) ?? "Untitled";
    const problem = textProblem(record.markdown);
    if (problem === null) {
      notebooks.push({ ...record, title });
      continue;
    }
    setAside.push(JSON.stringify(record));
    refusedIds.add(record.id);
    refused.push(
      `“${title}” ${problem}. So it is not in your list: its text is kept with what could not be read, and its files are in the backup.`,
    );
  }
  for (const { id } of notebooks) refusedIds.delete(id);
  const isOfKept = ({ notebook }: { notebook: string }) => !refusedIds.has(notebook);
  const { edits, layouts, versions, times, progress, files } = backup;
  return {
    backup: {
      notebooks,
      edits: edits.filter(isOfKept),
      layouts: layouts.filter(isOfKept),
      versions: versions.filter(isOfKept),
      times: times.filter(isOfKept),
      progress: progress.filter(isOfKept),
      files: files.filter(isOfKept),
      setAside,
    },
    refused,
  };
}
