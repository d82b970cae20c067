import type {
  CellVersion,
  Entry,
  EntryKey,
  NewVersion,
  NotebookSummary,
  StoredEdit,
  StoredFile,
  StoredLayout,
  StoredNotebook,
  Unwritten,
} from "./records.ts";

/** How much is kept, all in all. */
export type Totals = {
  notebooks: number;
  editedCells: number;
  /** Tasks of lessons of which something is kept. */
  tasks: number;
  files: number;
  /** Of texts and files. */
  bytes: number;
  /** Records that could not be read; they are kept as they were found. */
  setAside: number;
};

/**
 * Where notebooks and what learners do to lessons are kept; handed in by the site, so that a sandboxed frame can have
 * another one. What cannot be done rejects with a `StorageError`, whose message is written for the learner.
 *
 * Two tabs may have one notebook open. Nothing that another tab wrote, and this one has not seen, is overwritten for
 * good: the cell's text goes to its versions, an own notebook to a copy.
 */
export type NotebookStore = {
  /**
   * What the learner did to a lesson. Records that cannot be read are set aside, not lost, and named. What the first
   * call gives counts as seen by this tab; what later calls give does not.
   */
  load(
    notebook: string,
  ): Promise<{ edits: Map<string, StoredEdit>; layout: StoredLayout | null; setAside: string[] }>;
  /** Resolves when the entry is on the disk; null takes it back. */
  write(notebook: string, key: EntryKey, entry: Entry | null): Promise<void>;
  /** Notes at once what is still to be written, for a page that may be gone before it is: `load` finds it. */
  note(notebook: string, unwritten: Unwritten): void;
  /** What this tab noted has been written. */
  forget(notebook: string): void;
  /**
   * Keeps an earlier source of a cell: the last 20, and none twice in a row. A version that does not say whose it is
   * counts as the learner's own.
   */
  addVersion(notebook: string, cell: string, version: NewVersion): Promise<void>;
  /** The earlier sources of a cell, newest first; behind them those that came from backups, again at most 20. */
  versions(notebook: string, cell: string): Promise<CellVersion[]>;
  /** How long cells that run when asked took last, in milliseconds. */
  times(notebook: string): Promise<Map<string, number>>;
  saveTime(notebook: string, cell: string, ms: number): Promise<void>;
  /** The learner's own notebooks, newest first. */
  notebooks(): Promise<NotebookSummary[]>;
  notebook(id: string): Promise<StoredNotebook | null>;
  /** Keeps an own notebook whole: a new one, or a changed one. */
  saveNotebook(record: StoredNotebook): Promise<void>;
  /** Removes a notebook with its files and versions; resolves to what brings all of it back. */
  removeNotebook(id: string): Promise<() => Promise<void>>;
  files(notebook: string): Promise<StoredFile[]>;
  file(notebook: string, name: string): Promise<Blob | null>;
  /** Keeps a file under this name, in place of the one that was there. */
  saveFile(notebook: string, name: string, blob: Blob): Promise<void>;
  removeFile(notebook: string, name: string): Promise<void>;
  /**
   * What is kept of the tasks of a notebook, by the task's name. Records that cannot be read, or that the site does not
   * understand, are set aside, not lost, and named.
   */
  progress(
    notebook: string,
    isUnderstood: (json: string) => boolean,
  ): Promise<{ tasks: Map<string, string>; setAside: string[] }>;
  /**
   * Makes of what is kept of a task something else, in one go: nothing that another tab writes is lost between reading
   * and writing. Resolves when it is on the disk.
   * @param change is given what is kept, null when there is nothing; its answer is kept, or nothing when it is null
   */
  changeProgress(
    notebook: string,
    task: string,
    isUnderstood: (json: string) => boolean,
    change: (kept: string | null) => string | null,
  ): Promise<void>;
  /** Told when another tab has written something. Returns what ends it. */
  onOtherTab(listener: (change: { notebook: string; key: EntryKey | "progress" }) => void): () => void;
  everything(): Promise<Totals>;
};
