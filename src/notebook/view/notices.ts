import { html } from "htl";

/** What a button in a notice says and does; the notice goes when it is pressed, unless that answers false. */
export type NoticeAction = { label: string; act(): unknown };

/** What a notebook has to say to its reader, above its text. */
export class Notices {
  readonly element: HTMLElement = html`<div class="etude-notices" data-part="notices"></div>`;
  readonly #shown = new Map<string, HTMLElement>();
  readonly #onFocusLost: () => void;

  /** @param onFocusLost called when a notice goes that had the focus */
  constructor(onFocusLost: () => void) {
    this.#onFocusLost = onFocusLost;
  }

  /**
   * Shows a notice until it is dismissed or acted on.
   * @param key a later notice of the same key takes its place
   * @param options.stays it has no button that dismisses it
   */
  show(key: string, text: string, actions: NoticeAction[] = [], options: { stays?: boolean } = {}): void {
    this.dismiss(key);
    const buttons = actions.map(({ label, act }) => {
      const button = html`<button type="button">${label}</button>`;
      button.addEventListener("click", async () => {
        if ((await act()) !== false) this.dismiss(key);
      });
      return button;
    });
    const notice: HTMLElement = html`<div class="etude-notice" data-notice=${key}><p>${text}</p>${buttons}</div>`;
    if (!options.stays) {
      const close = html`<button type="button" class="etude-dismiss" aria-label="Dismiss">×</button>`;
      close.addEventListener("click", () => this.dismiss(key));
      notice.append(close);
    }
    this.#shown.set(key, notice);
    this.element.append(notice);
  }

  dismiss(key: string): void {
    const notice = this.#shown.get(key);
    const hadFocus = notice?.contains(document.activeElement) ?? false;
    notice?.remove();
    this.#shown.delete(key);
    // Whoever pressed its button by key must not be left nowhere.
    if (hadFocus) this.#onFocusLost();
  }

  clear(): void {
    this.#shown.clear();
    this.element.replaceChildren();
  }
}
