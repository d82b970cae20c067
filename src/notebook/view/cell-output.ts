import { html } from "htl";
import { OutputMemory } from "./output-memory.ts";
import { failure, outputNodes, weightOf } from "./output-node.ts";

/** More than this is shown only when asked: a loop that displays must not bury the page. */
const mostItems = 100;
/** Elements, or as much text, that are shown at once. */
const mostWeight = 50_000;
/** Values beyond these are not kept, only counted. */
const mostHeld = 10_000;

/** The place where a cell shows its values. What a reader has opened or set in one stays so when the cell runs again. */
export class CellOutput {
  readonly element: HTMLElement;
  readonly #memory = new OutputMemory();
  #shown: Node[][] = [];
  #items = 0;
  #weight = 0;
  #held: unknown[] = [];
  #dropped = 0;
  #more: HTMLElement | null = null;

  constructor(element: HTMLElement) {
    this.element = element;
  }

  /** Takes everything away, and remembers how it stood. */
  clear(): void {
    for (const [position, nodes] of this.#shown.entries()) this.#memory.note(position, nodes);
    // Room was kept for the first values; now they take their own.
    this.element.style.minBlockSize = "";
    this.element.replaceChildren();
    this.#shown = [];
    this.#held = [];
    this.#dropped = 0;
    this.#more = null;
    this.#startStep();
  }

  /** Shows one more value. Never throws. */
  show(value: unknown): void {
    if (this.#more) this.#hold(value);
    else if (this.#isFull()) {
      this.#hold(value);
      this.#offerRest();
    } else this.#append(value);
  }

  #isFull(): boolean {
    return this.#items >= mostItems || this.#weight >= mostWeight;
  }

  #startStep(): void {
    this.#items = 0;
    this.#weight = 0;
  }

  #hold(value: unknown): void {
    if (this.#held.length < mostHeld) this.#held.push(value);
    else this.#dropped++;
  }

  #append(value: unknown): void {
    const position = this.#shown.length;
    const nodes = outputNodes(value, this.element, this.#memory.opened(position));
    const weight = nodes.reduce((sum, node) => sum + weightOf(node), 0);
    const shown = weight > mostWeight ? [this.#offerLarge(position, nodes)] : nodes;
    this.#items++;
    this.#weight += weight > mostWeight ? 1 : weight;
    this.#shown.push(shown);
    this.#place(shown, (all) => this.element.append(...all));
    this.#memory.restore(position, shown);
  }

  #place(nodes: Node[], put: (nodes: Node[]) => void): void {
    try {
      put(nodes);
    } catch (error) {
      put([failure(error)]);
    }
  }

  /** One output that would slow the whole page is shown when asked. */
  #offerLarge(position: number, nodes: Node[]): HTMLElement {
    const offer = html`<p class="etude-unshown">This output is so large that it may slow the page. </p>`;
    const button = html`<button type="button" class="etude-more">Show it</button>`;
    button.addEventListener("click", () => {
      this.#shown[position] = nodes;
      this.#place(nodes, (all) => offer.replaceWith(...all));
      this.#memory.restore(position, nodes);
    });
    offer.append(button);
    return offer;
  }

  #offerRest(): void {
    const more = html`<button type="button" class="etude-more">Show more</button>`;
    more.addEventListener("click", () => this.#showRest());
    this.#more = more;
    this.element.append(more);
  }

  #showRest(): void {
    this.#more?.remove();
    this.#more = null;
    this.#startStep();
    const first = this.#shown.length;
    while (this.#held.length > 0 && !this.#isFull()) this.#append(this.#held.shift());
    if (this.#held.length > 0) this.#offerRest();
    else if (this.#dropped > 0) this.element.append(this.#droppedNote());
    focusOn(this.#shown[first]?.[0]);
  }

  #droppedNote(): HTMLElement {
    const count = this.#dropped.toLocaleString("en");
    return html`<p class="etude-unshown">${count} more were displayed, too many to keep.</p>`;
  }
}

/** The button that was pressed is gone: whoever pressed it by key goes on where the new values begin. */
function focusOn(node: Node | undefined): void {
  if (!(node instanceof HTMLElement)) return;
  node.tabIndex = -1;
  node.focus({ preventScroll: true });
}
