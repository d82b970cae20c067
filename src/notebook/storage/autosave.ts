import type { EditStore, StoredEdit } from "./edit-store.ts";

/** Saved this long after the last key, and no later than `longestMs` after the first. */
const quietMs = 300;
const longestMs = 700;

export type SaveState = "saved" | "saving" | { failed: string };

type Pending = { edit: StoredEdit | null; since: number; timer: ReturnType<typeof setTimeout> };

/** Saves a notebook's edits soon after they are made, and at once when the page is hidden. */
export class Autosave {
  readonly #store: EditStore;
  readonly #notebook: string;
  readonly #onState: (cell: string, state: SaveState) => void;
  readonly #pending = new Map<string, Pending>();

  constructor(store: EditStore, notebook: string, onState: (cell: string, state: SaveState) => void) {
    this.#store = store;
    this.#notebook = notebook;
    this.#onState = onState;
  }

  /** Keeps an edit; null takes it back. */
  keep(cell: string, edit: StoredEdit | null): void {
    const now = performance.now();
    const before = this.#pending.get(cell);
    clearTimeout(before?.timer);
    const since = before?.since ?? now;
    const delay = Math.max(0, Math.min(quietMs, since + longestMs - now));
    const timer = setTimeout(() => this.#write(cell), delay);
    this.#pending.set(cell, { edit, since, timer });
    this.#onState(cell, "saving");
  }

  /** Writes everything that waits, now. */
  flush(): void {
    for (const cell of this.#pending.keys()) void this.#write(cell);
  }

  async #write(cell: string): Promise<void> {
    const pending = this.#pending.get(cell);
    if (!pending) return;
    clearTimeout(pending.timer);
    this.#pending.delete(cell);
    try {
      if (pending.edit) await this.#store.save(this.#notebook, cell, pending.edit);
      else await this.#store.remove(this.#notebook, cell);
      if (!this.#pending.has(cell)) this.#onState(cell, "saved");
    } catch (error) {
      this.#onState(cell, { failed: error instanceof Error ? error.message : String(error) });
    }
  }
}
