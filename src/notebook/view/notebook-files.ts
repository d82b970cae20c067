import { openFilesPanel } from "./files-panel.ts";
import type { NotebookHost } from "./host.ts";

/** The panel of the files that are kept with a notebook. */
export function notebookFiles(notebook: NotebookHost): HTMLElement {
  const { store, notebookId } = notebook;
  return openFilesPanel({
    files: () => store.files(notebookId),
    add: (file) => store.saveFile(notebookId, file.name, file),
    async remove(name) {
      const blob = await store.file(notebookId, name);
      await store.removeFile(notebookId, name);
      return async () => {
        if (blob) await store.saveFile(notebookId, name, blob);
      };
    },
    insertCode(source) {
      const { current } = notebook;
      const beside = current ? ({ part: current, side: "after" } as const) : null;
      void notebook.structure.add("js", beside, source).then((part) => notebook.focusPart(part));
    },
  });
}
