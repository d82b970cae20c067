import * as v from "valibot";
import { progressSchema, type StoredProgress } from "./records.ts";
import type { Database, Found, Tables } from "./tables.ts";

type IsUnderstood = (json: string) => boolean;

function readRecord(value: unknown, isUnderstood: IsUnderstood): StoredProgress | null {
  const result = v.safeParse(progressSchema, value);
  return result.success && isUnderstood(result.output.json) ? result.output : null;
}

/** What is kept of the tasks of a notebook; what cannot be read is set aside. */
export async function loadProgress(
  database: Database,
  notebook: string,
  isUnderstood: IsUnderstood,
): Promise<{ tasks: Map<string, string>; setAside: string[] }> {
  const tasks = new Map<string, string>();
  const unreadable: Found[] = [];
  const found = await database.run("read", ["progress"], (tables) => tables.all("progress", notebook));
  for (const each of found) {
    const record = readRecord(each.value, isUnderstood);
    if (record) tasks.set(each.key[1] ?? "", record.json);
    else unreadable.push(each);
  }
  if (unreadable.length > 0) {
    await database.run("write", ["progress"], async (tables) => {
      for (const each of unreadable) {
        await tables.setAside("progress", each);
        await tables.remove("progress", each.key);
      }
    });
  }
  return { tasks, setAside: unreadable.map(({ key }) => key[1] ?? "") };
}

/** Makes of what is kept of a task something else, in one transaction. */
export function changeProgress(
  database: Database,
  notebook: string,
  task: string,
  isUnderstood: IsUnderstood,
  change: (kept: string | null) => string | null,
): Promise<void> {
  const key = [notebook, task] as const;
  return database.run("write", ["progress"], async (tables: Tables) => {
    const value = await tables.get("progress", key);
    const record = readRecord(value, isUnderstood);
    if (value !== undefined && !record) await tables.setAside("progress", { key, value });
    const json = change(record?.json ?? null);
    if (json !== null) {
      const changed: StoredProgress = { schema: 1, json, updated: Date.now() };
      await tables.put("progress", key, v.parse(progressSchema, changed));
    } else if (value !== undefined) await tables.remove("progress", key);
  });
}
