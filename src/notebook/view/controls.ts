import type { CommandId } from "../commands.ts";
import type { EntryKey, SaveState } from "../storage/index.ts";
import { addButtons } from "./add-buttons.ts";
import { carryOut } from "./command-handlers.ts";
import { EtudeCell } from "./etude-cell.ts";
import type { NotebookHost } from "./host.ts";
import { Keeping } from "./keeping.ts";
import { handleKeys } from "./key-handling.ts";
import { handleLeaving } from "./leaving.ts";
import { NotebookBar } from "./notebook-bar.ts";
import type { Opened } from "./opened.ts";
import { offerOrphans } from "./orphans.ts";
import { followOtherTabs } from "./other-tabs.ts";
import type { NotebookPart } from "./part.ts";
import { codeControls, textControls } from "./part-controls.ts";
import { notebookPorts } from "./ports.ts";
import { offerSafeMode } from "./safe-mode-notice.ts";
import { SidePanel } from "./side-panel.ts";
import { Structure } from "./structure.ts";
import { offerTrust } from "./trust-notice.ts";
import { UndoStack } from "./undo-stack.ts";

/** All that a notebook offers besides its cells: it is fetched when they have begun to run. */
export class NotebookControls {
  readonly undoStack = new UndoStack(() => this.refresh());
  readonly structure: Structure;
  readonly panel = new SidePanel();
  readonly keeping = new Keeping();
  readonly #notebook: NotebookHost;
  readonly #end: HTMLElement;
  readonly #bar: NotebookBar;
  #current: NotebookPart | undefined;
  #endFollowing = () => {};
  /** What the notice of what came from elsewhere names. */
  #foreign = "";
  readonly #endings: (() => void)[];

  /** `end` is what stands at the end of the notebook's text. */
  constructor(notebook: NotebookHost, end: HTMLElement) {
    this.#notebook = notebook;
    this.#end = end;
    this.structure = new Structure(notebook);
    this.#bar = new NotebookBar(
      (command) => void notebook.do(command, this.current),
      () => void notebook.runParts(this.#waitingCells()),
    );
    const focused = (event: FocusEvent) => {
      const part = (event.target as Element).closest<NotebookPart>("etude-cell, etude-prose");
      if (part) this.current = part;
    };
    notebook.addEventListener("focusin", focused);
    this.#endings = [
      () => notebook.removeEventListener("focusin", focused),
      handleKeys(notebook, (command, part) => void notebook.do(command, part)),
      handleLeaving(this.keeping),
    ];
  }

  get current(): NotebookPart | undefined {
    return this.#current?.isConnected ? this.#current : this.#notebook.parts()[0];
  }

  /** One cell can be reached by the Tab key: the one that the keys are about. */
  set current(part: NotebookPart) {
    if (this.#current && this.#current !== part) this.#current.tabIndex = -1;
    this.#current = part;
    part.tabIndex = 0;
  }

  /** Takes up a notebook that has been put on the page. */
  async begin(opened: Opened): Promise<void> {
    const notebook = this.#notebook;
    this.undoStack.clear();
    this.structure.begin(opened.removed, opened.edits);
    const [store, sound] = await Promise.all([opened.store(), notebookPorts().soundControls()]);
    await this.keeping.begin(
      notebook.notebookId,
      { store, times: opened.times },
      (autosave) => opened.keeper(autosave, notebook),
      (key, state) => this.#savedChanged(key, state),
    );
    this.#endFollowing();
    this.#endFollowing =
      opened.kind === "page" ? () => {} : followOtherTabs(notebook, () => this.keeping.keeper.pending);
    for (const part of notebook.parts()) this.addTo(part);
    this.#end.replaceChildren(...(opened.kind === "own" ? addButtons(notebook) : []));
    this.#end.after(this.#bar.element);
    this.#bar.addOnce("sound", sound);
    this.#bar.element.toggleAttribute("data-own", opened.kind !== "lesson");
    if (opened.isSafe) offerSafeMode(notebook);
    if (opened.kind === "lesson") offerOrphans(notebook, opened.edits);
    this.#foreign = "";
    this.refresh();
    // When it is wanted it must be there at once: what is typed next is meant for it.
    void import("./palette.ts");
  }

  /** Carries out a command of `commands.ts`: at once, for the next key may be about what it does. */
  do(command: CommandId, part: NotebookPart | undefined): Promise<void> {
    return carryOut(command, this.#notebook, part);
  }

  /** Gives a part its buttons, if it has none yet. */
  addTo(part: NotebookPart): void {
    part.tabIndex = part === this.current ? 0 : -1;
    if (part.controls) return;
    part.addControls(part instanceof EtudeCell ? codeControls(part) : textControls(part));
  }

  refresh(): void {
    this.#refreshTrust();
    const waiting = this.#waitingCells();
    const times = waiting.map(({ cellId }) => this.keeping.timeOf(cellId) ?? Number.NaN);
    const ms = times.reduce((sum, one) => sum + one, 0);
    this.#bar.update({
      running: this.#notebook.runtime.state === "running",
      undo: this.undoStack.next.undo,
      saved: this.keeping.saved,
      waiting: { count: waiting.length, ms: Number.isNaN(ms) ? null : ms },
    });
  }

  end(): void {
    for (const end of this.#endings.splice(0)) end();
    this.#endFollowing();
    this.panel.close();
  }

  /** The notice names what came from elsewhere as it is now. */
  #refreshTrust(): void {
    const parts = this.#notebook.parts().filter(({ trust }) => trust === "foreign");
    const foreign = `${this.#notebook.trusted} ${parts.map(({ cellId }) => cellId).join("\n")}`;
    if (foreign === this.#foreign) return;
    this.#foreign = foreign;
    offerTrust(this.#notebook);
  }

  #waitingCells(): EtudeCell[] {
    const waits = ({ onClick, state }: EtudeCell) => onClick && (state === "idle" || state === "stale");
    return this.#notebook
      .parts()
      .filter((part): part is EtudeCell => part instanceof EtudeCell && waits(part));
  }

  #savedChanged(key: EntryKey, state: SaveState): void {
    const notebook = this.#notebook;
    if (key.startsWith("cell:")) {
      const id = key.slice("cell:".length);
      notebook
        .parts()
        .find(({ cellId }) => cellId === id)
        ?.savedChanged(state);
    }
    const { saved } = this.keeping;
    if (typeof saved === "object" && saved !== null) {
      notebook.notices.show("not-saved", saved.failed, [
        { label: "Download this notebook", act: () => notebook.do("download", undefined).then(() => false) },
      ]);
    } else notebook.notices.dismiss("not-saved");
    this.refresh();
  }
}
