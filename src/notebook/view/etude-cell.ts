import { html } from "htl";
import type { CompiledCell } from "../compile/index.ts";
import type { Editor } from "../editor/index.ts";
import type {
  CellError,
  CellRuntime,
  CellSink,
  CellSpec,
  CellState,
  NotebookRuntime,
} from "../runtime/index.ts";
import type { SaveState, StoredEdit } from "../storage/index.ts";
import { errorBox } from "./cell-error-box.ts";
import { CellOutput } from "./cell-output.ts";
import { type CellCommand, CellToolbar } from "./cell-toolbar.ts";

/** What a cell on the page needs of its notebook. */
export type CellParent = {
  readonly runtime: NotebookRuntime;
  /** Whether cells run by themselves; not in safe mode. */
  readonly live: boolean;
  keep(cell: string, edit: StoredEdit | null): void;
  showCell(id: string): void;
  announce(text: string): void;
};

/** What the page says of a cell: its source, and what it compiled to when the site was built. */
type CellData = { source: string; compiled: CompiledCell | null };

/** How long a run may take before its progress shows, so that quick ones do not flicker. */
const quickMs = 300;

/** One cell on the page: output, code, buttons. See the contract in ARCHITECTURE.md. */
export class EtudeCell extends HTMLElement implements CellSink {
  #parent: CellParent | null = null;
  #original: CellData | null = null;
  #source = "";
  #base: string | null = null;
  #runtime: CellRuntime | null = null;
  #editor: Editor | null = null;
  #output!: CellOutput;
  #toolbar!: CellToolbar;
  #codeElement!: HTMLDetailsElement;
  #sourceElement!: HTMLElement;
  #listing: Node[] = [];
  #errorElement: HTMLElement | null = null;
  #progressElement: HTMLElement | null = null;
  #progressTimer: ReturnType<typeof setTimeout> | undefined;
  #saved: SaveState | null = null;
  #userRan = false;

  /** The element that `visibility` watches. */
  get node(): Element {
    return this;
  }

  get cellId(): string {
    return this.dataset.cell!;
  }

  get state(): CellState {
    return this.#runtime?.state ?? "idle";
  }

  get error(): { message: string; line?: number } | null {
    return this.#runtime?.error ?? null;
  }

  /** The cell's source as it stands, edits included. Setting it keeps it as an edit; `run()` runs it. */
  get source(): string {
    return this.#source;
  }

  set source(source: string) {
    if (source === this.#source) return;
    this.#source = source;
    if (this.#editor) this.#editor.source = source;
    else this.#showListing();
    this.#keep();
    if (this.#runtime) this.#runtime.outdate();
  }

  /** The names that the lesson's own source of the cell reads. */
  get originalInputs(): string[] {
    return this.#data.compiled?.inputs ?? [];
  }

  get #data(): CellData {
    this.#original ??= JSON.parse(
      this.querySelector(':scope > [data-part="data"]')!.textContent!,
    ) as CellData;
    return this.#original;
  }

  /** Connects the cell to its notebook; `edit` is what the learner changed on an earlier visit. */
  attach(parent: CellParent, edit: StoredEdit | undefined): void {
    this.#parent = parent;
    this.#source = edit?.source ?? this.#data.source;
    this.#base = edit?.base ?? null;
    this.#output = new CellOutput(this.querySelector('[data-part="output"]')!);
    this.#codeElement = this.querySelector('[data-part="code"]')!;
    this.#sourceElement = this.querySelector('[data-part="source"]')!;
    this.#listing = Array.from(this.#sourceElement.childNodes);
    this.#toolbar = new CellToolbar(this.cellId, (command) => void this.#do(command));
    this.append(this.#toolbar.element);
    this.#sourceElement.addEventListener("dblclick", () => this.edit());
    if (edit) {
      this.#saved = "saved";
      this.#showListing();
      if (edit.base !== this.#data.source) this.#offerNew();
    }
    this.#update();
  }

  /** Runs the cell as it stands. */
  async run(): Promise<void> {
    this.#userRan = true;
    this.define(await this.spec());
    this.#runtime!.run();
  }

  /** The cell as the runtime takes it; the compiler is loaded for a source that is not the lesson's own. */
  async spec(): Promise<CellSpec> {
    const { source, compiled } = this.#data;
    const spec = { id: this.cellId, onClick: this.dataset.run === "click" || !this.#parent!.live };
    if (this.#source === source && compiled) {
      return { ...spec, compiled, blank: this.dataset.blank !== undefined };
    }
    const { compile, CellSyntaxError, hasBlank } = await import("../compile/index.ts");
    const blank = hasBlank(this.#source);
    try {
      return { ...spec, blank, compiled: compile(this.#source) };
    } catch (error) {
      if (!(error instanceof CellSyntaxError)) throw error;
      const { message, line } = error;
      return { ...spec, blank, compiled: null, syntaxError: { kind: "syntax", message, line } };
    }
  }

  /** Hands the cell to the runtime. */
  define(spec: CellSpec): void {
    this.#runtime = this.#parent!.runtime.define(spec, this);
  }

  stop(): void {
    this.#runtime?.stop();
  }

  /** Back to the lesson's own code, run again. */
  async reset(): Promise<void> {
    this.source = this.#data.source;
    this.#base = null;
    this.querySelector(':scope > [data-part="notice"]')?.remove();
    this.#saved = null;
    await this.run();
  }

  /** Opens the editor, which is loaded at the first edit. */
  async edit(line?: number): Promise<void> {
    this.#codeElement.open = true;
    if (!this.#editor) {
      const { openEditor } = await import("../editor/index.ts");
      this.#editor ??= openEditor(this.#source, `Code of cell ${this.cellId}`, {
        changed: (source) => {
          this.source = source;
        },
        run: () => void this.run(),
        leave: () => this.#toolbar.element.querySelector<HTMLElement>('[data-command="run"]')?.focus(),
      });
      this.#sourceElement.replaceChildren(this.#editor.element);
      this.#markError();
      this.#update();
    }
    this.#editor.focus();
    if (line !== undefined) this.#markError();
  }

  // What the runtime tells the page.

  clear(): void {
    this.#output.clear();
  }

  show(value: unknown): void {
    this.#output.show(value);
  }

  changed(cell: CellRuntime): void {
    this.#runtime = cell;
    const settled = !cell.busy;
    if (settled) {
      this.progress(null);
      clearTimeout(this.#progressTimer);
      this.#progressTimer = undefined;
    } else this.#progressTimer ??= setTimeout(() => this.progress(undefined), quickMs);
    this.#showError(cell.error);
    this.#update();
    if (settled && this.#userRan && cell.state !== "idle") {
      this.#userRan = false;
      this.#parent?.announce(`Cell ${this.cellId}: ${cell.error?.message ?? cell.state}`);
    }
  }

  progress(fraction: number | null | undefined): void {
    if (fraction === null) {
      this.#progressElement?.remove();
      this.#progressElement = null;
      return;
    }
    if (!this.#progressElement) {
      const stop = html`<button type="button" data-command="stop">Stop</button>`;
      stop.addEventListener("click", () => void this.#do("stop"));
      const bar = html`<progress aria-label=${`Progress of cell ${this.cellId}`} max="1"></progress>`;
      this.#progressElement = html`<div class="etude-progress" data-part="progress">${bar}${stop}</div>`;
      this.#output.element.before(this.#progressElement);
    }
    const bar = this.#progressElement.querySelector("progress")!;
    if (fraction === undefined) bar.removeAttribute("value");
    else bar.value = fraction;
  }

  /** How keeping the cell's edit went. */
  savedChanged(state: SaveState): void {
    this.#saved = state;
    this.#update();
  }

  async #do(command: CellCommand): Promise<void> {
    await this[command]();
    this.#keepFocus();
  }

  /** A button that has done its work may be gone; whoever pressed it by key must not be left nowhere. */
  #keepFocus(): void {
    const isNowhere = document.activeElement === document.body;
    if (isNowhere) this.#toolbar.element.querySelector<HTMLElement>('[data-command="run"]')?.focus();
  }

  #keep(): void {
    const original = this.#data.source;
    const isEdited = this.#source !== original;
    this.#base ??= original;
    this.#parent?.keep(
      this.cellId,
      isEdited
        ? { schema: 1, source: this.#source, base: this.#base, trust: "mine", updated: Date.now() }
        : null,
    );
  }

  #offerNew(): void {
    const keep = html`<button type="button">Keep mine</button>`;
    const take = html`<button type="button">Take the new one</button>`;
    const notice = html`<div class="etude-notice" data-part="notice">
      <p>The lesson's own code for this cell has changed since you edited it.</p>${keep}${take}</div>`;
    keep.addEventListener("click", () => {
      this.#base = this.#data.source;
      this.#keep();
      notice.remove();
    });
    take.addEventListener("click", () => void this.reset());
    this.prepend(notice);
  }

  #showListing(): void {
    if (this.#editor) return;
    const isOriginal = this.#source === this.#data.source;
    this.#sourceElement.replaceChildren(
      ...(isOriginal ? this.#listing : [html`<pre class="etude-listing"><code>${this.#source}</code></pre>`]),
    );
  }

  #showError(error: CellError | null): void {
    this.#errorElement?.remove();
    this.#errorElement = error
      ? errorBox(error, error.kind === "upstream", {
          showLine: (line) => void this.edit(line),
          showCell: (id) => this.#parent?.showCell(id),
          rename: (name, to) => void this.#rename(name, to),
        })
      : null;
    if (this.#errorElement) this.#output.element.before(this.#errorElement);
    this.#markError();
  }

  #markError(): void {
    const error = this.#runtime?.error;
    this.#editor?.mark(error?.line === undefined ? null : { line: error.line, message: error.message });
  }

  async #rename(name: string, to: string): Promise<void> {
    const { rename } = await import("../compile/index.ts");
    this.source = rename(this.#source, name, to);
    await this.run();
    this.#keepFocus();
  }

  #update(): void {
    const cell = this.#runtime;
    this.dataset.state = this.state;
    const edited = this.#source !== this.#data.source;
    this.toggleAttribute("data-edited", edited);
    this.#toolbar.update({
      state: this.state,
      onClick: cell?.spec.onClick ?? false,
      blank: cell?.spec.blank ?? false,
      edited,
      editing: this.#editor !== null,
      elapsedMs: cell?.elapsedMs ?? 0,
      reasons: cell?.reasons ?? [],
      actsOnRelease: cell?.actsOnRelease ?? false,
      saved: this.#saved,
    });
  }
}
