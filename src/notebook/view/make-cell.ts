import { html } from "htl";
import type { CompiledCell } from "../compile/index.ts";
import type { EtudeCell } from "./etude-cell.ts";
import type { EtudeProse } from "./etude-prose.ts";

/** What a code cell made in the browser starts with. */
export type NewCell = {
  id: string;
  source: string;
  fold?: boolean;
  onClick?: boolean;
  /** Has blanks to fill in. */
  blank?: boolean;
  /** What the source compiles to, where that is known. */
  compiled?: CompiledCell | null;
  /** Nothing stands behind it that it could be reset to. */
  own?: boolean;
};

/** A code cell made in the browser, as the site makes it for a lesson when it is built. */
export function makeCodeCell({ id, source, fold, onClick, blank, compiled, own }: NewCell): EtudeCell {
  const cell = html`<etude-cell class="not-content" data-cell=${id} id=${`cell-${id}`} data-state="idle">
    <div data-part="output"></div>
    <details data-part="code"><summary>Code</summary>
      <div data-part="source"><pre class="etude-listing"><code>${source}</code></pre></div></details>
    <script type="application/json" data-part="data"></script>
  </etude-cell>` as EtudeCell;
  cell.querySelector("details")!.open = !fold;
  if (onClick) cell.dataset.run = "click";
  if (blank) cell.dataset.blank = "";
  cell.querySelector("script")!.textContent = JSON.stringify({
    source,
    compiled: compiled ?? null,
    own: own ?? false,
  });
  return cell;
}

/** An empty cell of text. */
export function makeTextCell(id: string): EtudeProse {
  return html`<etude-prose class="not-content" data-cell=${id} id=${`cell-${id}`}></etude-prose>` as EtudeProse;
}
