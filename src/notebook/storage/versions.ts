import * as v from "valibot";
import { type CellVersion, type NewVersion, versionsSchema } from "./records.ts";
import type { Tables } from "./tables.ts";

/** How many versions of a cell are kept: of the learner's own, and as many again that came from backups. */
const longest = 20;

const isRestored = ({ why }: { why: CellVersion["why"] }) => why === "restored";

/** The earlier sources of a cell: the learner's own, newest first, then those from backups. */
export async function readVersions(tables: Tables, notebook: string, cell: string): Promise<CellVersion[]> {
  const result = v.safeParse(versionsSchema, await tables.get("versions", [notebook, cell]));
  return result.success ? result.output : [];
}

/** Keeps what `change` makes of a cell's versions, as far as there is room: no backup pushes the learner's own out. */
async function changeVersions(
  tables: Tables,
  notebook: string,
  cell: string,
  change: (own: CellVersion[], restored: CellVersion[]) => CellVersion[],
): Promise<{ added: number }> {
  const key = [notebook, cell] as const;
  const value = await tables.get("versions", key);
  if (value !== undefined && !v.is(versionsSchema, value)) await tables.setAside("versions", { key, value });
  const there = await readVersions(tables, notebook, cell);
  const changed = change(
    there.filter((version) => !isRestored(version)),
    there.filter(isRestored),
  );
  const kept = [
    ...changed.filter((version) => !isRestored(version)).slice(0, longest),
    ...changed.filter(isRestored).slice(0, longest),
  ];
  await tables.put("versions", key, kept);
  return { added: kept.filter((version) => !there.includes(version)).length };
}

/** Keeps an earlier source of a cell, unless it is the one of its sort that was kept last. */
export async function addVersion(
  tables: Tables,
  notebook: string,
  cell: string,
  version: NewVersion,
): Promise<void> {
  const added: CellVersion = { ...version, trust: version.trust ?? "mine" };
  await changeVersions(tables, notebook, cell, (own, restored) => {
    const [newest] = isRestored(added) ? restored : own;
    return newest?.source === added.source ? [...own, ...restored] : [added, ...own, ...restored];
  });
}

/**
 * Keeps earlier sources of a cell from a backup, given newest first, behind those that are there, as far as there is
 * room. They are somebody's, whoever they say that they are.
 * @returns how many of them are kept now that were not
 */
export async function appendRestored(
  tables: Tables,
  notebook: string,
  cell: string,
  older: CellVersion[],
): Promise<number> {
  const { added } = await changeVersions(tables, notebook, cell, (own, restored) => {
    const known = new Set([...own, ...restored].map(({ source }) => source));
    const missing = older.filter(({ source }) => !known.has(source));
    const foreign = missing.map((version) => ({
      ...version,
      why: "restored" as const,
      trust: "foreign" as const,
    }));
    return [...own, ...restored, ...foreign];
  });
  return added;
}
