import { html } from "htl";
import type { CellName, NameDoc, ParamDoc } from "./editor-help.ts";
import { withCode } from "./with-code.ts";

/** What a learner reads of a name of the library. */
export function docCard(doc: NameDoc): HTMLElement {
  const more =
    doc.url === undefined ? null : html`<a href=${doc.url} target="_blank">More on ${doc.name}</a>`;
  return html`<div class="etude-name-card">
    ${doc.signature === undefined ? null : html`<code>${doc.signature}</code>`}
    <p>${withCode(doc.summary ?? doc.kind)}</p>
    ${more}
  </div>`;
}

/** What a learner reads of a name that a cell defines. */
export function cellNameCard({ name, kind, cell }: CellName): HTMLElement {
  return html`<div class="etude-name-card"><code>${name}</code><p>${kind}, defined in cell “${cell}”</p></div>`;
}

/** What a learner reads of an option of a function or a class. */
export function paramCard({ name, type, doc }: ParamDoc): HTMLElement {
  return html`<div class="etude-name-card"><code>${name}</code><p>${withCode(doc)}</p><p>${withCode(type)}</p></div>`;
}
