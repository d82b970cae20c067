/** What a column is: its short name in code, its name in prose, its unit, and what it says. */
export type ColumnInfo = { name: string; label: string; unit: string; description: string };

/** A column of numbers; null where one is missing. */
export type NumberColumn = ColumnInfo & { values: (number | null)[] };

/** A column of text that repeats: the different texts, and for each row which of them, -1 where it is missing. */
export type CategoryColumn = ColumnInfo & { levels: string[]; codes: number[] };

/** A column of text that does not repeat. */
export type TextColumn = ColumnInfo & { texts: string[] };

/** One column of a table, with a value for each row. */
export type Column = NumberColumn | CategoryColumn | TextColumn;

/** Whom something in a dataset comes from, and on which terms it may be shared. */
export type SourceInfo = {
  name: string;
  authors: string;
  licence: string;
  source: string;
  /** The line that must stand where its sounds are played. */
  credit: string;
};

/** Where each row can be heard: which of the files, -1 for none, and from where in it, in seconds. */
export type ClipColumns = { files: string[]; file: number[]; start: number[]; duration: number[] };

/** A further table of a dataset, with rows of its own. */
export type TableFile = { title: string; description: string; columns: Column[]; clips?: ClipColumns };

/** A dataset as it lies in `datasets/<id>/<id>.json`: columns, so that it is small and quick to read. */
export type DatasetFile = {
  id: string;
  title: string;
  summary: string;
  licence: string;
  /** There when nothing in it was measured: the title says so as well. */
  synthetic?: true;
  /** The classes in the order in which figures show them; empty where the target is a number, or there is none. */
  classNames: string[];
  /** The columns of X. */
  features: NumberColumn[];
  /** What is to be predicted, y. */
  target?: NumberColumn | CategoryColumn;
  /** The info column whose rows a fair split keeps together. */
  group?: string;
  /** What else is known of each row. */
  info: Column[];
  sources: SourceInfo[];
  /** The info column that names the source of each row. */
  source?: string;
  clips?: ClipColumns;
  /** A clear case of each class, by row. */
  examples?: Record<string, number>;
  tables?: Record<string, TableFile>;
};
