import { Inspector } from "@observablehq/inspector";
import { html } from "htl";
import { notebookPorts } from "./ports.ts";

/** More than this is shown only when asked: a loop that displays must not bury the page. */
const maxItems = 100;
const maxCharacters = 5000;

/** The place where a cell shows its values. */
export class CellOutput {
  readonly element: HTMLElement;
  #count = 0;
  #held: unknown[] = [];

  constructor(element: HTMLElement) {
    this.element = element;
  }

  clear(): void {
    // Room was kept for the first values; now they take their own.
    this.element.style.minBlockSize = "";
    this.element.replaceChildren();
    this.#count = 0;
    this.#held = [];
  }

  show(value: unknown): void {
    if (this.#count === maxItems) this.#offerRest();
    if (this.#count++ < maxItems) this.element.append(asNode(value));
    else this.#held.push(value);
  }

  #offerRest(): void {
    const more = html`<button type="button" class="etude-more">Show more</button>`;
    more.addEventListener("click", () => {
      const next = this.#held.splice(0, maxItems);
      more.before(...next.map(asNode));
      if (this.#held.length === 0) more.remove();
    });
    this.element.append(more);
  }
}

function asNode(value: unknown): Node {
  if (value instanceof Element || value instanceof Text || value instanceof DocumentFragment) {
    const isElsewhere = value.parentNode !== null && value.isConnected;
    return isElsewhere ? value.cloneNode(true) : value;
  }
  return notebookPorts().present(value) ?? inspect(value);
}

function inspect(value: unknown, shown = maxCharacters): Element {
  const element = html`<div class="etude-value"></div>`;
  if (typeof value === "string" && value.length > shown) {
    const rest = value.length - shown;
    const more = html`<button type="button" class="etude-more">Show ${Math.min(rest, 19 * shown)} more characters</button>`;
    more.addEventListener("click", () => element.replaceWith(inspect(value, 20 * shown)));
    new Inspector(element).fulfilled(`${value.slice(0, shown)}…`);
    element.append(more);
  } else new Inspector(element).fulfilled(value);
  return element;
}
