import { html } from "htl";

/** How long a run may take before its progress shows, so that quick ones do not flicker. */
const quickMs = 300;

/** What is worth saying aloud of a long run. */
const announced = [25, 50, 75];

/** The bar of a cell that runs, with its Stop button. */
export class CellProgress {
  onStop: () => void = () => {};
  readonly #before: HTMLElement;
  readonly #cellId: string;
  readonly #announce: (percent: number) => void;
  #element: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #said = 0;

  /** `before` is what the bar stands above. */
  constructor(before: HTMLElement, cellId: string, announce: (percent: number) => void) {
    this.#before = before;
    this.#cellId = cellId;
    this.#announce = announce;
  }

  begin(): void {
    this.#timer ??= setTimeout(() => this.show(undefined), quickMs);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#element?.remove();
    this.#element = null;
    this.#said = 0;
  }

  /** Shows a fraction from 0 to 1; undefined when it is not known how much there is to do; null takes the bar away. */
  show(fraction: number | null | undefined): void {
    if (fraction === null) {
      this.#element?.remove();
      this.#element = null;
      return;
    }
    this.#element ??= this.#make();
    const bar = this.#element.querySelector("progress")!;
    if (fraction === undefined) bar.removeAttribute("value");
    else {
      bar.value = fraction;
      const reached = announced.findLast((percent) => fraction * 100 >= percent) ?? 0;
      if (reached > this.#said) this.#announce(reached);
      this.#said = Math.max(this.#said, reached);
    }
  }

  /** Says something beside the bar, if it is there. */
  say(text: string): void {
    const said = this.#element?.querySelector("span");
    if (said && said.textContent !== text) said.textContent = text;
  }

  #make(): HTMLElement {
    const stop = html`<button type="button" data-command="stop">Stop</button>`;
    stop.addEventListener("click", () => this.onStop());
    const bar = html`<progress aria-label=${`Progress of cell ${this.#cellId}`} max="1"></progress>`;
    const element: HTMLElement = html`<div class="etude-progress" data-part="progress">${bar}<span></span>${stop}</div>`;
    this.#before.before(element);
    return element;
  }
}
