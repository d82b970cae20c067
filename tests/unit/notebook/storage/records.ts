import type { StoredEdit, StoredLayout, StoredNotebook } from "../../../../src/notebook/storage/index.ts";

/** Records to test with. */
export function edit(source: string, updated = 5): StoredEdit {
  return { schema: 1, source, base: "const k = 1;", trust: "mine", updated };
}

/** A layout that has added these cells. */
export function layout(...added: string[]): StoredLayout {
  const placed = added.map((id) => ({ id, added: "js" as const, at: null }));
  return { schema: 1, placed, removed: [], options: [], trust: "mine", updated: 5 };
}

export function notebook(id: string, markdown: string, rest: Partial<StoredNotebook> = {}): StoredNotebook {
  return { schema: 1, id, title: `Notebook ${id}`, markdown, trust: "mine", created: 1, updated: 5, ...rest };
}
