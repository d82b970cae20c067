import type { CommandId } from "../commands.ts";
import { EtudeCell } from "./etude-cell.ts";
import type { NotebookHost } from "./host.ts";
import type { NotebookPart } from "./part.ts";
import { notebookPorts } from "./ports.ts";
import { enterStudentView, isStudentView } from "./student-view.ts";

/** What a command does; `when` says whether it would do anything now. */
export type Handler = {
  act(notebook: NotebookHost, part: NotebookPart): unknown;
  when?(notebook: NotebookHost, part: NotebookPart): boolean;
};

/** Those that need no cell. */
type NotebookHandler = {
  act(notebook: NotebookHost, part: NotebookPart | undefined): unknown;
  when?(notebook: NotebookHost): boolean;
};

function neighbour(notebook: NotebookHost, part: NotebookPart, step: 1 | -1): NotebookPart | undefined {
  const parts = notebook.parts();
  return parts[parts.indexOf(part) + step];
}

function go(notebook: NotebookHost, part: NotebookPart | undefined): void {
  if (part) notebook.focusPart(part);
}

async function addBeside(
  notebook: NotebookHost,
  part: NotebookPart,
  side: "before" | "after",
): Promise<void> {
  const added = await notebook.structure.add("js", { part, side });
  notebook.focusPart(added);
  notebook.announce(`Cell ${added.cellId} added. Press Enter to edit it.`);
}

async function convert(notebook: NotebookHost, part: NotebookPart, kind: "js" | "md"): Promise<void> {
  notebook.focusPart(await notebook.structure.convert(part, kind));
}

async function move(notebook: NotebookHost, part: NotebookPart, direction: 1 | -1): Promise<void> {
  const moved = notebook.structure.move(part, direction);
  notebook.announce(
    moved ? `Cell ${part.cellId} moved ${direction < 0 ? "up" : "down"}.` : "It cannot go further.",
  );
  notebook.focusPart(part);
}

async function undo(notebook: NotebookHost, which: "undo" | "redo"): Promise<void> {
  const what = await notebook.undoStack[which]();
  const done = which === "undo" ? "Taken back" : "Made again";
  notebook.announce(what ? `${done}: ${what}.` : `There is nothing to ${which}.`);
  const isNowhere = !notebook.contains(document.activeElement);
  if (isNowhere || notebook.notices.element.contains(document.activeElement)) go(notebook, notebook.current);
}

const isCell = (part: NotebookPart): part is EtudeCell => part instanceof EtudeCell;

/** What the commands that are about one cell do. */
export const cellHandlers = {
  runAndStay: { act: (_, part) => part.run() },
  runAndNext: {
    async act(notebook, part) {
      const running = part.run();
      go(notebook, neighbour(notebook, part, 1) ?? part);
      await running;
    },
  },
  runAndInsert: {
    async act(notebook, part) {
      const running = part.run();
      const added = await notebook.structure.add("js", { part, side: "after" });
      await added.openEditor();
      await running;
    },
  },
  runFromHere: {
    act: (notebook, part) => notebook.runParts(notebook.parts().slice(notebook.parts().indexOf(part))),
  },
  stop: { act: (_, part) => isCell(part) && part.stop(), when: (_, part) => isCell(part) && part.isBusy },
  addAbove: { act: (notebook, part) => addBeside(notebook, part, "before") },
  addBelow: { act: (notebook, part) => addBeside(notebook, part, "after") },
  delete: {
    act(notebook, part) {
      const { cellId } = part;
      const next = notebook.structure.remove(part);
      notebook.notices.show("deleted", `Cell “${cellId}” was deleted.`, [
        { label: "Undo", act: () => undo(notebook, "undo") },
      ]);
      notebook.announce(`Cell ${cellId} deleted. Press Z to take it back.`);
      if (next) notebook.focusPart(next);
      else notebook.notices.element.querySelector<HTMLElement>('[data-notice="deleted"] button')?.focus();
    },
  },
  toMarkdown: {
    act: (notebook, part) => convert(notebook, part, "md"),
    when: (_, part) => part.kind === "js",
  },
  toCode: { act: (notebook, part) => convert(notebook, part, "js"), when: (_, part) => part.kind === "md" },
  moveUp: { act: (notebook, part) => move(notebook, part, -1) },
  moveDown: { act: (notebook, part) => move(notebook, part, 1) },
  fold: {
    act(notebook, part) {
      if (!isCell(part)) return;
      part.folded = !part.folded;
      notebook.announce(part.folded ? "Code hidden." : "Code shown.");
      if (part.original === null) notebook.changed(part);
    },
    when: (_, part) => isCell(part),
  },
  onClick: {
    async act(notebook, part) {
      if (!isCell(part)) return;
      part.onClick = !part.onClick;
      if (notebook.trusted) part.define(await part.spec());
      notebook.announce(part.onClick ? "It runs only when asked now." : "It runs by itself now.");
      if (part.original === null) notebook.changed(part);
    },
    when: (_, part) => isCell(part) && part.original === null,
  },
  format: {
    async act(notebook, part) {
      try {
        await part.format();
      } catch (error) {
        notebook.notices.show("format", `Cell “${part.cellId}” was not tidied: ${(error as Error).message}`);
      }
    },
  },
  reset: {
    act: (notebook, part) => isCell(part) && notebook.structure.reset([part]),
    when: (_, part) => part.isEdited,
  },
  history: {
    async act(notebook, part) {
      const { openHistory } = await import("./history-dialog.ts");
      await openHistory(notebook, part);
    },
  },
  edit: { act: (_, part) => part.openEditor() },
  leaveEditor: { act: (notebook, part) => notebook.focusPart(part), when: (_, part) => part.isEditing },
  next: { act: (notebook, part) => go(notebook, neighbour(notebook, part, 1)) },
  previous: { act: (notebook, part) => go(notebook, neighbour(notebook, part, -1)) },
} satisfies Partial<Record<CommandId, Handler>>;

/** What the commands that are about the notebook do. */
export const notebookHandlers = {
  runAll: { act: (notebook) => notebook.runParts(notebook.parts()) },
  stopAll: {
    act(notebook) {
      for (const part of notebook.parts()) if (isCell(part)) part.stop();
      notebookPorts().stopSound();
      notebook.announce("What was running is stopped.");
    },
  },
  undo: {
    act: (notebook) => undo(notebook, "undo"),
    when: ({ undoStack }) => undoStack.next.undo !== undefined,
  },
  redo: {
    act: (notebook) => undo(notebook, "redo"),
    when: ({ undoStack }) => undoStack.next.redo !== undefined,
  },
  first: { act: (notebook) => go(notebook, notebook.parts()[0]) },
  last: { act: (notebook) => go(notebook, notebook.parts().at(-1)) },
  palette: {
    async act(notebook, part) {
      const { openPalette } = await import("./palette.ts");
      openPalette(
        part,
        (id) => applies(id, notebook, part),
        (id) => void carryOut(id, notebook, part),
      );
    },
  },
  help: {
    async act() {
      const { openHelp } = await import("./help-dialog.ts");
      openHelp();
    },
  },
  variables: {
    act: (notebook) =>
      notebook.panel.toggle("variables", "Names and how they hang together", async () => {
        const { variablesPanel } = await import("./variables-panel.ts");
        return variablesPanel(notebook.runtime, (cell) => notebook.showCell(cell));
      }),
  },
  files: {
    act: (notebook) =>
      notebook.panel.toggle("files", "Files of this notebook", async () => {
        const { notebookFiles } = await import("./notebook-files.ts");
        return notebookFiles(notebook);
      }),
  },
  save: {
    async act(notebook) {
      await notebook.save();
      notebook.announce("Saved.");
    },
  },
  share: {
    async act(notebook) {
      const { openShare } = await import("./share-dialog.ts");
      openShare(notebook);
    },
    // The address of a notebook of one's own means nothing in another browser.
    when: ({ isLesson }) => isLesson,
  },
  download: {
    async act(notebook) {
      const { download } = await import("./download.ts");
      await download(notebook);
    },
  },
  copy: {
    async act(notebook) {
      await notebook.save();
      const trust = notebook.parts().some((part) => part.trust === "foreign") ? "foreign" : "mine";
      const { copyToOwn } = notebookPorts();
      const address = await copyToOwn(await notebook.toMarkdown(), notebook.heading, trust);
      location.assign(address);
    },
    when: ({ isLesson }) => isLesson,
  },
  student: {
    async act(notebook) {
      await notebook.save();
      enterStudentView();
    },
    when: ({ isLesson }) => isLesson && !isStudentView(),
  },
  resetAll: {
    async act(notebook) {
      const edited = notebook.parts().filter((part): part is EtudeCell => isCell(part) && part.isEdited);
      const { structure } = notebook;
      const removed = structure.removed.size;
      await structure.putBack();
      await structure.reset(edited);
      const count = edited.length === 1 ? "1 cell has its" : `${edited.length} cells have their`;
      const back =
        removed > 0 ? ` ${removed === 1 ? "A deleted cell is" : `${removed} deleted cells are`} back.` : "";
      notebook.notices.show("reset", `${count} original code again.${back}`, [
        { label: "Undo", act: () => undo(notebook, "undo") },
      ]);
    },
    when: (notebook) =>
      notebook.structure.removed.size > 0 || notebook.parts().some(({ isEdited }) => isEdited),
  },
  stopSound: { act: () => notebookPorts().stopSound() },
} satisfies Partial<Record<CommandId, NotebookHandler>>;

type Names = keyof typeof cellHandlers | keyof typeof notebookHandlers;
// Every command has its handler: this does not compile when one is missing.
const complete: Exclude<CommandId, Names> extends never ? true : never = true;
void complete;

/** Whether a command would do anything now. */
export function applies(command: CommandId, notebook: NotebookHost, part: NotebookPart | undefined): boolean {
  if (command in notebookHandlers) {
    const { when } = notebookHandlers[command as keyof typeof notebookHandlers] as NotebookHandler;
    return when?.(notebook) ?? true;
  }
  if (!part) return false;
  const { when } = cellHandlers[command as keyof typeof cellHandlers] as Handler;
  return when?.(notebook, part) ?? true;
}

/** Carries a command out, where it applies. */
export async function carryOut(
  command: CommandId,
  notebook: NotebookHost,
  part: NotebookPart | undefined,
): Promise<void> {
  if (!part && (command === "addAbove" || command === "addBelow")) {
    notebook.focusPart(await notebook.structure.add("js", null));
    return;
  }
  if (!applies(command, notebook, part)) return;
  if (command in notebookHandlers) {
    await (notebookHandlers[command as keyof typeof notebookHandlers] as NotebookHandler).act(notebook, part);
  } else await (cellHandlers[command as keyof typeof cellHandlers] as Handler).act(notebook, part!);
}
