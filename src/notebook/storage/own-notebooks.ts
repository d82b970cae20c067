import { keepCopy } from "./copies.ts";
import { isSameText, readEntry } from "./entries.ts";
import { readFiles } from "./files.ts";
import type { NotebookSummary, StoredNotebook } from "./records.ts";
import type { Database, Found, TableName, Tables } from "./tables.ts";

/** Everything that may be kept under a notebook's id. */
const tablesOfNotebook: TableName[] = [
  "notebooks",
  "edits",
  "layouts",
  "versions",
  "times",
  "files",
  "fileBytes",
  "progress",
];

/** How much a text takes, roughly: most of its characters are one byte. */
export function textBytes(...texts: string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

/** The learner's own notebooks, newest first. Records that cannot be read are set aside. */
export async function listNotebooks(database: Database): Promise<NotebookSummary[]> {
  const { records, unreadable, fileSizes } = await database.run(
    "read",
    ["notebooks", "files"],
    async (tables) => {
      const records: StoredNotebook[] = [];
      const unreadable: Found[] = [];
      for (const found of await tables.all("notebooks")) {
        const record = readEntry("document", found.value);
        if (record) records.push(record);
        else unreadable.push(found);
      }
      const fileSizes = new Map<string, number>();
      for (const { notebook, file } of await readFiles(tables))
        fileSizes.set(notebook, (fileSizes.get(notebook) ?? 0) + file.size);
      return { records, unreadable, fileSizes };
    },
  );
  if (unreadable.length > 0) {
    await database.run("write", ["notebooks"], async (tables) => {
      for (const found of unreadable) {
        await tables.setAside("notebooks", found);
        await tables.remove("notebooks", found.key);
      }
    });
  }
  return records
    .map(({ id, title, trust, created, updated, markdown }) => {
      const bytes = textBytes(markdown) + (fileSizes.get(id) ?? 0);
      return { id, title, trust, created, updated, bytes };
    })
    .sort((a, b) => b.updated - a.updated);
}

async function putBack(tables: Tables, removed: [TableName, Found][]): Promise<void> {
  for (const [table, { key, value }] of removed) {
    const there = await tables.get(table, key);
    if (there === undefined) await tables.put(table, key, value);
    else if (table === "notebooks") {
      // Another tab that had it open has gone on writing: its text stays, and this one stands beside it.
      const record = readEntry("document", value);
      const isLost = record && !isSameText(readEntry("document", there), record);
      if (isLost) await keepCopy(tables, record, crypto.randomUUID().slice(0, 8), "restored");
    }
  }
}

/** Removes all that is kept of a notebook; resolves to what puts it back. */
export async function removeNotebook(database: Database, id: string): Promise<() => Promise<void>> {
  const removed = await database.run("write", tablesOfNotebook, async (tables) => {
    const all: [TableName, Found][] = [];
    for (const table of tablesOfNotebook) {
      for (const found of await tables.all(table, id)) {
        all.push([table, found]);
        await tables.remove(table, found.key);
      }
    }
    return all;
  });
  return () => database.run("write", tablesOfNotebook, (tables) => putBack(tables, removed));
}
