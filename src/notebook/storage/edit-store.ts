/** What is kept of a cell that a learner has changed. */
export type StoredEdit = {
  schema: 1;
  /** The learner's source. */
  source: string;
  /** The lesson's source when the edit began: when the lesson has changed since, the learner is told. */
  base: string;
  /** Where it came from; what is not the learner's own does not run by itself. */
  trust: "mine" | "foreign";
  /** When it was last changed, in milliseconds since 1970. */
  updated: number;
};

/** Edits that are not written yet, by cell; null for one that was taken back. */
export type Unwritten = Map<string, StoredEdit | null>;

/** Where a notebook keeps its cells' edits; handed in by the site, so that a sandboxed frame can have another one. */
export type EditStore = {
  /** All edits of a notebook, by cell. Records that cannot be read are set aside, not lost, and named. */
  load(notebook: string): Promise<{ edits: Map<string, StoredEdit>; setAside: string[] }>;
  save(notebook: string, cell: string, edit: StoredEdit): Promise<void>;
  remove(notebook: string, cell: string): Promise<void>;
  /** Notes at once what is still to be written, for a page that may be gone before it is: `load` finds it. */
  note(notebook: string, edits: Unwritten): void;
  /** What was noted has been written. */
  forget(notebook: string): void;
};

/** Whether a record read from a browser's storage is one that this version understands. */
export function isStoredEdit(record: unknown): record is StoredEdit {
  const edit = record as Partial<StoredEdit> | null;
  return (
    typeof edit === "object" &&
    edit !== null &&
    edit.schema === 1 &&
    typeof edit.source === "string" &&
    typeof edit.base === "string" &&
    (edit.trust === "mine" || edit.trust === "foreign") &&
    typeof edit.updated === "number"
  );
}

/** Keeps edits as long as the page is open: for browsers that keep nothing, and for tests. */
export function memoryEditStore(): EditStore {
  const records = new Map<string, Map<string, StoredEdit>>();
  const of = (notebook: string) => {
    const edits = records.get(notebook) ?? new Map<string, StoredEdit>();
    records.set(notebook, edits);
    return edits;
  };
  return {
    load: async (notebook) => ({ edits: new Map(of(notebook)), setAside: [] }),
    save: async (notebook, cell, edit) => void of(notebook).set(cell, edit),
    remove: async (notebook, cell) => void of(notebook).delete(cell),
    note() {},
    forget() {},
  };
}
