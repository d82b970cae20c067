import { arrange } from "../document/index.ts";
import type { NotebookStore, StoredEdit, StoredLayout } from "../storage/index.ts";
import { elementRow } from "./lesson-layout.ts";
import { makeCodeCell, makeTextCell } from "./make-cell.ts";
import { inTime, type Opening, openStore } from "./opened.ts";
import { partsOf } from "./parts.ts";

/** What the browser keeps of a lesson. */
export type Kept = {
  store: NotebookStore;
  edits: Map<string, StoredEdit>;
  layout: StoredLayout | null;
  times: Map<string, number>;
};

/** Reads what is kept of a lesson, and arranges its cells as its reader had them. */
export async function loadKept(notebook: Opening): Promise<Kept> {
  const { notebookId, notices } = notebook;
  const store = await openStore(notebook);
  try {
    const [{ edits, layout, setAside }, times] = await inTime(
      Promise.all([store.load(notebookId), store.times(notebookId)]),
    );
    if (setAside.length > 0) {
      const what = setAside.join(", ");
      notices.show("set-aside", `Your edits of ${what} could not be read; they are set aside, not deleted.`);
    }
    if (layout) restoreLayout(notebook, layout);
    return { store, edits, layout, times };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    notices.show("no-store", `Your edits could not be read: ${why}`);
    return { store, edits: new Map(), layout: null, times: new Map() };
  }
}

function restoreLayout(notebook: Opening, layout: StoredLayout): void {
  const added = new Map(layout.placed.map(({ id, added }) => [id, added]));
  const options = new Map(layout.options);
  const lost = arrange(elementRow(notebook), layout, (id) => {
    const kind = added.get(id);
    if (!kind) return undefined;
    const part =
      kind === "md" ? makeTextCell(id) : makeCodeCell({ id, source: "", own: true, ...options.get(id) });
    part.isAdded = true;
    return part;
  });
  for (const part of partsOf(notebook)) {
    if (added.has(part.cellId) && !part.isAdded) part.isMoved = true;
  }
  if (lost.length === 0) return;
  notebook.notices.show(
    "lost-place",
    "This lesson has changed: some of your cells had their place beside one that is gone, and stand at the end now.",
  );
}
