import type { CompiledCell } from "../compile/index.ts";
import type { CellError, CellRuntime, CellSink, CellSpec, CellState } from "../runtime/index.ts";
import type { SaveState, StoredEdit } from "../storage/index.ts";
import { errorBox } from "./cell-error-box.ts";
import { CellOutput } from "./cell-output.ts";
import { CellProgress } from "./cell-progress.ts";
import type { CellStatus } from "./cell-status.ts";
import { listing } from "./listing.ts";
import { NotebookPart, type PartParent } from "./part.ts";

/** What the page says of a cell: its source, what it compiled to when the site was built, whether it is the lesson's. */
type CellData = { source: string; compiled: CompiledCell | null; own?: boolean };

/** How often the time of a running cell is told anew. */
const tickMs = 1000;

/** A promise that is not kept for so long may never be. */
const longWaitMs = 5000;

/** One cell on the page: output, code, buttons. See the contract in ARCHITECTURE.md. */
export class EtudeCell extends NotebookPart implements CellSink {
  readonly kind = "js";
  #original: CellData | null = null;
  #runtime: CellRuntime | null = null;
  #output!: CellOutput;
  #progress!: CellProgress;
  #codeElement!: HTMLDetailsElement;
  #listing: Node[] = [];
  #errorElement: HTMLElement | null = null;
  #saved: SaveState | null = null;
  #asked = false;
  #runningSince = 0;
  /** Who waits until it has ended. */
  readonly #waiting: (() => void)[] = [];
  #ticker: ReturnType<typeof setInterval> | undefined;
  protected sourceElement!: HTMLElement;

  /** The element that `visibility` watches. */
  get node(): Element {
    return this;
  }

  get state(): CellState {
    return this.#runtime?.state ?? "idle";
  }

  get error(): { message: string; line?: number } | null {
    return this.#runtime?.error ?? null;
  }

  /** What its last run made, by name; null while there is nothing. */
  get exports(): Readonly<Record<string, unknown>> | null {
    return this.#runtime?.exports ?? null;
  }

  /** Resolves when it does not run, and is not about to since it was asked. */
  ended(): Promise<void> {
    if (!this.isBusy && !this.#asked) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Whether it runs, or is about to. */
  get isBusy(): boolean {
    return this.#runtime?.busy ?? false;
  }

  get original(): string | null {
    return this.#data.own ? null : this.#data.source;
  }

  /** The names that the cell's source read when the page was made. */
  get originalInputs(): string[] {
    return this.#data.compiled?.inputs ?? [];
  }

  /** Whether its code, as it last ran, reads a name. */
  reads(name: string): boolean {
    return this.#runtime?.inputs.includes(name) ?? false;
  }

  /** The line on which it defines a name, from 1; undefined when it does not. */
  lineOf(name: string): number | undefined {
    return this.#runtime?.spec.compiled?.lines[name];
  }

  get folded(): boolean {
    return !this.#codeElement.open;
  }

  set folded(folded: boolean) {
    if (folded) this.closeEditor();
    this.#codeElement.open = !folded;
  }

  /** Whether the cell runs only when asked. */
  get onClick(): boolean {
    return this.dataset.run === "click";
  }

  set onClick(onClick: boolean) {
    if (onClick) this.dataset.run = "click";
    else delete this.dataset.run;
  }

  get #data(): CellData {
    this.#original ??= JSON.parse(
      this.querySelector(':scope > [data-part="data"]')!.textContent!,
    ) as CellData;
    return this.#original;
  }

  /** Connects the cell to its notebook; `edit` is what the learner changed on an earlier visit. */
  attach(parent: PartParent, edit: StoredEdit | undefined): void {
    this.parent = parent;
    if (this.sourceElement) return; // it was there before: it has been put back, or moved
    this.#output = new CellOutput(this.querySelector('[data-part="output"]')!);
    this.#progress = new CellProgress(this.#output.element, this.cellId, (percent) => {
      if (this.#asked) this.parent?.announce(`Cell ${this.cellId}: ${percent} percent`);
    });
    this.#progress.onStop = () => void this.parent?.do("stop", this);
    this.#codeElement = this.querySelector('[data-part="code"]')!;
    this.sourceElement = this.querySelector('[data-part="source"]')!;
    this.#listing = Array.from(this.sourceElement.childNodes);
    this.sourceElement.addEventListener("dblclick", () => void this.openEditor());
    this.setAttribute("role", "group");
    this.adopt(edit?.source ?? this.#data.source);
    this.base = edit?.base ?? null;
    this.trust = edit?.trust ?? this.trust;
    if (edit) this.#saved = "saved";
    if (edit && this.original !== null && edit.base !== this.original) void this.#offerNew();
    this.update();
  }

  /** Takes over what was kept of the cell in another tab, without running it. */
  takeOver(edit: StoredEdit | undefined): void {
    const source = edit?.source ?? this.original ?? "";
    this.base = edit?.base ?? null;
    this.trust = edit?.trust ?? "mine";
    this.update();
    if (source === this.source) return;
    this.adopt(source);
    this.#saved = edit ? "saved" : null;
    this.#runtime?.outdate();
    this.update();
  }

  /** Takes over what the lesson's own cell is now, while the lesson is being written; what a reader changed stays. */
  async renew(now: Element): Promise<void> {
    const { isEdited } = this;
    this.querySelector(':scope > [data-part="data"]')!.textContent = now.querySelector(
      ':scope > [data-part="data"]',
    )!.textContent;
    this.#original = null;
    const { blank, run } = (now as HTMLElement).dataset;
    Object.assign(this.dataset, { ...(blank !== undefined && { blank }), ...(run !== undefined && { run }) });
    if (blank === undefined) delete this.dataset.blank;
    if (run === undefined) delete this.dataset.run;
    this.#listing = Array.from(
      document.importNode(now.querySelector('[data-part="source"]')!, true).childNodes,
    );
    if (isEdited) return this.update();
    this.adopt(this.#data.source);
    this.define(await this.spec());
  }

  /** Runs the cell as it stands. */
  async run(): Promise<void> {
    if (this.trust === "foreign") {
      this.parent!.refuse();
      return;
    }
    const spec = await this.spec();
    this.runAs(spec);
  }

  /** Runs the cell from what `spec()` gave: several cells at once are made ready first, and then run together. */
  runAs(spec: CellSpec): void {
    this.#asked = true;
    this.define(spec);
    this.#runtime!.run();
    this.parent!.ran(this);
  }

  /** The cell as the runtime takes it; the compiler is loaded for a source that is not the lesson's own. */
  async spec(): Promise<CellSpec> {
    const { source, compiled } = this.#data;
    const rests = this.trust === "foreign" || !this.parent!.live;
    const spec = {
      id: this.cellId,
      onClick: this.onClick || rests,
      ...(this.dataset.private !== undefined && { isPrivate: true }),
    };
    if (this.source === source && compiled) {
      return { ...spec, compiled, blank: this.dataset.blank !== undefined };
    }
    const { tryCompile } = await import("../compile/index.ts");
    return { ...spec, ...tryCompile(this.source) };
  }

  /** Hands the cell to the runtime. */
  define(spec: CellSpec): void {
    this.#runtime = this.parent!.runtime.define(spec, this);
  }

  stop(): void {
    this.#runtime?.stop();
  }

  /** Forgets its run: it has been taken out of the notebook. */
  detach(): void {
    this.#runtime = null;
    clearInterval(this.#ticker);
    this.#ticker = undefined;
  }

  /** Back to the lesson's own code, run again. */
  async reset(): Promise<void> {
    if (this.original === null) return;
    this.source = this.original;
    this.base = null;
    this.trust = "mine";
    this.querySelector(':scope > [data-part="notice"]')?.remove();
    this.#saved = null;
    await this.run();
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
    if (cell.busy) this.#progress.begin();
    else this.#progress.end();
    this.#tick(cell.state === "running");
    this.#showError(cell.error);
    this.update();
    if (!cell.busy) for (const resolve of this.#waiting.splice(0)) resolve();
    if (cell.busy || !this.#asked || cell.state === "idle") return;
    this.#asked = false;
    if (this.onClick && cell.state === "fulfilled") {
      this.parent?.took(this, performance.now() - this.#runningSince);
    }
    this.parent?.announce(`Cell ${this.cellId}: ${cell.error?.message ?? cell.state}`);
  }

  progress(fraction: number | null): void {
    this.#progress.show(fraction);
  }

  /** How keeping the cell's edit went. */
  savedChanged(state: SaveState): void {
    this.#saved = state;
    this.update();
  }

  protected openSource(): void {
    this.#codeElement.open = true;
  }

  protected showListing(): void {
    if (this.original !== null && !this.isEdited && this.#listing.length > 0) {
      this.sourceElement.replaceChildren(...this.#listing);
    } else this.sourceElement.replaceChildren(listing(this.source));
  }

  protected sourceChanged(): void {
    this.#runtime?.outdate();
  }

  protected editorOpened(): void {
    this.#markError();
  }

  #tick(isRunning: boolean): void {
    if (isRunning === (this.#ticker !== undefined)) return;
    clearInterval(this.#ticker);
    this.#ticker = undefined;
    if (!isRunning) return;
    this.#runningSince = performance.now();
    this.#ticker = setInterval(() => {
      this.update();
      const waits = this.#runtime?.phase === "waiting" && performance.now() - this.#runningSince > longWaitMs;
      this.#progress.say(
        waits ? "It waits for a promise that nobody has kept yet: is its resolve called?" : "",
      );
    }, tickMs);
  }

  async #offerNew(): Promise<void> {
    const { changedNotice } = await import("./changed-notice.ts");
    this.querySelector(':scope > [data-part="notice"]')?.remove();
    const notice = changedNotice(this.original!, this.source, {
      keep: () => {
        this.base = this.original;
        this.parent?.changed(this);
      },
      take: () => {
        this.parent?.keepVersion(this, "replaced");
        void this.reset();
      },
    });
    this.prepend(notice);
  }

  #showError(error: CellError | null): void {
    this.#errorElement?.remove();
    this.#errorElement = error
      ? errorBox(error, error.kind === "upstream", {
          showLine: (line) => void this.openEditor({ line }),
          showCell: (id) => this.parent?.showCell(id),
          rename: (name, to) => void this.#rename(name, to),
        })
      : null;
    if (this.#errorElement) this.#output.element.before(this.#errorElement);
    this.#markError();
  }

  #markError(): void {
    const error = this.#runtime?.error;
    this.mark(error?.line === undefined ? null : { line: error.line, message: error.message });
  }

  async #rename(name: string, to: string): Promise<void> {
    const { rename } = await import("../compile/index.ts");
    this.source = rename(this.source, name, to);
    await this.run();
    // The button that was pressed is gone with the error.
    if (document.activeElement === document.body) this.focus();
  }

  /** What the line under it tells of it. */
  get status(): CellStatus {
    const { state } = this;
    const cell = this.#runtime;
    return {
      state,
      onClick: cell?.spec.onClick ?? this.onClick,
      blank: cell?.spec.blank ?? false,
      foreign: this.trust === "foreign",
      edited: this.isEdited,
      elapsedMs: state === "running" ? performance.now() - this.#runningSince : (cell?.elapsedMs ?? 0),
      rememberedMs: this.parent?.timeOf(this.cellId),
      waitsFor: cell?.phase === "waiting" ? "a promise" : (cell?.pendingInputs[0]?.name ?? null),
      reasons: cell?.reasons ?? [],
      actsOnRelease: cell?.actsOnRelease ?? false,
      saved: this.#saved,
    };
  }

  update(): void {
    this.dataset.state = this.state;
    this.toggleAttribute("data-edited", this.isEdited);
    this.setAttribute("aria-label", `Cell ${this.cellId}`);
    this.controls?.refresh();
  }
}
