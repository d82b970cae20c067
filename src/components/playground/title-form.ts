import { html } from "htl";

/** What becomes of a title that is being written. */
export type TitleEvents = { save(title: string): void; cancel(): void };

/** A small form to write a notebook's title in: Enter or Save takes it, Escape or Cancel leaves it as it was. */
export function titleForm(title: string, { save, cancel }: TitleEvents): HTMLFormElement {
  const form = html`<form class="etude-title-form">
    <input type="text" name="title" maxlength="200" autocomplete="off" aria-label="Title of the notebook" value=${title} />
    <button type="submit">Save</button>
    <button type="button" data-command="cancel">Cancel</button>
  </form>` as HTMLFormElement;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(form.querySelector("input")!.value);
  });
  form.querySelector('[data-command="cancel"]')!.addEventListener("click", cancel);
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    cancel();
  });
  return form;
}
