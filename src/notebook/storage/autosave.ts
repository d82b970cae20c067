import type { NotebookStore } from "./notebook-store.ts";
import type { Entry, EntryKey, Unwritten } from "./records.ts";

/** Saved this long after the last key, and no later than `longestMs` after the first. */
const quietMs = 300;
const longestMs = 700;

export type SaveState = "saved" | "saving" | { failed: string };

/** When an entry was first changed since it was last written, and what will write it. */
type Wait = { since: number; timer: ReturnType<typeof setTimeout> };

/**
 * Saves a notebook's entries soon after they are changed, and at once when the page is hidden. An entry that could not
 * be written is not given up: it is tried again at the next change of any entry, and by `flush()`.
 */
export class Autosave {
  readonly #store: Pick<NotebookStore, "write" | "note" | "forget">;
  readonly #notebook: string;
  readonly #onState: (key: EntryKey, state: SaveState) => void;
  readonly #unwritten: Unwritten = new Map();
  readonly #waiting = new Map<EntryKey, Wait>();
  readonly #writing = new Map<EntryKey, Promise<void>>();
  #isNoted = false;

  /** @param onState told how the keeping of an entry goes, each time that it changes */
  constructor(
    store: Pick<NotebookStore, "write" | "note" | "forget">,
    notebook: string,
    onState: (key: EntryKey, state: SaveState) => void,
  ) {
    this.#store = store;
    this.#notebook = notebook;
    this.#onState = onState;
  }

  /** Whether anything is not written yet: then the page should not be left without asking. */
  get pending(): boolean {
    return this.#unwritten.size > 0;
  }

  /** Keeps an entry, which must not be changed afterwards; null takes it back. */
  keep(key: EntryKey, entry: Entry | null): void {
    this.#unwritten.set(key, entry);
    // What failed before may succeed now.
    for (const unwritten of this.#unwritten.keys()) if (!this.#isUnderWay(unwritten)) this.#wait(unwritten);
    this.#wait(key);
    this.#onState(key, "saving");
  }

  /** Writes everything that waits, now, and notes it in case the page is gone before it is written. */
  flush(): void {
    if (!this.pending) return;
    this.#store.note(this.#notebook, this.#unwritten);
    this.#isNoted = true;
    for (const key of this.#unwritten.keys()) this.#write(key);
  }

  /** Writes everything that waits, now; resolves when each of it has been written, or has failed. */
  async written(): Promise<void> {
    this.flush();
    while (this.#writing.size > 0) await Promise.all(this.#writing.values());
  }

  #isUnderWay(key: EntryKey): boolean {
    return this.#waiting.has(key) || this.#writing.has(key);
  }

  #wait(key: EntryKey): void {
    const now = performance.now();
    const before = this.#waiting.get(key);
    clearTimeout(before?.timer);
    const since = before?.since ?? now;
    const delay = Math.max(0, Math.min(quietMs, since + longestMs - now));
    this.#waiting.set(key, { since, timer: setTimeout(() => this.#write(key), delay) });
  }

  /** One write of an entry at a time: what is changed meanwhile is written after it. */
  #write(key: EntryKey): void {
    clearTimeout(this.#waiting.get(key)?.timer);
    this.#waiting.delete(key);
    const entry = this.#unwritten.get(key);
    if (entry === undefined || this.#writing.has(key)) return;
    this.#writing.set(
      key,
      this.#store.write(this.#notebook, key, entry).then(
        () => this.#written(key, entry),
        (error: unknown) => this.#failed(key, error),
      ),
    );
  }

  #written(key: EntryKey, entry: Entry | null): void {
    this.#writing.delete(key);
    if (this.#unwritten.get(key) !== entry) {
      if (!this.#waiting.has(key)) this.#write(key);
      return;
    }
    this.#unwritten.delete(key);
    if (this.#isNoted && !this.pending) {
      this.#store.forget(this.#notebook);
      this.#isNoted = false;
    }
    this.#onState(key, "saved");
  }

  #failed(key: EntryKey, error: unknown): void {
    this.#writing.delete(key);
    // A newer text is on its way: what it says counts.
    if (this.#waiting.has(key)) return;
    this.#onState(key, { failed: error instanceof Error ? error.message : String(error) });
  }
}
