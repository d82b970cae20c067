import type { NotebookPart } from "./part.ts";

/** All parts of a notebook that can be edited, in order. */
export function partsOf(notebook: Element): NotebookPart[] {
  return Array.from(notebook.querySelectorAll<NotebookPart>("etude-cell, etude-prose"));
}
