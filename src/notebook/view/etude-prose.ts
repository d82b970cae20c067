import { html } from "htl";
import type { SaveState, StoredEdit } from "../storage/index.ts";
import type { EtudeInline } from "./etude-inline.ts";
import { NotebookPart, type PartParent } from "./part.ts";
import { notebookPorts } from "./ports.ts";

/** How soon after the last key the text is set anew while it is written. */
const renderMs = 150;

/** A cell of text in Markdown: it shows how it reads; its source opens below when it is edited. */
export class EtudeProse extends NotebookPart {
  readonly kind = "md";
  readonly original = null;
  #output!: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #rendered: string | null = null;
  protected sourceElement!: HTMLElement;

  /** Sets the text as it reads, before the notebook wakes up. */
  async prepare(source: string): Promise<void> {
    this.#build();
    this.adopt(source);
    await this.#render();
  }

  attach(parent: PartParent, edit: StoredEdit | undefined): void {
    this.parent = parent;
    this.#build();
    if (edit) {
      this.adopt(edit.source);
      this.trust = edit.trust;
    }
    if (this.#rendered !== this.source) void this.#render();
    this.update();
  }

  /** Takes over what was kept of it in another tab. */
  takeOver(edit: StoredEdit | undefined): void {
    if (!edit || (edit.source === this.source && edit.trust === this.trust)) return;
    this.trust = edit.trust;
    this.adopt(edit.source);
    void this.#render();
  }

  /** Shows the text as it reads, and puts its source away. */
  async run(): Promise<void> {
    this.closeEditor();
    await this.#render();
  }

  savedChanged(_state: SaveState): void {}

  update(): void {
    this.setAttribute("aria-label", `Text ${this.cellId}`);
    this.toggleAttribute("data-empty", this.source.trim() === "");
    this.controls?.refresh();
  }

  protected openSource(): void {
    this.sourceElement.hidden = false;
  }

  protected showListing(): void {
    this.sourceElement.hidden = true;
    this.sourceElement.replaceChildren();
  }

  protected sourceChanged(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#render(), renderMs);
    this.update();
  }

  protected editorOpened(): void {}

  /** Ends the live values in its sentences. */
  detach(): void {
    for (const { cellId } of this.#inlines()) this.parent?.runtime.remove(cellId);
  }

  #build(): void {
    if (this.sourceElement) return;
    this.#output = html`<div data-part="output" class="sl-markdown-content"></div>`;
    this.sourceElement = html`<div data-part="source" hidden></div>`;
    this.append(this.#output, this.sourceElement);
    this.#output.addEventListener("dblclick", () => void this.openEditor());
    this.setAttribute("role", "group");
  }

  async #render(): Promise<void> {
    clearTimeout(this.#timer);
    const { source } = this;
    const content = await notebookPorts().renderMarkdown(source);
    if (source !== this.source) return;
    let count = 0;
    if (this.trust === "mine" && source.includes("${")) {
      // The compiler comes with it, which a lesson's page does not need otherwise.
      const { makeExpressionsLive } = await import("./inline-expressions.ts");
      makeExpressionsLive(content, () => `inline-${this.cellId}-${++count}`);
      if (source !== this.source) return;
    }
    this.detach();
    this.#output.replaceChildren(content);
    this.#rendered = source;
    this.wake();
  }

  /** Makes the values in its sentences live, where they may be. */
  wake(): void {
    if (!this.parent?.live || this.trust === "foreign") return;
    for (const inline of this.#inlines()) inline.attach(this.parent.runtime);
  }

  #inlines(): NodeListOf<EtudeInline> {
    return this.#output.querySelectorAll<EtudeInline>("etude-inline");
  }
}
