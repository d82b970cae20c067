import { type Zippable, zipSync } from "fflate";
import * as v from "valibot";
import { insidesOf } from "../create-store.ts";
import { readEntry } from "../entries.ts";
import { readBytes, readFiles } from "../files.ts";
import type { NotebookStore } from "../notebook-store.ts";
import { progressSchema, timeSchema, versionsSchema } from "../records.ts";
import { type Tables, tableNames } from "../tables.ts";
import { type Backup, BackupError } from "./backup.ts";
import {
  type BackupText,
  backupLayoutSchema,
  formatName,
  formatVersion,
  limits,
  megabytes,
  textEntry,
} from "./backup-format.ts";
import { setAsideText } from "./set-aside-text.ts";

/** All that the tables hold. A record that cannot be read goes where those are that were set aside. */
async function collect(tables: Tables): Promise<Backup> {
  const backup: Backup = {
    notebooks: [],
    edits: [],
    layouts: [],
    versions: [],
    times: [],
    progress: [],
    files: [],
    setAside: [],
  };
  const { setAside } = backup;
  const keepApart = (value: unknown) => void setAside.push(setAsideText(value));
  for (const { value } of await tables.all("notebooks")) {
    const record = readEntry("document", value);
    if (record) backup.notebooks.push(record);
    else keepApart(value);
  }
  for (const { key, value } of await tables.all("edits")) {
    const edit = readEntry("cell", value);
    if (edit) backup.edits.push({ notebook: key[0], cell: key[1] ?? "", edit });
    else keepApart(value);
  }
  for (const { key, value } of await tables.all("layouts")) {
    const layout = readEntry("layout", value);
    // One that is beyond all measure would make the backup one that cannot be read.
    if (layout && v.is(backupLayoutSchema, layout)) backup.layouts.push({ notebook: key[0], layout });
    else keepApart(value);
  }
  for (const { key, value } of await tables.all("versions")) {
    const result = v.safeParse(versionsSchema, value);
    if (result.success) {
      backup.versions.push({ notebook: key[0], cell: key[1] ?? "", versions: result.output });
    } else keepApart(value);
  }
  for (const { key, value } of await tables.all("times")) {
    if (v.is(timeSchema, value)) backup.times.push({ notebook: key[0], cell: key[1] ?? "", ms: value });
  }
  for (const { key, value } of await tables.all("progress")) {
    const result = v.safeParse(progressSchema, value);
    if (result.success) {
      backup.progress.push({ notebook: key[0], task: key[1] ?? "", progress: result.output });
    } else keepApart(value);
  }
  const files = await readFiles(tables);
  // Before they are all in memory.
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  if (bytes > limits.bytes || files.length >= limits.entries) throw tooMuch(bytes, limits.bytes);
  for (const { notebook, file } of files) {
    const bytes = await readBytes(tables, notebook, file.name);
    if (bytes) backup.files.push({ notebook, file, bytes: new Uint8Array(bytes) });
  }
  for (const { value } of await tables.all("setAside")) keepApart(value);
  return backup;
}

function tooMuch(bytes: number, most: number): BackupError {
  return new BackupError(
    `This is too much for one backup (${megabytes(bytes)} MB, at most ${megabytes(most)}). Download the notebooks that take most one by one, and delete them here first.`,
  );
}

/** A path for the zip: numbered, so that no two are alike, and with as much of the name as any system allows. */
function entryPath(name: string, n: number): string {
  return `files/${n + 1}-${name.replace(/[^\w.-]+/g, "_").slice(-60)}`;
}

/**
 * Everything that is kept, in one zip: `backup.json`, and the learner's own files as they are.
 * @throws BackupError when it is more than fits into one file
 */
export async function writeBackup(store: NotebookStore): Promise<Blob> {
  const { database, absorbAllNotes } = insidesOf(store);
  await absorbAllNotes();
  const { files, ...rest } = await database.run("read", [...tableNames], collect);
  const paths = files.map(({ file }, i) => entryPath(file.name, i));
  const listed = files.map(({ notebook, file }, i) => ({ notebook, file, entry: paths[i]! }));
  const content: BackupText = { format: formatName, version: formatVersion, ...rest, files: listed };
  const text = new TextEncoder().encode(JSON.stringify(content));
  if (text.length > limits.textBytes) throw tooMuch(text.length, limits.textBytes);
  const entries: Zippable = { [textEntry]: text };
  // Sound and pictures are packed already, and what is only stored is written quickly.
  for (const [i, { bytes }] of files.entries()) entries[paths[i]!] = [bytes, { level: 0 }];
  return new Blob([zipSync(entries)], { type: "application/zip" });
}
