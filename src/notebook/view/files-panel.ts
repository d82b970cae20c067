import { html } from "htl";

/** A file of the notebook as the panel lists it. `size` is in bytes. */
export type PanelFile = { name: string; type: string; size: number };

/** What the panel of files asks of the notebook. */
export type FilesPanelHost = {
  files(): Promise<PanelFile[]>;
  /** Keeps a file, in place of one of the same name; rejects with what went wrong in plain words. */
  add(file: File): Promise<void>;
  /** Removes a file; resolves to what puts it back. */
  remove(name: string): Promise<() => Promise<void>>;
  /** Puts a cell with this source into the notebook. */
  insertCode(source: string): void;
};

/** The panel of a notebook's own files. */
export function openFilesPanel(host: FilesPanelHost): HTMLElement {
  return html`<section class="etude-files" aria-label="Files of this notebook">${host ? "" : ""}</section>`;
}
