import { html } from "htl";
import { icon } from "./icon.ts";
import { titleForm } from "./title-form.ts";

/** A notebook's title as the heading of its page, with a button beside it that makes it a field to write in. */
export class EditableHeading {
  readonly #heading: HTMLElement;
  readonly #save: (title: string) => void;
  readonly #button: HTMLElement;
  #title: string;
  #form: HTMLElement | null = null;

  /**
   * @param save keeps what was written, and sets `title` to what was kept
   */
  constructor(heading: HTMLElement, title: string, save: (title: string) => void) {
    this.#heading = heading;
    this.#title = title;
    this.#save = save;
    this.#button = html`<button type="button" class="etude-rename" aria-label="Rename this notebook">${icon(
      "rename",
    )}<span>Rename</span></button>`;
    this.#button.addEventListener("click", () => this.#edit());
    heading.addEventListener("dblclick", () => this.#edit());
    heading.after(this.#button);
    heading.textContent = title;
  }

  get title(): string {
    return this.#title;
  }

  set title(title: string) {
    this.#title = title;
    this.#heading.textContent = title;
  }

  #edit(): void {
    if (this.#form) return;
    this.#form = titleForm(this.#title, {
      cancel: () => this.#close(),
      save: (written) => {
        this.#save(written);
        this.#close();
      },
    });
    // The heading stays in the page, so that the page has one while its title is being written.
    this.#heading.classList.add("sr-only");
    this.#button.hidden = true;
    this.#heading.after(this.#form);
    this.#form.querySelector("input")!.select();
  }

  #close(): void {
    this.#form?.remove();
    this.#form = null;
    this.#heading.classList.remove("sr-only");
    this.#button.hidden = false;
    this.#button.focus();
  }
}
