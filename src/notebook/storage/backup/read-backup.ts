import * as v from "valibot";
import { type Backup, BackupError } from "./backup.ts";
import {
  type BackupText,
  backupSchema,
  formatName,
  formatVersion,
  limits,
  megabytes,
  textEntry,
} from "./backup-format.ts";
import { unzipEntry } from "./unzip-entry.ts";
import { readZipDirectory } from "./zip-directory.ts";

function parseText(bytes: Uint8Array): BackupText {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new BackupError(`The backup is damaged: ${textEntry} in it cannot be read.`);
  }
  const { format, version } = (content ?? {}) as Record<string, unknown>;
  if (format !== formatName) throw new BackupError("This is not a backup of this site.");
  if (typeof version === "number" && version > formatVersion) {
    throw new BackupError("This backup was made by a newer version of this site. Reload the page to get it.");
  }
  const result = v.safeParse(backupSchema, content, { abortEarly: true });
  if (result.success) {
    checkTwice(result.output);
    return result.output;
  }
  const where = v.getDotPath(result.issues[0]) ?? textEntry;
  throw new BackupError(`The backup is damaged or was changed: ${where} is not as it should be.`);
}

/** Two records of one cell would let a backup fill the cell's history, and which of them counts nobody could say. */
function checkTwice({ edits, layouts, versions, times, progress }: BackupText): void {
  const lists: [string, { notebook: string; cell?: string; task?: string }[]][] = Object.entries({
    edits,
    layouts,
    versions,
    times,
    progress,
  });
  for (const [list, records] of lists) {
    const places = new Set(
      records.map(({ notebook, cell, task }) => JSON.stringify([notebook, cell ?? task])),
    );
    if (places.size === records.length) continue;
    throw new BackupError(
      `The backup is damaged or was changed: something in it is there twice, in its ${list}.`,
    );
  }
}

/**
 * Reads a backup whole, and checks all of it, before anything is done with it. Nothing in it is trusted.
 * @throws BackupError in plain words
 */
export async function readBackup(zip: Blob): Promise<Backup> {
  if (zip.size > limits.bytes + limits.textBytes) {
    throw new BackupError(
      `This file is too large for a backup: ${megabytes(zip.size)} MB, at most ${megabytes(limits.bytes)}.`,
    );
  }
  const entries = await readZipDirectory(zip, limits.entries);
  const main = entries.get(textEntry);
  if (!main) throw new BackupError(`This is not a backup of this site: there is no ${textEntry} in it.`);
  const { files: listed, ...rest } = parseText(await unzipEntry(zip, main, limits.textBytes));
  const found = listed.map(({ notebook, file, entry: path }) => {
    const entry = entries.get(path);
    if (!entry) throw new BackupError(`The backup is damaged: the file “${file.name}” is missing.`);
    return { notebook, file, entry };
  });
  const unpacked = found.reduce((sum, { entry }) => sum + entry.unpacked, 0);
  if (unpacked > limits.bytes) {
    throw new BackupError(
      `The files in this backup are too large: ${megabytes(unpacked)} MB, at most ${megabytes(limits.bytes)}.`,
    );
  }
  const files: Backup["files"] = [];
  for (const { notebook, file, entry } of found) {
    const bytes = await unzipEntry(zip, entry, limits.bytes);
    if (bytes.length !== file.size) {
      throw new BackupError(`The backup is damaged: the file “${file.name}” is not whole.`);
    }
    files.push({ notebook, file, bytes });
  }
  const { notebooks, edits, layouts, versions, times, progress, setAside } = rest;
  return { notebooks, edits, layouts, versions, times, progress, files, setAside };
}
