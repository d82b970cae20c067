import { html } from "htl";
import type { NamedValue } from "../runtime/index.ts";
import { kindParts } from "./value-kind.ts";
import { previewText } from "./value-preview.ts";

const stateWords: Record<NamedValue["state"], string> = {
  pending: "waiting",
  fulfilled: "",
  rejected: "failed",
  idle: "not run",
};

/** One name in the table of variables; it keeps its element, and so the focus in it, when what it shows changes. */
export class VariableRow {
  readonly element: HTMLElement;
  readonly #cells: Record<"name" | "type" | "shape" | "value" | "cell" | "usedBy", HTMLElement>;
  readonly #goTo: (cell: string) => void;
  #shown: NamedValue | null = null;

  constructor(goTo: (cell: string) => void) {
    this.#goTo = goTo;
    const cell = (label: string) => html`<div role="cell" data-label=${label}></div>`;
    this.#cells = {
      name: html`<div role="rowheader"></div>`,
      type: cell("Type"),
      shape: cell("Shape"),
      value: cell("Value"),
      cell: cell("Defined in"),
      usedBy: cell("Used by"),
    };
    this.element = html`<div role="row">${Object.values(this.#cells)}</div>`;
  }

  /** What the filter looks in: the name, and the type. */
  get text(): string {
    return `${this.#shown?.name} ${this.#cells.type.textContent}`.toLowerCase();
  }

  show(named: NamedValue): void {
    const before = this.#shown;
    this.#shown = named;
    if (before?.name !== named.name || before.cell !== named.cell) {
      this.#cells.name.replaceChildren(this.#link(named.name, named.cell));
      this.#cells.cell.replaceChildren(this.#link(named.cell, named.cell));
    }
    if (before?.usedBy.join() !== named.usedBy.join()) {
      const links = named.usedBy.flatMap((cell, i) => [i > 0 ? ", " : "", this.#link(cell, cell)]);
      this.#cells.usedBy.replaceChildren(...(links.length > 0 ? links : ["–"]));
    }
    if (before && before.state === named.state && Object.is(before.value, named.value)) return;
    this.element.dataset.state = named.state;
    const { type, shape, value } = this.#cells;
    const hasValue = named.state === "fulfilled";
    const kind = hasValue ? kindParts(named.value) : { type: stateWords[named.state], shape: "" };
    type.textContent = kind.type;
    shape.textContent = kind.shape;
    value.textContent = hasValue ? previewText(named.value) : "";
  }

  #link(text: string, cell: string): HTMLElement {
    const button = html`<button type="button" title=${`Go to cell ${cell}`}>${text}</button>`;
    button.addEventListener("click", () => this.#goTo(cell));
    return button;
  }
}
