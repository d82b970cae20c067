export { Autosave, type SaveState } from "./autosave.ts";
export { type Backup, BackupError, type RestoreReport } from "./backup/backup.ts";
export { readBackup } from "./backup/read-backup.ts";
export { restoreBackup } from "./backup/restore-backup.ts";
export { writeBackup } from "./backup/write-backup.ts";
export { deleteEverything } from "./delete-everything.ts";
export { indexedDbStore } from "./indexed-db-store.ts";
export { memoryStore } from "./memory-store.ts";
export type { NotebookStore, Totals } from "./notebook-store.ts";
export {
  type CellPlace,
  type CellVersion,
  type Entry,
  type EntryKey,
  isOwnId,
  type NewVersion,
  type NotebookSummary,
  type PlacedCell,
  type StoredEdit,
  type StoredFile,
  type StoredLayout,
  type StoredNotebook,
  type Trust,
  type Unwritten,
} from "./records.ts";
export { StorageError } from "./storage-error.ts";
