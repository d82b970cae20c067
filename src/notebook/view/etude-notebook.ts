import { html } from "htl";
import type { CommandId } from "../commands.ts";
import type { EditorHelp } from "../editor/index.ts";
import { NotebookRuntime, type NotebookState, type Stdlib } from "../runtime/index.ts";
import type { NotebookStore } from "../storage/index.ts";
import type { NotebookControls } from "./controls.ts";
import { EtudeCell } from "./etude-cell.ts";
import type { EtudeInline } from "./etude-inline.ts";
import { EtudeProse } from "./etude-prose.ts";
import type { NotebookHost } from "./host.ts";
import { isValueAwaited, valuesShown } from "./lazy-value.ts";
import { Notices } from "./notices.ts";
import { openLesson } from "./open-lesson.ts";
import type { Opened, Opening } from "./opened.ts";
import type { NotebookPart } from "./part.ts";
import { partsOf } from "./parts.ts";
import { notebookPorts } from "./ports.ts";
import { markRunning } from "./safe-mode.ts";
import type { SidePanel } from "./side-panel.ts";
import type { Structure } from "./structure.ts";
import type { UndoStack } from "./undo-stack.ts";

/** How long after it has settled a notebook that hangs is still one to be opened in safe mode. */
const markedMs = 2000;

/** About so many cells are on the first screens. */
const firstCells = 4;

/** A notebook on the page: it wakes the cells between its tags. See the contract in ARCHITECTURE.md. */
export class EtudeNotebook extends HTMLElement implements NotebookHost, Opening {
  readonly notices = new Notices(() => this.current && this.focusPart(this.current));
  /** What comes when the cells have begun to run; null until then. */
  #controls: NotebookControls | null = null;
  /** Who waits until the notebook has settled. */
  #waiting: (() => void)[] = [];
  #opened: Opened | null = null;
  #runtime: NotebookRuntime | null = null;
  #settledCount = 0;
  /** Whether the controls of the notebook that is on the page are there. */
  #isReady = false;
  /** Rises with each notebook that is opened, so that a late one does not take the place of a newer. */
  #opening = 0;
  #unmarking: ReturnType<typeof setTimeout> | undefined;
  readonly #status = html`<div class="etude-announcements" role="status"></div>`;
  readonly #end: HTMLElement = html`<div class="etude-end not-content" data-part="end"></div>`;

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
    return this.#controls!.keeping.store;
  }

  get structure(): Structure {
    return this.#controls!.structure;
  }

  get undoStack(): UndoStack {
    return this.#controls!.undoStack;
  }

  get panel(): SidePanel {
    return this.#controls!.panel;
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
    return this.#controls?.current;
  }

  connectedCallback(): void {
    if (this.#runtime) return;
    addEventListener("pagehide", this.#leave);
    this.prepend(this.notices.element, this.#status);
    this.append(this.#end);
    void this.#start();
  }

  disconnectedCallback(): void {
    removeEventListener("pagehide", this.#leave);
    this.#leave();
    this.#controls?.end();
    this.#controls = null;
    this.#runtime?.dispose();
    this.#runtime = null;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Resolves when every cell that runs by itself has ended, and nothing is under way. */
  whenSettled(): Promise<void> {
    if (this.dataset.state === "settled") return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** The current value of a name. */
  value(name: string): Promise<unknown> {
    return this.runtime.value(name);
  }

  /** Puts another notebook in this one's place, from Markdown, and runs it. Its edits are not kept. */
  async open(markdown: string): Promise<void> {
    const opening = ++this.#opening;
    const { openMarkdown } = await import("./open-markdown.ts");
    const opened = await openMarkdown(markdown);
    if (opening !== this.#opening) return;
    this.#runtime?.dispose();
    this.notices.clear();
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
    this.#controls?.keeping.keeper.structureChanged();
    this.dispatchEvent(new CustomEvent("etude:title", { detail: title }));
  }

  async save(): Promise<void> {
    await this.#controls?.keeping.save();
  }

  /** Carries out a command of `commands.ts`. */
  async do(command: CommandId, part: NotebookPart | undefined): Promise<void> {
    await this.#controls?.do(command, part);
  }

  parts(): NotebookPart[] {
    return partsOf(this);
  }

  appendPart(part: Element): void {
    this.#end.before(part);
  }

  async runParts(parts: readonly NotebookPart[]): Promise<void> {
    if (!this.trusted) return this.refuse();
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
    void import("./trust-notice.ts").then(({ sayForeign }) => sayForeign(this));
  }

  addControls(part: NotebookPart): void {
    this.#controls?.addTo(part);
  }

  changed(part: NotebookPart): void {
    this.#controls?.keeping.keeper.changed(part);
    this.refreshBar();
  }

  structureChanged(): void {
    this.runtime.order(this.parts().map(({ cellId }) => cellId));
    this.#controls?.keeping.keeper.structureChanged();
    this.refreshBar();
  }

  ran(part: NotebookPart): void {
    if (part.original === null || part.isEdited) void this.#controls?.keeping.addVersion(part, "run");
  }

  keepVersion(part: NotebookPart, why: "reset" | "replaced"): void {
    void this.#controls?.keeping.addVersion(part, why);
  }

  took(part: NotebookPart, ms: number): void {
    this.#controls?.keeping.took(part.cellId, ms);
  }

  timeOf(cell: string): number | undefined {
    return this.#controls?.keeping.timeOf(cell);
  }

  async editorHelp(): Promise<EditorHelp> {
    const { notebookHelp } = await import("./notebook-help.ts");
    return notebookHelp(this);
  }

  refreshBar(): void {
    this.#controls?.refresh();
  }

  async trustParts(parts: readonly NotebookPart[]): Promise<void> {
    this.#opened!.trust = "mine";
    this.dataset.trust = "mine";
    for (const part of parts) {
      part.trust = "mine";
      part.update();
      this.changed(part);
      if (part instanceof EtudeProse) await part.run();
    }
    this.structureChanged();
    await this.#defineAll(this.runtime);
  }

  #part(id: string): NotebookPart | undefined {
    return this.parts().find((part) => part.cellId === id);
  }

  #codeCells(): EtudeCell[] {
    return this.parts().filter((part): part is EtudeCell => part instanceof EtudeCell);
  }

  readonly #leave = () => void markRunning(this.notebookId, false);

  async #start(): Promise<void> {
    const opening = ++this.#opening;
    this.dataset.state = "loading";
    if (this.dataset.own === undefined) this.#fetchNamed();
    const opened = await this.#openOwnOrLesson().catch((error: unknown) => {
      console.error(error);
      return null;
    });
    // There is nothing to wait for: what there is to say stands in the notices.
    if (!opened && opening === this.#opening) this.#tell("settled");
    // Another notebook may have been opened in its place meanwhile.
    if (!this.isConnected || opening !== this.#opening || !opened) return;
    await this.#mount(opened);
  }

  async #openOwnOrLesson(): Promise<Opened | null> {
    if (this.dataset.own === undefined) return openLesson(this);
    const { openOwn } = await import("./open-own.ts");
    return openOwn(this);
  }

  /**
   * Has what the first cells name fetched while the edits are still being looked up. What the others name is fetched
   * when they run: it must not be in the way of what is seen first.
   */
  #fetchNamed(): void {
    const { shared } = this.#stdlib();
    const cells = Array.from(this.querySelectorAll<EtudeCell>("etude-cell:not([data-run])"));
    const names = new Set(cells.slice(0, firstCells).flatMap((cell) => cell.originalInputs));
    for (const name of names) {
      // A failure is reported by the cell that uses the name.
      if (Object.hasOwn(shared, name)) void Promise.resolve(shared[name]!()).catch(() => {});
    }
  }

  #stdlib(): Stdlib {
    return notebookPorts().stdlib({
      seed: this.seed,
      files: {
        list: async () => (await this.#opened!.store()).files(this.notebookId),
        get: async (name) => (await this.#opened!.store()).file(this.notebookId, name),
      },
    });
  }

  async #mount(opened: Opened): Promise<void> {
    this.#opened = opened;
    this.#isReady = false;
    this.dataset.seed = String(opened.seed);
    this.dataset.trust = opened.trust;
    if (opened.content) {
      this.replaceChildren(this.notices.element, this.#status, opened.content, this.#end);
    }
    const runtime = new NotebookRuntime(this.#stdlib(), this, (state) => this.#stateChanged(state));
    this.#runtime = runtime;
    for (const [cell, values] of opened.presets) runtime.presets.set(cell, values);
    runtime.onPresetRefused = (cell, index, why) =>
      this.notices.show(`preset-${cell}-${index}`, `The link sets an input of cell “${cell}”, but ${why}.`);
    for (const part of this.parts()) {
      part.attach(this, opened.edits.get(part.cellId));
      if (opened.trust === "foreign") part.trust = "foreign";
      part.update();
    }
    this.#stateChanged("running");
    runtime.touch(); // a notebook without cells settles, too
    await this.#defineAll(runtime);
    const { NotebookControls } = await import("./controls.ts");
    if (runtime !== this.#runtime) return;
    this.#controls ??= new NotebookControls(this, this.#end);
    await this.#controls.begin(opened);
    if (runtime !== this.#runtime) return;
    this.#isReady = true;
    if (runtime.state === "settled") void this.#settled(runtime);
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

  /** Keeps the mark of a running notebook for a while: what its code does a moment later can hang the page as well. */
  #mark(state: NotebookState): void {
    clearTimeout(this.#unmarking);
    if (state === "running") void markRunning(this.notebookId, true);
    else this.#unmarking = setTimeout(() => void markRunning(this.notebookId, false), markedMs);
  }

  #stateChanged(state: NotebookState): void {
    if (this.live) this.#mark(state);
    if (state === "settled") void this.#settled(this.runtime);
    else this.#tell(state);
  }

  /** It has settled when the buttons and all values are there as well. */
  async #settled(runtime: NotebookRuntime): Promise<void> {
    if (!this.#isReady) return;
    if (isValueAwaited()) await valuesShown();
    if (runtime === this.#runtime && runtime.state === "settled") this.#tell("settled");
  }

  #tell(state: NotebookState): void {
    if (state === this.dataset.state) return;
    if (state === "settled") ++this.#settledCount;
    this.dataset.state = state;
    this.dataset.settledCount = String(this.#settledCount);
    this.refreshBar();
    if (state === "settled") for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
