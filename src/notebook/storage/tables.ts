/**
 * The tables of the database. In each, a record's key is its notebook and, where a notebook has several, the cell's id,
 * the task's or the file's name.
 */
export const tableNames = [
  "edits",
  "layouts",
  "notebooks",
  "versions",
  "times",
  "files",
  "fileBytes",
  "progress",
  "setAside",
] as const;

export type TableName = (typeof tableNames)[number];

export type Key = readonly [notebook: string, part?: string];

/** A record and where it was found. Nobody has checked yet what it is. */
export type Found = { key: Key; value: unknown };

/** The tables, within one transaction: nothing else may be awaited there. */
export type Tables = {
  get(table: TableName, key: Key): Promise<unknown>;
  /** All records of a notebook, or of everybody. */
  all(table: TableName, notebook?: string): Promise<Found[]>;
  keys(table: TableName, notebook?: string): Promise<Key[]>;
  put(table: TableName, key: Key, value: unknown): Promise<void>;
  remove(table: TableName, key: Key): Promise<void>;
  /** Puts away a record that cannot be read, with where it was found. */
  setAside(from: TableName, found: Found): Promise<void>;
};

/** Something that keeps tables. */
export type Database = {
  /**
   * Runs `body` in one transaction: all that it writes is kept when the promise resolves, or none of it when it
   * rejects. It may be run twice, if the connection is lost meanwhile.
   * @throws StorageError
   */
  run<T>(access: "read" | "write", tables: TableName[], body: (tables: Tables) => Promise<T>): Promise<T>;
};
