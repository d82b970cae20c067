import { inExistingDatabase, settled } from "./existing-database.ts";

/** What is read of the database to know; the others hold nothing without one of these. */
const tables = ["edits", "layouts", "versions", "times", "files"];
const notes = /^etude:(note:[^:]*|unwritten):/;

/**
 * Whether anything is kept of a lesson, found out quickly and without what is needed to read it: of most lessons there
 * is nothing yet. When it cannot be told (a database of another version, or none to be had) the answer is yes.
 */
export async function isAnythingKept(notebook: string, name = "etude"): Promise<boolean> {
  try {
    const keys = Object.keys(localStorage);
    if (keys.some((key) => notes.test(key) && key.replace(notes, "") === notebook)) return true;
    return await isInDatabase(notebook, name);
  } catch {
    return true;
  }
}

async function isInDatabase(notebook: string, name: string): Promise<boolean> {
  const isThere = await inExistingDatabase(name, async (database) => {
    const range = IDBKeyRange.bound([notebook], [notebook, []]);
    const transaction = database.transaction(tables, "readonly");
    const counts = tables.map((table) => settled(transaction.objectStore(table).count(range)));
    return (await Promise.all(counts)).some((count) => count > 0);
  });
  return isThere ?? false;
}
