import { html } from "htl";
import { icon } from "./icons.ts";

let count = 0;

/** Opens a dialog above the page; Escape, its button and a press beside it close it, and the focus goes back. */
export function openDialog(title: string, ...content: (Node | string)[]): HTMLDialogElement {
  const id = `etude-dialog-${++count}`;
  const close = html`<button type="button" class="etude-dismiss" aria-label="Close">${icon("close")}</button>`;
  const dialog = html`<dialog class="etude-dialog not-content" aria-labelledby=${id}>
    <header><h2 id=${id}>${title}</h2>${close}</header>
    <div class="etude-dialog-body">${content}</div></dialog>` as HTMLDialogElement;
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => dialog.remove());
  // What is typed in it is no key of the page's.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
