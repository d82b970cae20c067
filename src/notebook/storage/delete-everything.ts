import { deleteDB } from "idb";
import { databaseName } from "./indexed-db-store.ts";
import { browserStorage } from "./leave-journal.ts";
import { inPlainWords, withinTime } from "./storage-error.ts";

const patienceMs = 10_000;

/**
 * Deletes everything that the site keeps in this browser: the database, and what it noted beside it.
 * @throws StorageError when another tab does not let go of the database; then it is all still there
 */
export async function deleteEverything(name = databaseName): Promise<void> {
  try {
    await withinTime(deleteDB(name), patienceMs);
  } catch (error) {
    throw error instanceof DOMException ? inPlainWords(error) : error;
  }
  const storage = browserStorage();
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, i) => storage?.key(i) ?? "");
  for (const key of keys) if (key.startsWith("etude:")) storage?.removeItem(key);
}
