import type { EntryKey } from "../storage/index.ts";
import type { NotebookHost } from "./host.ts";

/**
 * Follows what another tab writes of the same notebook: a cell that is not being changed here takes it over; where
 * both change one, each is kept, and said so. Returns what ends it.
 */
export function followOtherTabs(notebook: NotebookHost, isPending: () => boolean): () => void {
  return notebook.store.onOtherTab(({ notebook: id, key }) => {
    if (id !== notebook.notebookId || key === "progress") return;
    if (key.startsWith("cell:")) void takeOverCells(notebook, key, isPending());
    else void offerReload(notebook);
  });
}

async function takeOverCells(notebook: NotebookHost, key: EntryKey, isPending: boolean): Promise<void> {
  const { store, notebookId, notices } = notebook;
  const cell = key.slice("cell:".length);
  const part = notebook.parts().find(({ cellId }) => cellId === cell);
  if (!part) return;
  if (isPending) {
    notices.show(
      `tab-${cell}`,
      `Cell “${cell}” was changed in another tab as well. The text there is kept among this cell's earlier versions.`,
    );
    return;
  }
  const { edits } = await store.load(notebookId);
  part.takeOver(edits.get(cell));
  notebook.refreshBar();
  notebook.announce(`Cell ${cell} was changed in another tab.`);
}

async function offerReload(notebook: NotebookHost): Promise<void> {
  const { store, notebookId, isLesson } = notebook;
  const isGone = !isLesson && (await store.notebook(notebookId).catch(() => undefined)) === null;
  if (isGone) {
    notebook.notices.show("other-tab", "This notebook was deleted in another tab.", [
      { label: "Keep it", act: () => notebook.structureChanged() },
      { label: "Download it", act: () => notebook.do("download", undefined).then(() => false) },
    ]);
    return;
  }
  notebook.notices.show("other-tab", "This notebook was changed in another tab.", [
    {
      label: "Show it as it is there",
      act() {
        location.reload();
        return false;
      },
    },
  ]);
}
