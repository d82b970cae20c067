import type { CommandId } from "../commands.ts";
import type { Editor, EditorHelp } from "../editor/index.ts";
import type { NotebookRuntime } from "../runtime/index.ts";
import type { SaveState, StoredEdit, Trust } from "../storage/index.ts";

/** What a part of a notebook on the page needs of its notebook. */
export type PartParent = {
  readonly runtime: NotebookRuntime;
  /** Whether cells run by themselves; not in safe mode. */
  readonly live: boolean;
  /** How many milliseconds a cell took that runs when asked, if that is known. */
  timeOf(cell: string): number | undefined;
  /** The text of a part, or how it is run or folded, has changed: to be kept. */
  changed(part: NotebookPart): void;
  /** A cell that runs when asked has run so long. */
  took(part: NotebookPart, ms: number): void;
  /** A part was run by its reader. */
  ran(part: NotebookPart): void;
  /** Keeps a source that is about to be replaced otherwise than by typing. */
  keepVersion(part: NotebookPart, why: "reset" | "replaced"): void;
  do(command: CommandId, part: NotebookPart | undefined): Promise<void>;
  showCell(id: string): void;
  announce(text: string): void;
  /** Says that what came from elsewhere may not run yet, and how it may. */
  refuse(): void;
  editorHelp(): Promise<EditorHelp>;
};

/** The buttons of a part, and what they say of it. */
export type PartControls = { readonly element: HTMLElement; refresh(): void };

/** A part of a notebook that can be edited: a cell of code, or one of text. */
export abstract class NotebookPart extends HTMLElement {
  abstract readonly kind: "js" | "md";
  /** The code or text in the lesson itself; null for a part that is the reader's own. */
  abstract readonly original: string | null;
  /** The lesson's text when the reader began to edit it. */
  base: string | null = null;
  /** What is not the reader's own is not run. */
  trust: Trust = "mine";
  /** Null until they have been fetched. */
  controls: PartControls | null = null;
  isAdded = false;
  isMoved = false;
  protected parent: PartParent | null = null;
  #source = "";
  #editor: Editor | null = null;

  /** Where the listing or the editor stands, and what shows and hides it. */
  protected abstract get sourceElement(): HTMLElement;
  protected abstract openSource(): void;
  /** Shows the source as it stands; there is no editor. */
  protected abstract showListing(): void;
  protected abstract sourceChanged(): void;
  protected abstract editorOpened(): void;
  abstract run(): Promise<void>;
  /** Connects the part to its notebook; `edit` is what the reader changed of it on an earlier visit. */
  abstract attach(parent: PartParent, edit: StoredEdit | undefined): void;
  /** Ends what it does: it has been taken out of the notebook. */
  abstract detach(): void;
  /** Takes over what was kept of it in another tab. */
  abstract takeOver(edit: StoredEdit | undefined): void;
  abstract savedChanged(state: SaveState): void;
  /** Shows the buttons and the words that fit its state. */
  abstract update(): void;

  /** Has a command of the part carried out. */
  readonly ask = (command: CommandId): void => void this.parent?.do(command, this);

  addControls(controls: PartControls): void {
    this.controls = controls;
    this.append(controls.element);
    this.update();
  }

  get cellId(): string {
    return this.dataset.cell!;
  }

  /** The text as it stands, edits included. Setting it keeps it as an edit; `run()` runs it. */
  get source(): string {
    return this.#source;
  }

  set source(source: string) {
    if (source === this.#source) return;
    this.#source = source;
    if (this.#editor) this.#editor.source = source;
    else this.showListing();
    this.base ??= this.original;
    this.sourceChanged();
    this.parent?.changed(this);
  }

  get isEdited(): boolean {
    return this.original !== null && this.#source !== this.original;
  }

  get isEditing(): boolean {
    return this.#editor !== null;
  }

  get hasEditorFocus(): boolean {
    return this.#editor?.element.contains(document.activeElement) ?? false;
  }

  /** What is to be kept of the part; null when it is as the lesson has it. */
  get edit(): StoredEdit | null {
    if (this.original !== null && !this.isEdited) return null;
    const { base, trust } = this;
    return { schema: 1, source: this.#source, base: base ?? "", trust, updated: Date.now() };
  }

  /** Takes over a kept text without keeping it anew. */
  protected adopt(source: string): void {
    this.#source = source;
    if (this.#editor) this.#editor.source = source;
    else this.showListing();
  }

  /** Opens the editor, which is loaded at the first edit. */
  async openEditor(place: { line?: number } = {}): Promise<void> {
    this.openSource();
    if (!this.#editor) {
      const standIn = this.#standIn();
      const [{ openEditor }, help] = await Promise.all([
        import("../editor/index.ts"),
        this.parent!.editorHelp(),
      ]);
      if (!this.#editor) {
        this.source = standIn.value;
        const what = this.kind === "js" ? "Code" : "Text";
        this.#editor = openEditor(
          this.#source,
          `${what} of cell ${this.cellId}`,
          {
            changed: (source) => {
              this.source = source;
            },
            leave: () => this.focus(),
          },
          { language: this.kind, help, cell: this.cellId },
        );
        this.sourceElement.replaceChildren(this.#editor.element);
        this.#editor.moveTo(standIn.selectionStart);
        this.editorOpened();
        this.update();
      }
    }
    if (place.line !== undefined) this.#editor.goToLine(place.line);
    this.#editor.focus();
    // Below the bar at the foot of the page it could not be seen.
    this.sourceElement.scrollIntoView({ block: "nearest" });
  }

  /** Takes what is typed while the editor is on its way: it must not be lost, nor be taken for commands. */
  #standIn(): HTMLTextAreaElement {
    const standIn = document.createElement("textarea");
    standIn.className = "etude-stand-in";
    standIn.value = this.#source;
    standIn.rows = this.#source.split("\n").length;
    standIn.spellcheck = false;
    standIn.setAttribute("aria-label", `Cell ${this.cellId}, the editor is loading`);
    this.sourceElement.replaceChildren(standIn);
    standIn.focus();
    standIn.setSelectionRange(0, 0);
    return standIn;
  }

  closeEditor(): void {
    if (!this.#editor) return;
    this.#editor.destroy();
    this.#editor = null;
    this.showListing();
    this.update();
  }

  /** Tidies the source. Throws an error in plain words when it cannot be. */
  async format(): Promise<void> {
    await this.openEditor();
    await this.#editor?.format();
  }

  protected mark(error: { line: number; message: string } | null): void {
    this.#editor?.mark(error);
  }
}
