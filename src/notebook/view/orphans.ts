import type { StoredEdit } from "../storage/index.ts";
import type { NotebookHost } from "./host.ts";

/** Edits of cells that the lesson no longer has are not lost: they can be put at its end. */
export function offerOrphans(notebook: NotebookHost, edits: ReadonlyMap<string, StoredEdit>): void {
  const here = new Set(notebook.parts().map(({ cellId }) => cellId));
  const orphans = Array.from(edits).filter(([id]) => !here.has(id) && !notebook.structure.removed.has(id));
  if (orphans.length === 0) return;
  const names = orphans.map(([id]) => `“${id}”`).join(", ");
  notebook.notices.show("orphans", `You had edited ${names}, which this lesson no longer has.`, [
    {
      label: "Put my code at the end",
      async act() {
        for (const [, edit] of orphans) await notebook.structure.add("js", null, edit.source, edit.trust);
        notebook.refreshBar();
      },
    },
  ]);
}
