import { EtudeCell } from "./etude-cell.ts";
import { openFilesPanel } from "./files-panel.ts";
import type { NotebookHost } from "./host.ts";

/** The panel of the files that are kept with a notebook. The cells that read files run again when one changes. */
export function notebookFiles(notebook: NotebookHost): ReturnType<typeof openFilesPanel> {
  const { store, notebookId } = notebook;
  const changed = () => {
    const readers = notebook
      .parts()
      .filter((part) => part instanceof EtudeCell && !part.onClick && part.reads("FileAttachment"));
    if (readers.length > 0) void notebook.runParts(readers);
  };
  const save = async (name: string, blob: Blob) => {
    await store.saveFile(notebookId, name, blob);
    changed();
  };
  return openFilesPanel({
    files: () => store.files(notebookId),
    add: (file) => save(file.name, file),
    async remove(name) {
      const blob = await store.file(notebookId, name);
      await store.removeFile(notebookId, name);
      changed();
      return async () => {
        if (blob) await save(name, blob);
      };
    },
    insertCode(source) {
      const { current } = notebook;
      const beside = current ? ({ part: current, side: "after" } as const) : null;
      void notebook.structure.add("js", beside, source).then((part) => notebook.focusPart(part));
    },
  });
}
