import { html } from "htl";

/** What a page has to say: a sentence, more lines where there are any, and something that can be done about it. */
export type Notice = {
  text: string;
  lines?: string[];
  isError?: boolean;
  action?: { label: string; run(): Promise<void> };
};

/** The one place of a page where it says what has happened. What it says stays until it is dismissed or replaced. */
export class Notices {
  readonly #place: HTMLElement;

  /** The place is in the page from the start: a live region is heard only when it was there before its text. */
  constructor(place: HTMLElement) {
    this.#place = place;
    place.setAttribute("role", "status");
  }

  show({ text, lines = [], isError = false, action }: Notice): void {
    const dismiss = html`<button type="button" data-command="dismiss">Dismiss</button>`;
    dismiss.addEventListener("click", () => this.clear());
    const act = action && html`<button type="button" data-command="act">${action.label}</button>`;
    act?.addEventListener("click", () => void action!.run(), { once: true });
    this.#place.replaceChildren(html`<div class=${`etude-say ${isError ? "etude-say-error" : ""}`}>
      <div><p>${text}</p>${lines.length > 0 ? html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>` : ""}</div>
      <span class="etude-say-actions">${act ?? ""}${dismiss}</span></div>`);
  }

  /** Says why something did not work. */
  fail(what: string, error: unknown): void {
    this.show({ text: `${what}. ${error instanceof Error ? error.message : String(error)}`, isError: true });
  }

  clear(): void {
    this.#place.replaceChildren();
  }

  /** The keyboard goes to what can be done about it. */
  focusAction(): void {
    this.#place.querySelector<HTMLElement>('[data-command="act"]')?.focus();
  }
}
