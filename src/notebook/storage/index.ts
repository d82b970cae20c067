export { Autosave, type SaveState } from "./autosave.ts";
export { type Backup, BackupError, type RestoreReport } from "./backup/backup.ts";
export { type EditStore, memoryEditStore } from "./edit-store.ts";
export { indexedDbEditStore } from "./indexed-db-store.ts";
export type { NotebookStore, Totals } from "./notebook-store.ts";
export type {
  CellPlace,
  CellVersion,
  Entry,
  EntryKey,
  NotebookSummary,
  PlacedCell,
  StoredEdit,
  StoredFile,
  StoredLayout,
  StoredNotebook,
  Trust,
  Unwritten,
} from "./records.ts";
export { isOwnId } from "./records.ts";
