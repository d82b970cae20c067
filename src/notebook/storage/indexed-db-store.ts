import { createStore } from "./create-store.ts";
import { openIndexedDatabase } from "./indexed-database.ts";
import { browserStorage, LeaveJournal } from "./leave-journal.ts";
import type { NotebookStore } from "./notebook-store.ts";
import { OtherTabs } from "./other-tabs.ts";
import type { Database } from "./tables.ts";

/** The database's name. */
export const databaseName = "etude";

/** Asks the browser, at the first write, not to throw away what is kept when the disk gets full. */
function persistent(database: Database): Database {
  let isAsked = false;
  return {
    run(access, tables, body) {
      if (access === "write" && !isAsked) {
        isAsked = true;
        // It may say no, and keep everything for the time being all the same.
        void globalThis.navigator?.storage?.persist?.().catch(() => {});
      }
      return database.run(access, tables, body);
    },
  };
}

/**
 * Keeps notebooks in the browser's IndexedDB, and brings a database of an earlier version up to date.
 * @param name the database's
 * @param options.journal what is noted when a page is left
 * @param options.patienceMs how long the browser may take for what is asked of it
 * @throws StorageError where the browser offers no storage (a private window, blocked storage), does not answer, or
 * holds a database of a newer version
 */
export async function indexedDbStore(
  name = databaseName,
  {
    journal = new LeaveJournal(browserStorage()),
    patienceMs,
  }: { journal?: LeaveJournal; patienceMs?: number } = {},
): Promise<NotebookStore> {
  const database = persistent(await openIndexedDatabase(name, patienceMs));
  return createStore(database, journal, new OtherTabs(name));
}
