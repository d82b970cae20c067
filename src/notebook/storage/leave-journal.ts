import { cellKey, isEntryKey, readEntry } from "./entries.ts";
import type { Entry, EntryKey, Unwritten } from "./records.ts";

/** What a tab noted when it was left. */
export type Note = {
  tab: string;
  /** When the tab was opened, and when it noted this, in milliseconds since 1970. */
  opened: number;
  at: number;
  unwritten: Unwritten;
};

const prefix = "etude:note:";
/** Before version 2 of the database all tabs shared one note a notebook, of cells only. */
const oldPrefix = "etude:unwritten:";

function readEntries(noted: unknown): Unwritten {
  const unwritten: Unwritten = new Map();
  for (const pair of Array.isArray(noted) ? noted : []) {
    const [key, record] = Array.isArray(pair) ? (pair as unknown[]) : [];
    if (!isEntryKey(key)) continue;
    const kind = key === "layout" || key === "document" ? key : "cell";
    const entry: Entry | null | undefined = record === null ? null : readEntry(kind, record);
    if (entry !== undefined) unwritten.set(key, entry);
  }
  return unwritten;
}

function readOldEntries(noted: unknown): Unwritten {
  const pairs = Array.isArray(noted) ? noted : [];
  return readEntries(pairs.map((pair) => (Array.isArray(pair) ? [cellKey(String(pair[0])), pair[1]] : pair)));
}

/**
 * Notes at once what is not written yet: a page that is left is not given the time to finish a transaction. What the
 * notes hold is written when the page is opened again. Each tab has notes of its own.
 */
export class LeaveJournal {
  readonly tab = crypto.randomUUID().slice(0, 8);
  readonly opened = Date.now();
  readonly #storage: Storage | null;

  /** Without a storage nothing is noted. */
  constructor(storage: Storage | null) {
    this.#storage = storage;
  }

  note(notebook: string, unwritten: Unwritten): void {
    const { tab, opened } = this;
    const entries: [EntryKey, Entry | null][] = Array.from(unwritten);
    try {
      this.#storage?.setItem(this.#own(notebook), JSON.stringify({ tab, opened, at: Date.now(), entries }));
    } catch {
      // It is full; the transaction may still make it.
    }
  }

  forget(notebook: string): void {
    this.#remove(this.#own(notebook));
  }

  /** What any tab noted of a notebook, the oldest first; `done` takes these notes back. */
  read(notebook: string): { notes: Note[]; done(): void } {
    const texts = new Map<string, string>();
    const notes: Note[] = [];
    for (const key of this.#keys()) {
      const isNew = key.startsWith(prefix) && key.slice(key.indexOf(":", prefix.length) + 1) === notebook;
      if (!isNew && key !== oldPrefix + notebook) continue;
      const text = this.#storage?.getItem(key) ?? "";
      const note = readNote(text, isNew);
      if (!note) continue;
      texts.set(key, text);
      notes.push(note);
    }
    const done = () => {
      // What its tab has noted meanwhile stays.
      for (const [key, text] of texts) if (this.#storage?.getItem(key) === text) this.#remove(key);
    };
    return { notes: notes.sort((a, b) => a.at - b.at), done };
  }

  /** Of which notebooks there are notes. */
  notebooks(): Set<string> {
    const names = this.#keys().flatMap((key) => {
      if (key.startsWith(prefix)) return [key.slice(key.indexOf(":", prefix.length) + 1)];
      return key.startsWith(oldPrefix) ? [key.slice(oldPrefix.length)] : [];
    });
    return new Set(names);
  }

  #own(notebook: string): string {
    return `${prefix}${this.tab}:${notebook}`;
  }

  #keys(): string[] {
    try {
      const storage = this.#storage;
      return Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i) ?? "");
    } catch {
      return [];
    }
  }

  #remove(key: string): void {
    try {
      this.#storage?.removeItem(key);
    } catch {
      // Blocked since: then nothing was noted, either.
    }
  }
}

function readNote(text: string, isNew: boolean): Note | null {
  try {
    const noted: unknown = JSON.parse(text);
    if (!isNew) return { tab: "", opened: Infinity, at: Infinity, unwritten: readOldEntries(noted) };
    const { tab, opened, at, entries } = noted as Record<string, unknown>;
    if (typeof tab !== "string" || typeof opened !== "number" || typeof at !== "number") return null;
    return { tab, opened, at, unwritten: readEntries(entries) };
  } catch {
    return null;
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
