import { html } from "htl";
import type { NotebookStore, NotebookSummary } from "../../notebook/storage/index.ts";
import { exportNotebook } from "./export-notebook.ts";
import { type ItemAction, notebookItem } from "./notebook-item.ts";
import type { Notices } from "./notices.ts";
import { duplicateNotebook, renameNotebook } from "./own-notebooks.ts";
import { saveToDisk } from "./save-to-disk.ts";
import { titleForm } from "./title-form.ts";

/** The learner's notebooks, newest first, and what can be done with each. */
export class NotebookList {
  readonly #place: HTMLElement;
  readonly #store: NotebookStore;
  readonly #notices: Notices;
  #reading = 0;
  /** While a title is being written the list is not drawn anew. */
  #isRenaming = false;
  /** Notebooks with which something is being done: a second press does not do it twice. */
  readonly #busy = new Set<string>();

  constructor(place: HTMLElement, store: NotebookStore, notices: Notices) {
    this.#place = place;
    this.#store = store;
    this.#notices = notices;
  }

  /** Reads the list anew; the keyboard stays where it was. */
  async refresh(): Promise<void> {
    const reading = ++this.#reading;
    try {
      const notebooks = await this.#store.notebooks();
      if (reading === this.#reading && !this.#isRenaming) this.#draw(notebooks);
    } catch (error) {
      this.#notices.fail("Your notebooks could not be read", error);
    }
  }

  /** Puts the keyboard on a notebook's title, or on one of its buttons. */
  focus(id: string, part: "a" | `[data-command="${ItemAction}"]` = "a"): void {
    this.#item(id)?.querySelector<HTMLElement>(part)?.focus();
  }

  #item(id: string): HTMLElement | null {
    return this.#place.querySelector(`[data-notebook="${CSS.escape(id)}"]`);
  }

  #draw(notebooks: NotebookSummary[]): void {
    const focused = document.activeElement;
    const id = focused?.closest<HTMLElement>("[data-notebook]")?.dataset.notebook;
    const command = focused?.getAttribute("data-command") as ItemAction | null | undefined;
    const items = notebooks.map((notebook) =>
      notebookItem(notebook, (action) => void this.#act(action, notebook)),
    );
    this.#place.replaceChildren(
      items.length > 0
        ? html`<ul class="etude-notebooks">${items}</ul>`
        : html`<p class="etude-empty">No notebooks yet. Begin with an empty one or a template, copy a lesson into one
          of your own, or drop a file here.</p>`,
    );
    this.#place.dataset.state = "ready";
    if (id) this.focus(id, command ? `[data-command="${command}"]` : "a");
  }

  async #act(action: ItemAction, notebook: NotebookSummary): Promise<void> {
    this.#notices.clear();
    if (action === "rename") return this.#rename(notebook);
    if (this.#busy.has(notebook.id)) return;
    this.#busy.add(notebook.id);
    try {
      if (action === "duplicate") await this.#duplicate(notebook);
      else if (action === "download") await this.#download(notebook);
      else await this.#delete(notebook);
    } catch (error) {
      this.#notices.fail(`That did not work with “${notebook.title}”`, error);
    }
    this.#busy.delete(notebook.id);
  }

  #rename({ id, title }: NotebookSummary): void {
    const place = this.#item(id)!.querySelector<HTMLElement>('[data-part="title"]')!;
    const close = async () => {
      this.#isRenaming = false;
      await this.refresh();
      this.focus(id, '[data-command="rename"]');
    };
    const form = titleForm(title, {
      cancel: () => void close(),
      save: async (written) => {
        try {
          await renameNotebook(this.#store, id, written);
        } catch (error) {
          this.#notices.fail(`“${title}” could not be renamed`, error);
        }
        await close();
      },
    });
    this.#isRenaming = true;
    place.replaceChildren(form);
    form.querySelector("input")!.select();
  }

  async #duplicate({ id }: NotebookSummary): Promise<void> {
    const copy = await duplicateNotebook(this.#store, id);
    await this.refresh();
    this.focus(copy);
  }

  async #download({ id }: NotebookSummary): Promise<void> {
    const { name, blob } = await exportNotebook(this.#store, id);
    saveToDisk(name, blob);
    this.#notices.show({ text: `${name} was handed to your browser's downloads.` });
  }

  async #delete({ id, title }: NotebookSummary): Promise<void> {
    const undo = await this.#store.removeNotebook(id);
    await this.refresh();
    const run = async () => {
      try {
        await undo();
        this.#notices.show({ text: `“${title}” is back.` });
      } catch (error) {
        this.#notices.fail(`“${title}” could not be put back`, error);
      }
      await this.refresh();
      this.focus(id);
    };
    this.#notices.show({ text: `“${title}” was deleted.`, action: { label: "Undo", run } });
    this.#notices.focusAction();
  }
}
