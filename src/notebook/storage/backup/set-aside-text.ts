import type { Tables } from "../tables.ts";

const fromBackup = "backup";

/** A record that was set aside, as the text that a backup holds of it. */
export function setAsideText(value: unknown): string {
  const { key, record } = (value ?? {}) as { key?: unknown; record?: unknown };
  if (Array.isArray(key) && key[0] === fromBackup && typeof record === "string") return record;
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return String(value); // what cannot be written as JSON was never written by this site
  }
}

/** Sets aside again what was set aside where the backup was made. */
export async function restoreSetAside(tables: Tables, texts: string[]): Promise<void> {
  const here = new Set((await tables.all("setAside")).map(({ value }) => setAsideText(value)));
  for (const text of new Set(texts)) {
    if (!here.has(text)) await tables.setAside("setAside", { key: [fromBackup], value: text });
  }
}
