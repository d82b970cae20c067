import * as v from "valibot";
import { type CellVersion, versionsSchema } from "./records.ts";
import type { Tables } from "./tables.ts";

const longest = 20;

/** The earlier sources of a cell, newest first. */
export async function readVersions(tables: Tables, notebook: string, cell: string): Promise<CellVersion[]> {
  const result = v.safeParse(versionsSchema, await tables.get("versions", [notebook, cell]));
  return result.success ? result.output : [];
}

async function changeVersions(
  tables: Tables,
  notebook: string,
  cell: string,
  change: (there: CellVersion[]) => CellVersion[],
): Promise<void> {
  const key = [notebook, cell] as const;
  const value = await tables.get("versions", key);
  if (value !== undefined && !v.is(versionsSchema, value)) await tables.setAside("versions", { key, value });
  const changed = change(await readVersions(tables, notebook, cell));
  await tables.put("versions", key, changed.slice(0, longest));
}

/** Keeps an earlier source of a cell, unless it is the one that was kept last. */
export async function addVersion(
  tables: Tables,
  notebook: string,
  cell: string,
  version: CellVersion,
): Promise<void> {
  await changeVersions(tables, notebook, cell, (there) =>
    there[0]?.source === version.source ? there : [version, ...there],
  );
}

/** Keeps earlier sources of a cell, given newest first, behind those that are there, as far as there is room. */
export async function appendVersions(
  tables: Tables,
  notebook: string,
  cell: string,
  older: CellVersion[],
): Promise<void> {
  await changeVersions(tables, notebook, cell, (there) => {
    const known = new Set(there.map(({ source }) => source));
    return [...there, ...older.filter(({ source }) => !known.has(source))];
  });
}
