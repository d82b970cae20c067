import { html } from "htl";
import { CellSyntaxError, type CompiledCell, compile, hasBlank } from "../compile/index.ts";
import { cellIds, type FenceBlock, parseNotebook } from "../document/index.ts";
import { makeExpressionsLive } from "./inline-expressions.ts";

/** The elements of a notebook made in the browser, as the site makes them for a lesson when it is built. */
export async function buildNotebook(
  markdown: string,
  renderMarkdown: (text: string) => Promise<DocumentFragment>,
): Promise<{ content: DocumentFragment; seed: number }> {
  const { frontMatter, blocks } = parseNotebook(markdown);
  const seed = Number(frontMatter?.match(/^seed:\s*(-?\d+)\s*$/m)?.[1] ?? 0);
  const fences = blocks.filter((block): block is FenceBlock => block.kind === "fence");
  const cells = fences.filter(({ fence }) => fence.kind === "cell");
  const compiled = new Map(cells.map((cell) => [cell, tryCompile(cell.source)]));
  const ids = cellIds(
    cells.map((cell) => ({ explicit: cell.fence.options.id, firstName: compiled.get(cell)?.outputs[0] })),
  );
  const content = document.createDocumentFragment();
  let inlineCount = 0;
  for (const block of blocks) {
    if (block.kind === "prose") {
      const prose = await renderMarkdown(block.text);
      makeExpressionsLive(prose, () => `inline-${++inlineCount}`);
      content.append(prose);
    } else if (block.fence.kind === "cell") {
      content.append(cellElement(block, ids[cells.indexOf(block)]!, compiled.get(block)!));
    }
  }
  return { content, seed };
}

const uncompiled: CompiledCell = { inputs: [], outputs: [], autodisplay: false, body: "", lines: {} };

/** A cell with a syntax error is built all the same: it is compiled anew, and says so, when it is defined. */
function tryCompile(source: string): CompiledCell {
  try {
    return compile(source);
  } catch (error) {
    if (error instanceof CellSyntaxError) return uncompiled;
    throw error;
  }
}

function cellElement({ source, fence }: FenceBlock, id: string, compiled: CompiledCell): HTMLElement {
  const cell = html`<etude-cell class="not-content" data-cell=${id} id=${`cell-${id}`} data-state="idle">
    <div data-part="output"></div>
    <details data-part="code"><summary>Code</summary>
      <div data-part="source"><pre class="etude-listing"><code>${source}</code></pre></div></details>
    <script type="application/json" data-part="data"></script>
  </etude-cell>`;
  cell.querySelector("details")!.open = !fence.flags.includes("fold");
  if (fence.options.run === "click") cell.dataset.run = "click";
  if (hasBlank(source)) cell.dataset.blank = "";
  cell.querySelector("script")!.textContent = JSON.stringify({
    source,
    compiled: compiled === uncompiled ? null : compiled,
  });
  return cell;
}
