import { html } from "htl";
import { icon } from "./icons.ts";

type Content = HTMLElement & { destroy?(): void };

/** A panel beside the notebook, one at a time; the notebook can be read and used while it is open. */
export class SidePanel {
  #open: { name: string; element: HTMLElement; content: Content; opener: Element | null } | null = null;

  /** Opens a panel, or closes it when it is the one that is open. */
  async toggle(name: string, title: string, make: () => Content | Promise<Content>): Promise<void> {
    const wasOpen = this.#open?.name === name;
    this.close();
    if (wasOpen) return;
    const opener = document.activeElement;
    const content = await make();
    this.close();
    const close = html`<button type="button" class="etude-dismiss" aria-label="Close">${icon("close")}</button>`;
    const element: HTMLElement = html`<aside class="etude-panel not-content" data-panel=${name} aria-label=${title}>
      <header><h2 tabindex="-1">${title}</h2>${close}</header>
      <div class="etude-panel-body">${content}</div></aside>`;
    close.addEventListener("click", () => this.close());
    element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) this.close();
      event.stopPropagation();
    });
    this.#open = { name, element, content, opener };
    document.body.append(element);
    element.querySelector("h2")!.focus();
  }

  close(): void {
    if (!this.#open) return;
    const { element, content, opener } = this.#open;
    this.#open = null;
    const hadFocus = element.contains(document.activeElement);
    content.destroy?.();
    element.remove();
    if (hadFocus && opener instanceof HTMLElement && opener.isConnected) opener.focus();
  }
}
