import * as v from "valibot";
import { EntryKeeper } from "./entry-keeper.ts";
import { loadFile, readFiles, removeFile, saveFile } from "./files.ts";
import type { LeaveJournal } from "./leave-journal.ts";
import type { NotebookStore } from "./notebook-store.ts";
import type { OtherTabs } from "./other-tabs.ts";
import { listNotebooks, removeNotebook } from "./own-notebooks.ts";
import { changeProgress, loadProgress } from "./progress.ts";
import { timeSchema } from "./records.ts";
import type { Database } from "./tables.ts";
import { countEverything } from "./totals.ts";
import { addVersion, readVersions } from "./versions.ts";

/** What a backup needs of a store besides. */
export type Insides = {
  database: Database;
  /** Writes what was noted when tabs were left, so that the database holds everything. */
  absorbAllNotes(): Promise<void>;
  /** Tells other tabs of what was written past the store. */
  tellOtherTabs: OtherTabs["tell"];
};

const insides = new WeakMap<NotebookStore, Insides>();

/**
 * What is behind a store that was made here.
 * @throws TypeError for another one
 */
export function insidesOf(store: NotebookStore): Insides {
  const found = insides.get(store);
  if (!found) throw new TypeError("This store was not made by indexedDbStore() or memoryStore().");
  return found;
}

/** A store that keeps its tables in a database. */
export function createStore(database: Database, journal: LeaveJournal, tabs: OtherTabs): NotebookStore {
  const entries = new EntryKeeper(database, journal, tabs);
  const store: NotebookStore = {
    load: (notebook) => entries.load(notebook),
    write: (notebook, key, entry) => entries.write(notebook, key, entry),
    note: (notebook, unwritten) => journal.note(notebook, unwritten),
    forget: (notebook) => journal.forget(notebook),
    addVersion: (notebook, cell, version) =>
      database.run("write", ["versions"], (tables) => addVersion(tables, notebook, cell, version)),
    versions: (notebook, cell) =>
      database.run("read", ["versions"], (tables) => readVersions(tables, notebook, cell)),
    async times(notebook) {
      const found = await database.run("read", ["times"], (tables) => tables.all("times", notebook));
      const times = found.filter(({ value }) => v.is(timeSchema, value));
      return new Map(times.map(({ key, value }) => [key[1] ?? "", value as number]));
    },
    saveTime: (notebook, cell, ms) =>
      database.run("write", ["times"], (tables) => tables.put("times", [notebook, cell], ms)),
    async notebooks() {
      await entries.absorbAllNotes();
      return listNotebooks(database);
    },
    notebook: (id) => entries.notebook(id),
    saveNotebook: (record) => entries.write(record.id, "document", record),
    async removeNotebook(id) {
      await entries.absorbNotes(id);
      const putBack = await removeNotebook(database, id);
      tabs.tell({ notebook: id, key: "document" });
      return async () => {
        await putBack();
        tabs.tell({ notebook: id, key: "document" });
      };
    },
    async files(notebook) {
      const files = await database.run("read", ["files"], (tables) => readFiles(tables, notebook));
      return files.map(({ file }) => file);
    },
    file: (notebook, name) => loadFile(database, notebook, name),
    saveFile: (notebook, name, blob) => saveFile(database, notebook, name, blob),
    removeFile: (notebook, name) => removeFile(database, notebook, name),
    progress: (notebook, isUnderstood) => loadProgress(database, notebook, isUnderstood),
    async changeProgress(notebook, task, isUnderstood, change) {
      await changeProgress(database, notebook, task, isUnderstood, change);
      tabs.tell({ notebook, key: "progress" });
    },
    onOtherTab: (listener) => tabs.listen(listener),
    everything: () => countEverything(database),
  };
  insides.set(store, {
    database,
    absorbAllNotes: () => entries.absorbAllNotes(),
    tellOtherTabs: (change) => tabs.tell(change),
  });
  return store;
}
