import { inExistingDatabase, settled } from "./existing-database.ts";

/** What is kept of a task, as it was found: nobody has looked into its text yet. */
export type PeekedTask = { notebook: string; task: string; json: string; updated: number };

const table = "progress";

/**
 * What is kept of the tasks of a notebook, or of all of them: read quickly and without what is needed to write it. What
 * cannot be read is passed over; where the browser keeps nothing, there is nothing.
 */
export async function peekProgress(notebook?: string, name = "etude"): Promise<PeekedTask[]> {
  try {
    const found = await inExistingDatabase(name, async (database) => {
      if (!database.objectStoreNames.contains(table)) return [];
      const range = notebook === undefined ? undefined : IDBKeyRange.bound([notebook], [notebook, []]);
      const store = database.transaction(table, "readonly").objectStore(table);
      const [keys, values] = await Promise.all([
        settled(store.getAllKeys(range)),
        settled(store.getAll(range) as IDBRequest<unknown[]>),
      ]);
      return keys.flatMap((key, i) => peeked(key, values[i]));
    });
    return found ?? [];
  } catch {
    return [];
  }
}

function peeked(key: IDBValidKey, value: unknown): PeekedTask[] {
  const [notebook, task] = Array.isArray(key) ? key : [];
  const { schema, json, updated } = (value ?? {}) as Record<string, unknown>;
  const isOurs = schema === 1 && typeof json === "string" && typeof updated === "number";
  if (!isOurs || typeof notebook !== "string" || typeof task !== "string") return [];
  return [{ notebook, task, json, updated }];
}
