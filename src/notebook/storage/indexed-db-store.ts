import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type EditStore, isStoredEdit, type StoredEdit } from "./edit-store.ts";
import { browserStorage, LeaveJournal } from "./leave-journal.ts";

type Schema = DBSchema & {
  /** Key: [notebook, cell]. */
  edits: { key: [string, string]; value: StoredEdit };
  /** Records that this version could not read, kept as they were found. */
  setAside: { key: number; value: { key: unknown; record: unknown } };
};

const version = 1;

async function moveAside(db: IDBPDatabase<Schema>, key: [string, string]): Promise<void> {
  const transaction = db.transaction(["edits", "setAside"], "readwrite");
  const record: unknown = await transaction.objectStore("edits").get(key);
  await transaction.objectStore("setAside").add({ key, record });
  await transaction.objectStore("edits").delete(key);
  await transaction.done;
}

/** Keeps edits in the browser's IndexedDB. Rejects when the browser does not offer storage (a private window). */
export async function indexedDbEditStore(
  name = "etude",
  journal = new LeaveJournal(browserStorage()),
): Promise<EditStore> {
  const db = await openDB<Schema>(name, version, {
    upgrade(database) {
      database.createObjectStore("edits");
      database.createObjectStore("setAside", { autoIncrement: true });
    },
    // A newer version in another tab must not wait for this one to close.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  return {
    async load(notebook) {
      const edits = new Map<string, StoredEdit>();
      const range = IDBKeyRange.bound([notebook], [notebook, []]);
      // Reading alone is what nearly every visit needs, and quicker than a transaction that may write.
      const [keys, records] = await Promise.all([db.getAllKeys("edits", range), db.getAll("edits", range)]);
      const unreadable = keys.filter((key, i) => {
        const record = records[i];
        if (isStoredEdit(record)) edits.set(key[1], record);
        return !isStoredEdit(record);
      });
      for (const key of unreadable) await moveAside(db, key);
      const setAside = unreadable.map(([, cell]) => cell);
      for (const [cell, edit] of journal.read(notebook)) {
        // Another tab may have written a newer one.
        if (edit && edit.updated < (edits.get(cell)?.updated ?? 0)) continue;
        if (edit) {
          await db.put("edits", edit, [notebook, cell]);
          edits.set(cell, edit);
        } else {
          await db.delete("edits", [notebook, cell]);
          edits.delete(cell);
        }
      }
      journal.forget(notebook);
      return { edits, setAside };
    },
    async save(notebook, cell, edit) {
      await db.put("edits", edit, [notebook, cell]);
    },
    async remove(notebook, cell) {
      await db.delete("edits", [notebook, cell]);
    },
    note: (notebook, edits) => journal.note(notebook, edits),
    forget: (notebook) => journal.forget(notebook),
  };
}
