import { html } from "htl";
import { NotebookRuntime, type NotebookState, type Stdlib } from "../runtime/index.ts";
import { Autosave, type EditStore, memoryEditStore, type StoredEdit } from "../storage/index.ts";
import { type CellParent, EtudeCell } from "./etude-cell.ts";
import { EtudeInline } from "./etude-inline.ts";
import { notebookPorts } from "./ports.ts";
import { forgetAbandoned, isSafeModeDue, markRunning } from "./safe-mode.ts";

/** A browser whose storage does not answer must not keep the lesson from starting. */
const storageTimeoutMs = 1500;

/** A notebook on the page: it wakes the cells between its tags. See the contract in ARCHITECTURE.md. */
export class EtudeNotebook extends HTMLElement implements CellParent {
  #runtime: NotebookRuntime | null = null;
  #autosave: Autosave | null = null;
  #live = true;
  #markdown: string | null = null;
  #settledCount = 0;
  readonly #status = html`<div class="etude-announcements" role="status"></div>`;
  readonly #notices = html`<div class="etude-notices" data-part="notices"></div>`;
  readonly #leave = () => {
    this.#autosave?.flush();
    void markRunning(this.notebookId, false);
  };
  readonly #hide = () => {
    if (document.visibilityState === "hidden") this.#autosave?.flush();
  };

  /** Under what the notebook's edits are kept. */
  get notebookId(): string {
    return this.dataset.notebook ?? location.pathname;
  }

  get runtime(): NotebookRuntime {
    return this.#runtime!;
  }

  get live(): boolean {
    return this.#live;
  }

  connectedCallback(): void {
    if (this.#runtime) return;
    addEventListener("pagehide", this.#leave);
    document.addEventListener("visibilitychange", this.#hide);
    this.prepend(this.#notices, this.#status);
    void this.#start();
  }

  disconnectedCallback(): void {
    removeEventListener("pagehide", this.#leave);
    document.removeEventListener("visibilitychange", this.#hide);
    this.#leave();
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
    const { buildNotebook } = await import("./build-notebook.ts");
    this.#markdown = markdown;
    const { content, seed } = await buildNotebook(markdown, notebookPorts().renderMarkdown);
    if (this.#markdown !== markdown) return;
    this.#runtime?.dispose();
    this.#live = true;
    this.dataset.seed = String(seed);
    this.replaceChildren(this.#notices, this.#status, content);
    this.#notices.replaceChildren();
    await this.#mount(memoryEditStore(), new Map());
  }

  /** The notebook as Markdown, with the learner's edits in place. */
  async toMarkdown(): Promise<string> {
    const [{ formatNotebook, parseNotebook }, markdown] = await Promise.all([
      import("../document/index.ts"),
      this.#markdown ?? fetch(this.dataset.source!).then((response) => response.text()),
    ]);
    const notebook = parseNotebook(markdown);
    const sources = this.#cells().map(({ source }) => source);
    for (const block of notebook.blocks) {
      if (block.kind === "fence" && block.fence.kind === "cell")
        block.source = sources.shift() ?? block.source;
    }
    return formatNotebook(notebook);
  }

  keep(cell: string, edit: StoredEdit | null): void {
    this.#autosave?.keep(cell, edit);
  }

  showCell(id: string): void {
    const cell = this.#cell(id);
    cell?.scrollIntoView({ block: "center" });
    cell?.querySelector<HTMLElement>('[data-command="run"]')?.focus();
  }

  announce(text: string): void {
    this.#status.textContent = text;
  }

  #cells(): EtudeCell[] {
    return Array.from(this.querySelectorAll<EtudeCell>("etude-cell"));
  }

  #cell(id: string): EtudeCell | undefined {
    return this.#cells().find((cell) => cell.cellId === id);
  }

  async #start(): Promise<void> {
    this.dataset.state = "loading";
    this.#fetchNamed();
    const [{ store, edits, setAside }, isSafe] = await Promise.all([
      this.#loadEdits(),
      isSafeModeDue(this.notebookId),
    ]);
    // Another notebook may have been opened in its place meanwhile.
    if (!this.isConnected || this.#markdown !== null) return;
    if (setAside.length > 0) {
      this.#notice(`Edits of ${setAside.join(", ")} could not be read; they are set aside, not deleted.`);
    }
    if (isSafe) this.#enterSafeMode();
    await this.#mount(store, edits);
  }

  /** Has what the cells name fetched while the edits are still being looked up. */
  #fetchNamed(): void {
    const { shared } = this.#stdlib;
    const cells = this.#cells().filter((cell) => cell.dataset.run !== "click");
    const names = new Set(cells.flatMap((cell) => cell.originalInputs));
    for (const name of names) {
      // A failure is reported by the cell that uses the name.
      if (Object.hasOwn(shared, name)) void Promise.resolve(shared[name]!()).catch(() => {});
    }
  }

  get #stdlib(): Stdlib {
    return notebookPorts().stdlib({ seed: Number(this.dataset.seed ?? 0) });
  }

  async #loadEdits(): Promise<{ store: EditStore; edits: Map<string, StoredEdit>; setAside: string[] }> {
    const timeout = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error("the browser's storage does not answer")), storageTimeoutMs);
    });
    try {
      const store = await Promise.race([notebookPorts().openStore(), timeout]);
      return { store, ...(await Promise.race([store.load(this.notebookId), timeout])) };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#notice(`Your edits will not be kept after you leave this page: ${why}.`);
      return { store: memoryEditStore(), edits: new Map(), setAside: [] };
    }
  }

  async #mount(store: EditStore, edits: Map<string, StoredEdit>): Promise<void> {
    const runtime = new NotebookRuntime(this.#stdlib, this, (state) => this.#stateChanged(state));
    this.#runtime = runtime;
    this.#autosave = new Autosave(store, this.notebookId, (cell, state) =>
      this.#cell(cell)?.savedChanged(state),
    );
    const cells = this.#cells();
    for (const cell of cells) cell.attach(this, edits.get(cell.cellId));
    this.#stateChanged("running");
    // All at once: a cell must not run before the one that it reads from is there.
    const specs = await Promise.all(cells.map((cell) => cell.spec()));
    if (runtime !== this.#runtime) return;
    runtime.touch(); // a notebook without cells settles, too
    cells.forEach((cell, i) => {
      cell.define(specs[i]!);
    });
    if (this.#live) {
      for (const inline of this.querySelectorAll<EtudeInline>("etude-inline")) inline.attach(runtime);
    }
  }

  #enterSafeMode(): void {
    this.#live = false;
    const run = html`<button type="button">Run everything</button>`;
    run.addEventListener("click", async () => {
      await forgetAbandoned(this.notebookId);
      location.assign(location.pathname);
    });
    this.#notice(
      "The last visit to this page ended while its cells were running, so none of them runs by itself now. Run or mend them one by one, or",
      run,
    );
  }

  #notice(text: string, ...actions: HTMLElement[]): void {
    this.#notices.append(html`<div class="etude-notice"><p>${text}</p>${actions}</div>`);
  }

  #stateChanged(state: NotebookState): void {
    if (state === "settled") ++this.#settledCount;
    this.dataset.state = state;
    this.dataset.settledCount = String(this.#settledCount);
    if (this.#live) void markRunning(this.notebookId, state === "running");
  }
}

/** Defines the elements of a notebook. */
export function defineNotebookElements(): void {
  customElements.define("etude-cell", EtudeCell);
  customElements.define("etude-inline", EtudeInline);
  customElements.define("etude-notebook", EtudeNotebook);
}
