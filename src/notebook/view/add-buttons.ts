import { html } from "htl";
import type { NotebookHost } from "./host.ts";
import { icon } from "./icons.ts";

/** The buttons at the end of a notebook of the reader's own that add a cell there, and open it to be written. */
export function addButtons(notebook: NotebookHost): HTMLElement[] {
  const button = (kind: "js" | "md", label: string) => {
    const element: HTMLElement = html`<button type="button" data-add=${kind}>${icon("add")}<span>${label}</span></button>`;
    element.addEventListener("click", async () => {
      const part = await notebook.structure.add(kind, null);
      await part.openEditor();
    });
    return element;
  };
  return [button("js", "Code"), button("md", "Text")];
}
