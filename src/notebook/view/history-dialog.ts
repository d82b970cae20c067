import { html } from "htl";
import type { Trust } from "../storage/index.ts";
import { openDialog } from "./dialog.ts";
import { diffView } from "./diff-view.ts";
import type { NotebookHost } from "./host.ts";
import type { NotebookPart } from "./part.ts";

const why: Record<string, string> = {
  run: "was run",
  reset: "before a reset",
  replaced: "before it was replaced",
  "other tab": "from another tab",
  restored: "from a backup",
};

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

type Version = { source: string; what: string; trust: Trust };

/** Opens the earlier versions of a cell: each with what would change, and a button that takes it. */
export async function openHistory(notebook: NotebookHost, part: NotebookPart): Promise<void> {
  const kept = await notebook.store.versions(notebook.notebookId, part.cellId);
  const versions = kept
    .filter(({ source }) => source !== part.source)
    .map(
      ({ source, at, why: reason, trust }): Version => ({
        source,
        what: `${moment.format(at)}, ${why[reason]}`,
        trust: trust ?? (reason === "restored" ? "foreign" : part.trust),
      }),
    );
  if (part.isEdited) versions.push({ source: part.original!, what: "The lesson's own code", trust: "mine" });
  if (versions.length === 0) {
    openDialog(
      `Earlier versions of cell “${part.cellId}”`,
      html`<p>There are none yet. A version is kept each time you run the cell with changed code.</p>`,
    );
    return;
  }
  const items = versions.map((version) => {
    const { source, what } = version;
    const take = html`<button type="button">Take this one</button>`;
    take.addEventListener("click", () => {
      dialog.close();
      void takeVersion(notebook, part, version);
    });
    return html`<li><details><summary>${what}</summary>${diffView(part.source, source, `Change to the version: ${what}`)}
      ${take}</details></li>`;
  });
  const dialog = openDialog(
    `Earlier versions of cell “${part.cellId}”`,
    html`<ol class="etude-versions">${items}</ol>`,
  );
}

/** Puts an earlier source in place, which can be undone, and runs it if it is the reader's own. */
async function takeVersion(
  notebook: NotebookHost,
  part: NotebookPart,
  { source, trust }: Version,
): Promise<void> {
  const before = { source: part.source, trust: part.trust };
  notebook.keepVersion(part, "replaced");
  const put = async (text: string, whose: Trust) => {
    part.trust = whose;
    part.source = text;
    if (whose === "mine") await part.run();
    else notebook.refreshBar();
  };
  await put(source, trust);
  notebook.undoStack.add({
    what: `taking an earlier version of cell ${part.cellId}`,
    undo: () => put(before.source, before.trust),
    redo: () => put(source, trust),
  });
  notebook.focusPart(part);
}
