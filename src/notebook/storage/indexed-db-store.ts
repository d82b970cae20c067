import { type DBSchema, openDB } from "idb";
import { type EditStore, isStoredEdit, type StoredEdit } from "./edit-store.ts";

type Schema = DBSchema & {
  /** Key: [notebook, cell]. */
  edits: { key: [string, string]; value: StoredEdit };
  /** Records that this version could not read, kept as they were found. */
  setAside: { key: number; value: { key: unknown; record: unknown } };
};

const version = 1;

/** Keeps edits in the browser's IndexedDB. Rejects when the browser does not offer storage (a private window). */
export async function indexedDbEditStore(name = "etude"): Promise<EditStore> {
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
      const setAside: string[] = [];
      const range = IDBKeyRange.bound([notebook], [notebook, []]);
      const transaction = db.transaction(["edits", "setAside"], "readwrite");
      const store = transaction.objectStore("edits");
      for (let cursor = await store.openCursor(range); cursor; cursor = await cursor.continue()) {
        const cell = cursor.key[1];
        if (isStoredEdit(cursor.value)) edits.set(cell, cursor.value);
        else {
          await transaction.objectStore("setAside").add({ key: cursor.key, record: cursor.value });
          await cursor.delete();
          setAside.push(cell);
        }
      }
      await transaction.done;
      return { edits, setAside };
    },
    async save(notebook, cell, edit) {
      await db.put("edits", edit, [notebook, cell]);
    },
    async remove(notebook, cell) {
      await db.delete("edits", [notebook, cell]);
    },
  };
}
