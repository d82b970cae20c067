import { isStoredEdit, type Unwritten } from "./edit-store.ts";

function keyOf(notebook: string): string {
  return `etude:unwritten:${notebook}`;
}

/**
 * Notes at once what is not written yet: a page that is left is not given the time to finish a transaction. What the
 * notes hold is written when the page is opened again.
 */
export class LeaveJournal {
  readonly #storage: Storage | null;

  /** Without a storage nothing is noted. */
  constructor(storage: Storage | null) {
    this.#storage = storage;
  }

  note(notebook: string, edits: Unwritten): void {
    try {
      this.#storage?.setItem(keyOf(notebook), JSON.stringify(Array.from(edits)));
    } catch {
      // It is full; the transaction may still make it.
    }
  }

  forget(notebook: string): void {
    this.#storage?.removeItem(keyOf(notebook));
  }

  read(notebook: string): Unwritten {
    try {
      const noted: [string, unknown][] = JSON.parse(this.#storage?.getItem(keyOf(notebook)) ?? "[]");
      return new Map(noted.filter(([, edit]) => edit === null || isStoredEdit(edit)) as [string, null][]);
    } catch {
      return new Map();
    }
  }
}

/** The browser's own storage, or null where it is blocked. */
export function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
