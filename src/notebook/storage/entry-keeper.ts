import { cellKey, isSameText, placeOf, readEntry, tablesFor, writerOf } from "./entries.ts";
import { addedCells, withAddedCells } from "./layouts.ts";
import type { LeaveJournal, Note } from "./leave-journal.ts";
import type { OtherTabs } from "./other-tabs.ts";
import { keepBeside, placeEntry, type Writer } from "./place-entry.ts";
import type { Entry, EntryKey, StoredEdit, StoredLayout, StoredNotebook } from "./records.ts";
import { StorageError } from "./storage-error.ts";
import type { Database, Found, TableName, Tables } from "./tables.ts";

/** What is kept of a lesson. */
export type Loaded = { edits: Map<string, StoredEdit>; layout: StoredLayout | null; setAside: string[] };

const lessonTables: TableName[] = ["edits", "layouts"];
const allEntryTables: TableName[] = [...lessonTables, "notebooks", "versions", "files", "fileBytes"];

async function readLesson(tables: Tables, notebook: string) {
  const edits = new Map<string, StoredEdit>();
  const unreadable: [TableName, Found][] = [];
  const [foundEdits, foundLayouts] = await Promise.all([
    tables.all("edits", notebook),
    tables.all("layouts", notebook),
  ]);
  for (const found of foundEdits) {
    const edit = readEntry("cell", found.value);
    if (edit) edits.set(found.key[1] ?? "", edit);
    else unreadable.push(["edits", found]);
  }
  const [found] = foundLayouts;
  const layout = found ? readEntry("layout", found.value) : undefined;
  if (found && !layout) unreadable.push(["layouts", found]);
  const setAside = unreadable.map(([table, { key }]) => (table === "layouts" ? "layout" : (key[1] ?? "")));
  return { edits, layout: layout ?? null, setAside, unreadable };
}

/** Writes what a tab noted when it was left; whatever is newer than the note stays. */
async function placeNote(tables: Tables, notebook: string, note: Note): Promise<void> {
  const writer: Writer = {
    tab: note.tab,
    knows: ({ updated }, by) => by === note.tab || updated < note.opened,
    knownCells: new Set(),
  };
  for (const [key, entry] of note.unwritten) {
    const { kind, table, place } = placeOf(notebook, key);
    const value = await tables.get(table, place);
    const found = readEntry(kind, value);
    if (!found || found.updated <= (entry?.updated ?? note.at)) {
      await placeEntry(tables, notebook, key, entry, writer);
    } else if (entry && writerOf(value) !== note.tab && !isSameText(entry, found)) {
      if ("placed" in entry) {
        const both = withAddedCells(found as StoredLayout, entry, new Set());
        await tables.put(table, place, { ...both, writer: writerOf(value) });
      } else await keepBeside(tables, notebook, key, entry, note.tab || undefined);
    }
  }
}

/** Keeps entries, and knows what this tab has read and written of them. */
export class EntryKeeper {
  readonly #database: Database;
  readonly #journal: LeaveJournal;
  readonly #tabs: OtherTabs;
  /** What this tab read or wrote last, by notebook and key. */
  readonly #seen = new Map<string, Entry | null>();
  /** Ids of cells that this tab knows to have been added, by notebook. */
  readonly #knownCells = new Map<string, Set<string>>();

  constructor(database: Database, journal: LeaveJournal, tabs: OtherTabs) {
    this.#database = database;
    this.#journal = journal;
    this.#tabs = tabs;
  }

  async load(notebook: string): Promise<Loaded> {
    const { notes, done } = this.#journal.read(notebook);
    // Reading alone is what nearly every visit needs, and quicker than a transaction that may write.
    const read = () => this.#database.run("read", lessonTables, (tables) => readLesson(tables, notebook));
    let lesson = notes.length === 0 ? await read() : null;
    if (!lesson || lesson.unreadable.length > 0) {
      try {
        lesson = await this.#database.run("write", allEntryTables, async (tables) => {
          for (const note of notes) await placeNote(tables, notebook, note);
          const now = await readLesson(tables, notebook);
          for (const [table, found] of now.unreadable) {
            await tables.setAside(table, found);
            await tables.remove(table, found.key);
          }
          return now;
        });
        done();
      } catch {
        // Full, perhaps: then it is read as it is, and the notes wait.
        lesson = await read();
        for (const { unwritten } of notes) showNoted(lesson.edits, unwritten);
      }
    }
    const { edits, layout, setAside } = lesson;
    // What is looked up later need not all get onto the page: it does not count as known.
    if (!this.#knownCells.has(notebook)) {
      for (const [cell, edit] of edits) this.#see(notebook, cellKey(cell), edit);
      this.#see(notebook, "layout", layout);
    }
    return { edits: new Map(edits), layout, setAside };
  }

  /** @throws StorageError for a notebook that cannot be read */
  async notebook(id: string): Promise<StoredNotebook | null> {
    await this.absorbNotes(id);
    const value = await this.#database.run("read", ["notebooks"], (tables) => tables.get("notebooks", [id]));
    const record = readEntry("document", value);
    if (value !== undefined && !record) {
      throw new StorageError(
        "This notebook cannot be read by this version of the site. It is kept as it is.",
      );
    }
    this.#see(id, "document", record ?? null);
    return record ?? null;
  }

  async write(notebook: string, key: EntryKey, entry: Entry | null): Promise<void> {
    const { kind } = placeOf(notebook, key);
    if (entry && !readEntry(kind, entry)) throw new TypeError(`This is no entry for ${key}.`);
    const name = JSON.stringify([notebook, key]);
    const before = this.#seen.get(name);
    const { tab } = this.#journal;
    const writer: Writer = {
      tab,
      // What this tab wrote into a layout may hold cells of other tabs, which it does not know for all that.
      knows: (found, by) => kind !== "layout" && (by === tab || isSameText(found, before)),
      before,
      knownCells: this.#knownCells.get(notebook) ?? new Set(),
    };
    await this.#database.run("write", tablesFor(key), (tables) =>
      placeEntry(tables, notebook, key, entry, writer),
    );
    this.#see(notebook, key, entry);
    this.#tabs.tell({ notebook, key });
  }

  /** Writes what was noted of a notebook when a tab was left, if there is anything. */
  async absorbNotes(notebook: string): Promise<void> {
    const { notes, done } = this.#journal.read(notebook);
    if (notes.length === 0) return;
    await this.#database.run("write", allEntryTables, async (tables) => {
      for (const note of notes) await placeNote(tables, notebook, note);
    });
    done();
  }

  /** The same for all notebooks. */
  async absorbAllNotes(): Promise<void> {
    for (const notebook of this.#journal.notebooks()) await this.absorbNotes(notebook);
  }

  #see(notebook: string, key: EntryKey, entry: Entry | null): void {
    this.#seen.set(JSON.stringify([notebook, key]), entry);
    if (key !== "layout") return;
    const known = this.#knownCells.get(notebook) ?? new Set<string>();
    for (const id of addedCells(entry as StoredLayout | null)) known.add(id);
    this.#knownCells.set(notebook, known);
  }
}

function showNoted(edits: Map<string, StoredEdit>, unwritten: Note["unwritten"]): void {
  for (const [key, entry] of unwritten) {
    if (!entry || !("source" in entry)) continue;
    const cell = key.slice("cell:".length);
    if (entry.updated >= (edits.get(cell)?.updated ?? 0)) edits.set(cell, entry);
  }
}
