import { html } from "htl";
import type { CommandId } from "../commands.ts";
import type { EditorHelp } from "../editor/index.ts";
import { NotebookRuntime, type NotebookState, type Stdlib } from "../runtime/index.ts";
import type { EntryKey, NotebookStore, SaveState } from "../storage/index.ts";
import { addButtons } from "./add-buttons.ts";
import { EtudeCell } from "./etude-cell.ts";
import type { EtudeInline } from "./etude-inline.ts";
import { EtudeProse } from "./etude-prose.ts";
import type { NotebookHost } from "./host.ts";
import { Keeping } from "./keeping.ts";
import { handleKeys } from "./key-handling.ts";
import { handleLeaving } from "./leaving.ts";
import { partsOf } from "./lesson-layout.ts";
import { NotebookBar } from "./notebook-bar.ts";
import { Notices } from "./notices.ts";
import { type Opened, openLesson, openMarkdown, openOwn } from "./opened.ts";
import { followOtherTabs } from "./other-tabs.ts";
import type { NotebookPart } from "./part.ts";
import { notebookPorts } from "./ports.ts";
import { markRunning } from "./safe-mode.ts";
import { SidePanel } from "./side-panel.ts";
import { Structure } from "./structure.ts";
import { offerTrust, sayForeign } from "./trust-notice.ts";
import { UndoStack } from "./undo-stack.ts";

/** How long after it has settled a notebook that hangs is still one to be opened in safe mode. */
const markedMs = 2000;

/** A notebook on the page: it wakes the cells between its tags. See the contract in ARCHITECTURE.md. */
export class EtudeNotebook extends HTMLElement implements NotebookHost {
  readonly undoStack = new UndoStack(() => this.refreshBar());
  readonly structure = new Structure(this);
  readonly notices = new Notices();
  readonly panel = new SidePanel();
  readonly #keeping = new Keeping();
  #opened: Opened | null = null;
  #runtime: NotebookRuntime | null = null;
  #settledCount = 0;
  /** Rises with each notebook that is opened, so that a late one does not take the place of a newer. */
  #opening = 0;
  #current: NotebookPart | undefined;
  #endings: (() => void)[] = [];
  #endFollowing = () => {};
  #unmarking: ReturnType<typeof setTimeout> | undefined;
  readonly #status = html`<div class="etude-announcements" role="status"></div>`;
  readonly #end: HTMLElement = html`<div class="etude-end not-content" data-part="end"></div>`;
  readonly #bar = new NotebookBar(
    (command) => void this.do(command, this.current),
    () => void this.runParts(this.#waitingCells()),
  );

  /** Under what the notebook's edits are kept. */
  get notebookId(): string {
    return this.dataset.own ?? this.dataset.notebook ?? location.pathname;
  }

  get heading(): string {
    return this.#opened?.title ?? document.querySelector("h1")?.textContent?.trim() ?? "Notebook";
  }

  get runtime(): NotebookRuntime {
    return this.#runtime!;
  }

  get store(): NotebookStore {
    return this.#keeping.store;
  }

  get live(): boolean {
    return this.trusted && this.#opened?.isSafe !== true;
  }

  get trusted(): boolean {
    return this.#opened?.trust !== "foreign";
  }

  get isLesson(): boolean {
    return this.#opened?.kind === "lesson";
  }

  get seed(): number {
    return Number(this.dataset.seed ?? 0);
  }

  get current(): NotebookPart | undefined {
    return this.#current?.isConnected ? this.#current : this.parts()[0];
  }

  connectedCallback(): void {
    if (this.#runtime) return;
    const focused = (event: FocusEvent) => {
      const part = (event.target as Element).closest<NotebookPart>("etude-cell, etude-prose");
      if (part) this.#setCurrent(part);
    };
    this.addEventListener("focusin", focused);
    this.#endings = [
      () => this.removeEventListener("focusin", focused),
      handleKeys(this, (command, part) => void this.do(command, part)),
      handleLeaving(this.#keeping, () => this.notebookId),
    ];
    this.prepend(this.notices.element, this.#status);
    this.append(this.#end, this.#bar.element);
    void this.#start();
  }

  disconnectedCallback(): void {
    for (const end of this.#endings.splice(0)) end();
    this.#endFollowing();
    this.panel.close();
    this.#runtime?.dispose();
    this.#runtime = null;
  }

  /** Resolves when every cell that runs by itself has ended, and nothing is under way. */
  whenSettled(): Promise<void> {
    return this.runtime.whenSettled();
  }

  /** The current value of a name. */
  value(name: string): Promise<unknown> {
    return this.runtime.value(name);
  }

  /** Puts another notebook in this one's place, from Markdown, and runs it. Its edits are not kept. */
  async open(markdown: string): Promise<void> {
    const opening = ++this.#opening;
    const opened = await openMarkdown(markdown);
    if (opening !== this.#opening) return;
    this.#runtime?.dispose();
    this.notices.clear();
    this.undoStack.clear();
    await this.#mount(opened);
  }

  /** The notebook as Markdown, with the learner's edits in place. */
  toMarkdown(): Promise<string> {
    return this.#opened!.toMarkdown(this);
  }

  /** Gives a notebook of the reader's own another title. */
  rename(title: string): void {
    if (!this.#opened?.rename) return;
    this.#opened.rename(title);
    this.#keeping.keeper.structureChanged();
    this.dispatchEvent(new CustomEvent("etude:title", { detail: title }));
  }

  save(): Promise<void> {
    return this.#keeping.save();
  }

  /** Carries out a command of `commands.ts`. */
  async do(command: CommandId, part: NotebookPart | undefined): Promise<void> {
    const { carryOut } = await import("./command-handlers.ts");
    await carryOut(command, this, part);
  }

  parts(): NotebookPart[] {
    return partsOf(this);
  }

  appendPart(part: Element): void {
    this.#end.before(part);
  }

  async runParts(parts: readonly NotebookPart[]): Promise<void> {
    if (!this.trusted) {
      sayForeign(this);
      return;
    }
    const cells = parts.filter(
      (part): part is EtudeCell => part instanceof EtudeCell && part.trust === "mine",
    );
    const texts = parts.filter((part) => part instanceof EtudeProse && part.isEditing);
    const specs = await Promise.all(cells.map((cell) => cell.spec()));
    cells.forEach((cell, i) => {
      cell.runAs(specs[i]!);
    });
    await Promise.all(texts.map((text) => text.run()));
  }

  focusPart(part: NotebookPart, block: ScrollLogicalPosition = "nearest"): void {
    this.#setCurrent(part);
    part.focus({ preventScroll: true });
    part.scrollIntoView({ block });
  }

  showCell(id: string): void {
    const part = this.#part(id);
    if (part) this.focusPart(part, "center");
  }

  announce(text: string): void {
    this.#status.textContent = text;
  }

  refuse(): void {
    sayForeign(this);
  }

  offerTrust(): void {
    offerTrust(this, () => this.#trust());
  }

  changed(part: NotebookPart): void {
    this.#keeping.keeper.changed(part);
    this.refreshBar();
  }

  structureChanged(): void {
    this.runtime.order(this.parts().map(({ cellId }) => cellId));
    for (const part of this.parts()) part.tabIndex = part === this.current ? 0 : -1;
    this.#keeping.keeper.structureChanged();
    this.refreshBar();
  }

  ran(part: NotebookPart): void {
    if (part.original === null || part.isEdited) void this.#keeping.addVersion(part, "run");
  }

  keepVersion(part: NotebookPart, why: "reset" | "replaced"): void {
    void this.#keeping.addVersion(part, why);
  }

  took(part: NotebookPart, ms: number): void {
    this.#keeping.took(part.cellId, ms);
  }

  timeOf(cell: string): number | undefined {
    return this.#keeping.timeOf(cell);
  }

  async editorHelp(): Promise<EditorHelp> {
    const { notebookHelp } = await import("./notebook-help.ts");
    return notebookHelp(this);
  }

  refreshBar(): void {
    const waiting = this.#waitingCells();
    const times = waiting.map(({ cellId }) => this.timeOf(cellId) ?? Number.NaN);
    const ms = times.reduce((sum, one) => sum + one, 0);
    this.#bar.update({
      running: this.#runtime?.state === "running",
      undo: this.undoStack.next.undo,
      saved: this.#keeping.saved,
      waiting: { count: waiting.length, ms: Number.isNaN(ms) ? null : ms },
    });
  }

  #part(id: string): NotebookPart | undefined {
    return this.parts().find((part) => part.cellId === id);
  }

  #codeCells(): EtudeCell[] {
    return this.parts().filter((part): part is EtudeCell => part instanceof EtudeCell);
  }

  #setCurrent(part: NotebookPart): void {
    if (this.#current && this.#current !== part) this.#current.tabIndex = -1;
    this.#current = part;
    part.tabIndex = 0;
  }

  #waitingCells(): EtudeCell[] {
    const waits = ({ onClick, state }: EtudeCell) => onClick && (state === "idle" || state === "stale");
    return this.#codeCells().filter(waits);
  }

  async #start(): Promise<void> {
    const opening = ++this.#opening;
    this.dataset.state = "loading";
    if (this.dataset.own === undefined) this.#fetchNamed();
    const opened = await (this.dataset.own === undefined ? openLesson(this) : openOwn(this));
    // Another notebook may have been opened in its place meanwhile.
    if (!this.isConnected || opening !== this.#opening || !opened) return;
    await this.#mount(opened);
  }

  /** Has what the cells name fetched while the edits are still being looked up. */
  #fetchNamed(): void {
    const { shared } = this.#stdlib();
    const cells = this.querySelectorAll<EtudeCell>("etude-cell:not([data-run])");
    const names = new Set(Array.from(cells).flatMap((cell) => cell.originalInputs));
    for (const name of names) {
      // A failure is reported by the cell that uses the name.
      if (Object.hasOwn(shared, name)) void Promise.resolve(shared[name]!()).catch(() => {});
    }
  }

  #stdlib(): Stdlib {
    return notebookPorts().stdlib({
      seed: this.seed,
      files: {
        list: () => this.store.files(this.notebookId),
        get: (name) => this.store.file(this.notebookId, name),
      },
    });
  }

  async #mount(opened: Opened): Promise<void> {
    this.#opened = opened;
    this.dataset.seed = String(opened.seed);
    this.dataset.trust = opened.trust;
    if (opened.content) {
      this.replaceChildren(this.notices.element, this.#status, opened.content, this.#end, this.#bar.element);
    }
    this.#keeping.begin(
      this.notebookId,
      opened,
      (autosave) => opened.keeper(autosave, this),
      (key, state) => this.#savedChanged(key, state),
    );
    const runtime = new NotebookRuntime(this.#stdlib(), this, (state) => this.#stateChanged(state));
    this.#runtime = runtime;
    for (const [cell, values] of opened.presets) runtime.presets.set(cell, values);
    runtime.onPresetRefused = (cell, index, why) =>
      this.notices.show(`preset-${cell}-${index}`, `The link sets an input of cell “${cell}”, but ${why}.`);
    for (const part of this.parts()) {
      part.attach(this, opened.edits.get(part.cellId));
      if (opened.trust === "foreign") part.trust = "foreign";
      part.tabIndex = part === this.current ? 0 : -1;
      part.update();
    }
    this.#stateChanged("running");
    runtime.touch(); // a notebook without cells settles, too
    this.#endFollowing();
    this.#endFollowing =
      opened.kind === "page" ? () => {} : followOtherTabs(this, () => this.#keeping.keeper.pending);
    this.#end.replaceChildren(...(opened.kind === "own" ? addButtons(this) : []));
    this.offerTrust();
    await this.#defineAll(runtime);
    this.#bar.addOnce("sound", await notebookPorts().soundControls());
    // When they are wanted they must be there at once: what is typed next is meant for what they open.
    await Promise.all([import("./command-handlers.ts"), import("./palette.ts")]);
  }

  async #defineAll(runtime: NotebookRuntime): Promise<void> {
    if (!this.trusted) return;
    const cells = this.#codeCells();
    // All at once: a cell must not run before the one that it reads from is there.
    const specs = await Promise.all(cells.map((cell) => cell.spec()));
    if (runtime !== this.#runtime) return;
    cells.forEach((cell, i) => {
      cell.define(specs[i]!);
    });
    runtime.order(cells.map(({ cellId }) => cellId));
    if (!this.live) return;
    for (const inline of this.querySelectorAll<EtudeInline>("etude-inline:not(etude-prose *)")) {
      inline.attach(runtime);
    }
    for (const text of this.querySelectorAll<EtudeProse>("etude-prose")) text.wake();
  }

  /** The reader has said that what came from elsewhere is theirs: from now on it runs. */
  async #trust(): Promise<void> {
    const foreign = this.parts().filter((part) => part.trust === "foreign");
    this.#opened!.trust = "mine";
    this.dataset.trust = "mine";
    for (const part of foreign) {
      part.trust = "mine";
      part.update();
      this.#keeping.keeper.changed(part);
      if (part instanceof EtudeProse) await part.run();
    }
    this.#keeping.keeper.structureChanged();
    await this.#defineAll(this.runtime);
  }

  #savedChanged(key: EntryKey, state: SaveState): void {
    if (key.startsWith("cell:")) this.#part(key.slice("cell:".length))?.savedChanged(state);
    const { saved } = this.#keeping;
    if (typeof saved === "object" && saved !== null) {
      this.notices.show("not-saved", saved.failed, [
        { label: "Download this notebook", act: () => this.do("download", undefined).then(() => false) },
      ]);
    } else this.notices.dismiss("not-saved");
    this.refreshBar();
  }

  /** Keeps the mark of a running notebook for a while: what its code does a moment later can hang the page as well. */
  #mark(state: NotebookState): void {
    clearTimeout(this.#unmarking);
    if (state === "running") void markRunning(this.notebookId, true);
    else this.#unmarking = setTimeout(() => void markRunning(this.notebookId, false), markedMs);
  }

  #stateChanged(state: NotebookState): void {
    if (state === "settled") ++this.#settledCount;
    this.dataset.state = state;
    this.dataset.settledCount = String(this.#settledCount);
    this.refreshBar();
    if (this.live) this.#mark(state);
  }
}
