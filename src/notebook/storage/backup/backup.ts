import type {
  CellVersion,
  StoredEdit,
  StoredFile,
  StoredLayout,
  StoredNotebook,
  StoredProgress,
} from "../records.ts";

/** Everything that is kept, in memory: what a backup file holds. */
export type Backup = {
  notebooks: StoredNotebook[];
  edits: { notebook: string; cell: string; edit: StoredEdit }[];
  layouts: { notebook: string; layout: StoredLayout }[];
  versions: { notebook: string; cell: string; versions: CellVersion[] }[];
  times: { notebook: string; cell: string; ms: number }[];
  progress: { notebook: string; task: string; progress: StoredProgress }[];
  files: { notebook: string; file: StoredFile; bytes: Uint8Array<ArrayBuffer> }[];
  /** Records that could not be read where the backup was made, as JSON. */
  setAside: string[];
};

/** What is wrong with a backup, or with making one, in plain words. */
export class BackupError extends Error {}

/** What became of a backup. Nothing that was there is overwritten. */
export type RestoreReport = {
  /** Notebooks that came in under their own name. */
  notebooks: number;
  /** Titles of notebooks that came in beside another one of the same origin. */
  copies: string[];
  /** Cells of lessons that now hold what the backup has. */
  cells: number;
  /** Cells that had been changed here as well: what the backup has is in their history. */
  cellsInHistory: number;
  /** Lessons whose cells were added, moved or taken out, as far as that came in. */
  layouts: number;
  /** Lessons that are arranged otherwise here: that stayed. */
  otherLayouts: number;
  /** Earlier versions of cells. */
  versions: number;
  /** Cells of which it was known how long they take. */
  times: number;
  /** Tasks of lessons of which now more is kept. */
  tasks: number;
  /** Notebooks that are more than a notebook may be, and were set aside: a sentence for each. */
  refused: string[];
  files: number;
  /** New names of files whose name was taken. */
  renamedFiles: string[];
  /** Notebooks, cells and files that were here already, just so. */
  alreadyHere: number;
};
