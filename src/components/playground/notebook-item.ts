import { html } from "htl";
import { sizeInWords } from "../../notebook/share/limits.ts";
import type { NotebookSummary } from "../../notebook/storage/index.ts";
import { type IconName, icon } from "./icon.ts";
import { pageUrls } from "./page-urls.ts";
import { whenText } from "./when-text.ts";

/** What can be done with a notebook of the list. */
export type ItemAction = "rename" | "duplicate" | "download" | "delete";

const words: [action: ItemAction, word: string, icon: IconName][] = [
  ["rename", "Rename", "rename"],
  ["duplicate", "Duplicate", "copy"],
  ["download", "Download", "download"],
  ["delete", "Delete", "delete"],
];

/** One notebook of the list: its title, what is known of it, and what can be done with it. */
export function notebookItem(notebook: NotebookSummary, act: (action: ItemAction) => void): HTMLElement {
  const { id, title, trust, updated, bytes } = notebook;
  const buttons = words.map(([action, word, name]) => {
    const button = html`<button type="button" data-command=${action} aria-label=${`${word} ${title}`}>
      ${icon(name)}<span>${word}</span></button>`;
    button.addEventListener("click", () => act(action));
    return button;
  });
  const changed = new Date(updated);
  const when = whenText(updated, Date.now());
  const size = sizeInWords(bytes);
  return html`<li data-notebook=${id} data-trust=${trust}>
    <div data-part="title"><a href=${pageUrls.notebook(id)}>${title}</a></div>
    <p class="etude-facts"><span>Changed <time datetime=${changed.toISOString()} title=${changed.toLocaleString("en")}>${when}</time> · ${size}</span>${
      trust === "foreign" ? html`<span class="etude-foreign">From elsewhere, not run</span>` : ""
    }</p>
    <div class="etude-item-actions">${buttons}</div>
  </li>`;
}
