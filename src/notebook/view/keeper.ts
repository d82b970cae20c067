import type { Autosave, EntryKey, SaveState, StoredNotebook } from "../storage/index.ts";
import type { NotebookPart } from "./part.ts";

/** Where what a reader changes in a notebook goes. */
export type Keeper = {
  /** The text of a part, or how it is folded or run, has changed. */
  changed(part: NotebookPart): void;
  /** Cells were added, deleted or moved. */
  structureChanged(): void;
  flush(): void;
  /** Writes what waits; resolves when all is written, or cannot be. */
  written(): Promise<void>;
  /** Whether something is not written yet. */
  readonly pending: boolean;
};

/** A notebook of which nothing is kept. */
export const noKeeper: Keeper = {
  changed() {},
  structureChanged() {},
  flush() {},
  written: async () => {},
  pending: false,
};

/** Keeps a notebook of the reader's own whole. */
export function ownKeeper(autosave: Autosave, record: () => StoredNotebook): Keeper {
  const keep = () => autosave.keep("document", record());
  return {
    changed: keep,
    structureChanged: keep,
    flush: () => autosave.flush(),
    written: () => autosave.written(),
    get pending() {
      return autosave.pending;
    },
  };
}

/** What the notebook as a whole says of its keeping: the worst of its entries. */
export class SavedState {
  readonly #states = new Map<EntryKey, SaveState>();

  set(key: EntryKey, state: SaveState): SaveState {
    this.#states.set(key, state);
    const all = Array.from(this.#states.values());
    return all.find((one) => typeof one === "object") ?? all.find((one) => one === "saving") ?? "saved";
  }
}
