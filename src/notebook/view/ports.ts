import type { Stdlib } from "../runtime/index.ts";
import type { EditStore } from "../storage/index.ts";

/** What a notebook is handed by the page that mounts it: it knows of no course, no music and no storage of its own. */
export type NotebookPorts = {
  /** What cells can name, for a notebook with this seed. */
  stdlib(options: { seed: number }): Stdlib;
  /** Where edits are kept; rejects where the browser keeps nothing. */
  openStore(): Promise<EditStore>;
  /** An element for a value that is better shown than inspected; null for the rest. */
  present(value: unknown): Element | null;
  /** Prose as HTML, for a notebook that was opened from Markdown. */
  renderMarkdown(markdown: string): Promise<DocumentFragment>;
};

let ports: NotebookPorts | null = null;

/** Hands the ports to all notebooks of the page; to be called once, before the elements are defined. */
export function providePorts(provided: NotebookPorts): void {
  ports = provided;
}

/** The ports that the page handed in. */
export function notebookPorts(): NotebookPorts {
  if (!ports) throw new Error("providePorts(…) must be called before a notebook is mounted.");
  return ports;
}
