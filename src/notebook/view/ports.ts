import type { NameDoc } from "../editor/index.ts";
import type { Stdlib } from "../runtime/index.ts";
import type { NotebookStore, Trust } from "../storage/index.ts";

/** A notebook's own files, as its cells get them. */
export type FilesPort = {
  list(): Promise<{ name: string; type: string; size: number }[]>;
  get(name: string): Promise<Blob | null>;
};

/** What a notebook is handed by the page that mounts it: it knows of no course, no music and no storage of its own. */
export type NotebookPorts = {
  /** What cells can name, for a notebook with this seed and these files. */
  stdlib(options: { seed: number; files: FilesPort }): Stdlib;
  /** Where notebooks are kept; rejects where the browser keeps nothing. */
  openStore(): Promise<NotebookStore>;
  /** What makes an element for a value that is better shown than inspected; null for the rest. */
  present(): Promise<(value: unknown) => Element | null>;
  /** Prose as HTML, for a notebook that was opened from Markdown. */
  renderMarkdown(markdown: string): Promise<DocumentFragment>;
  /** What the library's names are, for the editor. */
  reference(): Promise<NameDoc[]>;
  /** The volume and the stop of the page's sound. */
  soundControls(): Promise<HTMLElement>;
  stopSound(): void;
  /** Makes a notebook of the reader's own of this one; resolves to its address. */
  copyToOwn(markdown: string, title: string, trust: Trust): Promise<string>;
  /** Where the help pages are, and what is kept can be seen. */
  addresses: { help: string; reference: string; data: string };
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
