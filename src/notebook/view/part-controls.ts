import { statusSentence } from "./cell-status.ts";
import { CellToolbar } from "./cell-toolbar.ts";
import type { EtudeCell } from "./etude-cell.ts";
import type { NotebookPart, PartControls } from "./part.ts";

/** The buttons of a cell of code and the line that says how it is doing. */
export function codeControls(cell: EtudeCell): PartControls {
  const toolbar = new CellToolbar(cell.cellId, "js", ["stop", "run", "edit", "reset", "more"], cell.ask);
  return {
    element: toolbar.element,
    refresh() {
      const { state, isEdited, isEditing } = cell;
      const busy = state === "running" || state === "queued";
      toolbar.update(statusSentence(cell.status), { stop: !busy, reset: !isEdited, edit: isEditing });
    },
  };
}

/** The buttons of a cell of text. */
export function textControls(part: NotebookPart): PartControls {
  const toolbar = new CellToolbar(part.cellId, "md", ["run", "edit", "more"], part.ask);
  return {
    element: toolbar.element,
    refresh: () => toolbar.update("", { run: !part.isEditing, edit: part.isEditing }),
  };
}
