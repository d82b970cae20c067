import type { Autosave } from "../storage/index.ts";
import type { NotebookHost } from "./host.ts";
import type { Keeper } from "./keeper.ts";
import { layoutOf } from "./lesson-layout.ts";

/** Keeps the edits of a lesson's cells one by one, and its structure beside them. */
export function lessonKeeper(autosave: Autosave, notebook: NotebookHost): Keeper {
  const layout = () => {
    const isForeign = notebook.parts().some(({ trust }) => trust === "foreign");
    return layoutOf(notebook, notebook.structure.removed.keys(), isForeign ? "foreign" : "mine");
  };
  return {
    changed(part) {
      autosave.keep(`cell:${part.cellId}`, part.edit);
      // How a cell of the reader's own is folded and run stands in the layout.
      if (part.isAdded) autosave.keep("layout", layout());
    },
    structureChanged: () => autosave.keep("layout", layout()),
    flush: () => autosave.flush(),
    written: () => autosave.written(),
    get pending() {
      return autosave.pending;
    },
  };
}
