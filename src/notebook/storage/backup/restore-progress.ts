import * as v from "valibot";
import { progressSchema } from "../records.ts";
import type { Tables } from "../tables.ts";
import type { Backup, RestoreReport } from "./backup.ts";

/** Of two texts of one task, that of this browser and that of a backup, the one to keep; as the site understands them. */
export type MergeProgress = (here: string, there: string) => string;

/** Puts in what a backup holds of tasks. What cannot be read here stays as it is, for whoever can. */
export async function restoreProgress(
  tables: Tables,
  tasks: Backup["progress"],
  idOf: (notebook: string) => string,
  merge: MergeProgress,
  report: RestoreReport,
): Promise<void> {
  for (const { notebook, task, progress } of tasks) {
    const key = [idOf(notebook), task] as const;
    const value = await tables.get("progress", key);
    const here = v.safeParse(progressSchema, value);
    if (value !== undefined && !here.success) continue;
    const json = here.success ? merge(here.output.json, progress.json) : progress.json;
    if (here.success && json === here.output.json) {
      ++report.alreadyHere;
      continue;
    }
    const updated = Math.max(here.success ? here.output.updated : 0, progress.updated);
    await tables.put("progress", key, { schema: 1, json, updated });
    ++report.tasks;
  }
}
