import type { RestoreReport } from "../../notebook/storage/index.ts";
import { counted } from "./counted.ts";

/** What came in with a backup, a line a fact; none when there was nothing in it that is not here. */
export function restoreLines(report: RestoreReport): string[] {
  const { notebooks, copies, refused, cells, cellsInHistory, files, renamedFiles, alreadyHere } = report;
  const { layouts, otherLayouts, versions, times, tasks } = report;
  const lines: string[] = [];
  if (notebooks > 0) lines.push(`${counted(notebooks, "notebook")} came back.`);
  if (copies.length > 0) {
    const them = copies.length === 1 ? "it stands beside it" : "they stand beside them";
    lines.push(
      `${counted(copies.length, "notebook")} had another version here, so ${them}: ${copies.join(", ")}.`,
    );
  }
  lines.push(...refused);
  if (cells > 0) lines.push(`${counted(cells, "changed cell")} of lessons came back.`);
  if (cellsInHistory > 0) {
    lines.push(
      `${counted(cellsInHistory, "cell")} had been changed here as well. Yours stayed; what the backup has is among their earlier versions.`,
    );
  }
  if (layouts > 0) lines.push(`Cells added, moved or taken out came back in ${counted(layouts, "lesson")}.`);
  if (otherLayouts > 0) {
    lines.push(`The cells of ${counted(otherLayouts, "lesson")} are arranged otherwise here. That stayed.`);
  }
  if (versions > 0) lines.push(`${counted(versions, "earlier version")} of cells came back.`);
  if (times > 0) lines.push(`For ${counted(times, "cell")} it is known again how long a run takes.`);
  if (tasks > 0) {
    lines.push(
      `How you stand with ${counted(tasks, "exercise or question", "exercises and questions")} came back.`,
    );
  }
  if (files > 0) lines.push(`${counted(files, "file")} came back.`);
  if (renamedFiles.length > 0) {
    lines.push(`Files whose name was taken have a new one: ${renamedFiles.join(", ")}.`);
  }
  if (alreadyHere > 0)
    lines.push(
      `${counted(alreadyHere, "thing")} of the backup ${alreadyHere === 1 ? "was" : "were"} here already.`,
    );
  return lines;
}
