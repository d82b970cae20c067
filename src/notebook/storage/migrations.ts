import type { IDBPDatabase, IDBPTransaction, StoreNames } from "idb";

type Upgrade = IDBPTransaction<unknown, StoreNames<unknown>[], "versionchange">;

/**
 * What makes each version of the database of the one before it, beginning with version 1. A step is never changed once
 * it has been published: browsers out there have run it.
 */
const steps: ((database: IDBPDatabase<unknown>, upgrade: Upgrade) => Promise<void> | void)[] = [
  (database) => {
    database.createObjectStore("edits");
    database.createObjectStore("setAside", { autoIncrement: true });
  },
  async (database, upgrade) => {
    for (const table of ["layouts", "notebooks", "versions", "times", "files", "fileBytes"])
      database.createObjectStore(table);
    // Records that were set aside did not say of which table they are; there was only one.
    let cursor = await upgrade.objectStore("setAside").openCursor();
    while (cursor) {
      await cursor.update({ from: "edits", ...cursor.value });
      cursor = await cursor.continue();
    }
  },
  (database) => {
    database.createObjectStore("progress");
  },
];

/** The version of the database that this code reads and writes. */
export const databaseVersion = steps.length;

/** Brings a database from an older version (0: none yet) to the present one; all of it, or nothing. */
export async function migrate(
  database: IDBPDatabase<unknown>,
  from: number,
  upgrade: Upgrade,
): Promise<void> {
  for (const step of steps.slice(from)) await step(database, upgrade);
}
