import { html } from "htl";
import { type FileKind, fileKind, sizeInWords } from "../share/index.ts";

/** A file of the notebook as the panel lists it. `size` is in bytes. */
export type PanelFile = { name: string; type: string; size: number };

const words: Record<FileKind, string> = {
  audio: "sound",
  image: "picture",
  json: "JSON",
  midi: "MIDI",
  other: "file",
  table: "table",
  text: "text",
};

/** A file in the panel: its name, what it is, how large, and what can be done with it. */
export function fileRow(file: PanelFile, ask: { insert(): void; remove(): void }): HTMLElement {
  const insert = html`<button type="button" data-command="insertCode"
    aria-label=${`Insert code that reads ${file.name}`}>Insert code</button>`;
  const remove = html`<button type="button" data-command="removeFile" aria-label=${`Remove ${file.name}`}>Remove</button>`;
  insert.addEventListener("click", ask.insert);
  remove.addEventListener("click", ask.remove);
  return html`<li data-file=${file.name}>
    <span class="etude-file-name">${file.name}</span>
    <span class="etude-file-facts">${words[fileKind(file.name)]}, ${sizeInWords(file.size)}</span>
    <span class="etude-file-actions">${insert}${remove}</span></li>`;
}
