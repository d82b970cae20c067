import { arrange } from "../document/index.ts";
import type { NotebookStore, StoredEdit, StoredLayout } from "../storage/index.ts";
import { elementRow } from "./lesson-layout.ts";
import { makeCodeCell, makeTextCell } from "./make-cell.ts";
import { inTime, type Opening, openStore } from "./opened.ts";
import { NotebookPart } from "./part.ts";
import { partsOf } from "./parts.ts";

/** What the browser keeps of a lesson. */
export type Kept = {
  store: NotebookStore;
  edits: Map<string, StoredEdit>;
  /** The lesson's own cells that were deleted, by id. */
  removed: Map<string, NotebookPart>;
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
    const taken = layout && asFarAsMine(layout);
    const removed = taken ? restoreLayout(notebook, taken) : new Map();
    return { store, edits, removed, times };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    notices.show("no-store", `Your edits could not be read: ${why}`);
    return { store, edits: new Map(), removed: new Map(), times: new Map() };
  }
}

/** What came from elsewhere may add cells to a lesson, which are shown and not run; it may not take any away. */
function asFarAsMine(layout: StoredLayout): StoredLayout {
  if (layout.trust === "mine") return layout;
  return { ...layout, removed: [], placed: layout.placed.filter(({ added }) => added !== undefined) };
}

function restoreLayout(notebook: Opening, layout: StoredLayout): Map<string, NotebookPart> {
  const added = new Map(layout.placed.map(({ id, added }) => [id, added]));
  const options = new Map(layout.options);
  const removed = new Map<string, NotebookPart>();
  const row = elementRow(notebook);
  const take = (id: string) => {
    const part = row.take(id);
    if (part instanceof NotebookPart && layout.removed.includes(id)) removed.set(id, part);
    return part;
  };
  const lost = arrange({ ...row, take }, layout, (id) => {
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
  if (lost.length > 0) {
    notebook.notices.show(
      "lost-place",
      "This lesson has changed: some of your cells had their place beside one that is gone, and stand at the end now.",
    );
  }
  return removed;
}
