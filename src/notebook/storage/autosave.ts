import type { EditStore, StoredEdit, Unwritten } from "./edit-store.ts";

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
  readonly #unwritten: Unwritten = new Map();

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
    this.#unwritten.set(cell, edit);
    this.#onState(cell, "saving");
  }

  /** Writes everything that waits, now, and notes it in case the page is gone before it is written. */
  flush(): void {
    if (this.#unwritten.size > 0) this.#store.note(this.#notebook, this.#unwritten);
    for (const cell of this.#pending.keys()) void this.#write(cell);
  }

  async #write(cell: string): Promise<void> {
    const pending = this.#pending.get(cell);
    if (!pending) return;
    const { edit, timer } = pending;
    clearTimeout(timer);
    this.#pending.delete(cell);
    try {
      if (edit) await this.#store.save(this.#notebook, cell, edit);
      else await this.#store.remove(this.#notebook, cell);
      if (this.#unwritten.get(cell) !== edit) return;
      this.#unwritten.delete(cell);
      if (this.#unwritten.size === 0) this.#store.forget(this.#notebook);
      this.#onState(cell, "saved");
    } catch (error) {
      this.#onState(cell, { failed: error instanceof Error ? error.message : String(error) });
    }
  }
}
