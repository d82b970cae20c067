import type { ReferenceEntry, ReferenceName } from "../../stdlib/reference-entry.ts";

let loading: Promise<ReferenceName[]> | undefined;

/**
 * What the reference says of every name that a cell can use: the editor's completion and help. Fetched when first
 * asked for, and once more after a failure.
 */
export function loadReference(): Promise<ReferenceName[]> {
  if (!loading) {
    loading = fetchReference();
    loading.catch(() => {
      loading = undefined;
    });
  }
  return loading;
}

async function fetchReference(): Promise<ReferenceName[]> {
  const { default: names } = await import("../../stdlib/reference.json");
  const base = import.meta.env.BASE_URL.replace(/\/?$/, "/");
  return withAddresses(names as unknown as ReferenceName[], base);
}

/** The same entries, with addresses that hold on every page of a site that lies under `base`. */
export function withAddresses<T extends ReferenceEntry>(entries: readonly T[], base: string): T[] {
  return entries.map((entry) => ({
    ...entry,
    ...(entry.url !== undefined && { url: base + entry.url }),
    ...(entry.members && { members: withAddresses(entry.members, base) }),
  }));
}
