import * as v from "valibot";
import {
  editSchema,
  fileSchema,
  layoutSchema,
  notebookSchema,
  progressSchema,
  timeSchema,
  versionsSchema,
} from "../records.ts";

/** The entry of the zip that holds everything but the files' contents. */
export const textEntry = "backup.json";

/**
 * What says that a zip is one of our backups. A reader refuses a version above its own. Version 1 had no progress.
 */
export const formatName = "etude-backup";
export const formatVersion = 2;

/** What a backup may hold: what is read must fit into a browser's memory, and so must what is written. */
export const limits = {
  /** Of all entries together, packed and unpacked. */
  bytes: 256 * 2 ** 20,
  /** Of `backup.json`, unpacked. */
  textBytes: 48 * 2 ** 20,
  entries: 5000,
  records: 100_000,
  /** Of each list of a lesson's layout. */
  layout: 500,
};

/** A number of bytes in megabytes, rounded up, for a message. */
export function megabytes(bytes: number): number {
  return Math.ceil(bytes / 2 ** 20);
}

const records = <T extends v.GenericSchema>(schema: T) =>
  v.pipe(v.array(schema), v.maxLength(limits.records));

const { placed, removed, options } = layoutSchema.entries;

/** A layout as a backup may hold it. */
export const backupLayoutSchema = v.object({
  ...layoutSchema.entries,
  placed: v.pipe(placed, v.maxLength(limits.layout)),
  removed: v.pipe(removed, v.maxLength(limits.layout)),
  options: v.pipe(options, v.maxLength(limits.layout)),
});

/** The content of `backup.json`. Lists of records everywhere, no dictionaries: any text may be a name. */
export const backupSchema = v.object({
  format: v.literal(formatName),
  version: v.picklist([1, formatVersion]),
  notebooks: records(v.object({ ...notebookSchema.entries, id: v.string() })),
  edits: records(v.object({ notebook: v.string(), cell: v.string(), edit: editSchema })),
  layouts: records(v.object({ notebook: v.string(), layout: backupLayoutSchema })),
  versions: records(v.object({ notebook: v.string(), cell: v.string(), versions: versionsSchema })),
  times: records(v.object({ notebook: v.string(), cell: v.string(), ms: timeSchema })),
  progress: v.optional(
    records(v.object({ notebook: v.string(), task: v.string(), progress: progressSchema })),
    [],
  ),
  /** `entry` is the path of the file's content in the zip. */
  files: records(v.object({ notebook: v.string(), file: fileSchema, entry: v.string() })),
  setAside: records(v.string()),
});

/** What is read of it, and what is written. */
export type BackupText = v.InferOutput<typeof backupSchema>;
