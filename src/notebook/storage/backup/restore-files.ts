import { readBytes, writeFile } from "../files.ts";
import type { Tables } from "../tables.ts";
import type { Backup, RestoreReport } from "./backup.ts";

/** "take.wav", then "take (restored).wav", "take (restored 2).wav", … */
function* namesFor(name: string): Generator<string> {
  yield name;
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  yield `${stem} (restored)${ending}`;
  for (let n = 2; ; ++n) yield `${stem} (restored ${n})${ending}`;
}

function isSame(there: ArrayBuffer | undefined, bytes: Uint8Array): boolean {
  if (there?.byteLength !== bytes.length) return false;
  const view = new Uint8Array(there);
  return bytes.every((byte, i) => byte === view[i]);
}

async function restoreFile(
  tables: Tables,
  notebook: string,
  { file, bytes }: Backup["files"][number],
  report: RestoreReport,
): Promise<void> {
  for (const name of namesFor(file.name)) {
    const isTaken = (await tables.get("files", [notebook, name])) !== undefined;
    if (isTaken && isSame(await readBytes(tables, notebook, name), bytes)) {
      ++report.alreadyHere;
      return;
    }
    if (isTaken) continue;
    const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
    await writeFile(tables, notebook, { ...file, name }, whole);
    ++report.files;
    if (name !== file.name) report.renamedFiles.push(name);
    return;
  }
}

/** Puts the files of a backup in; one whose name is taken by another content gets a new name. */
export async function restoreFiles(
  tables: Tables,
  files: Backup["files"],
  idOf: (notebook: string) => string,
  report: RestoreReport,
): Promise<void> {
  for (const entry of files) await restoreFile(tables, idOf(entry.notebook), entry, report);
}
