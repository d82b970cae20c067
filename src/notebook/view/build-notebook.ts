import { html } from "htl";
import { tryCompile } from "../compile/index.ts";
import {
  cellIds,
  type Fence,
  type FenceBlock,
  type NotebookDocument,
  parseNotebook,
} from "../document/index.ts";
import type { Trust } from "../storage/index.ts";
import { makeCodeCell, makeTextCell } from "./make-cell.ts";

/** A notebook made in the browser: its elements, and which block of the document each stands for. */
export type BuiltNotebook = {
  content: DocumentFragment;
  document: NotebookDocument;
  /** The fences that its code cells were made of, by the cell's id. */
  fences: Map<string, Fence>;
  seed: number;
  title: string | undefined;
};

const turnMs = 30;

/**
 * The elements of a notebook made in the browser, as the site makes them for a lesson when it is built. All of its
 * text is in cells that can be edited; what is no cell (a listing's check, a quiz) is kept as it is, and not shown.
 * @param trust what came from elsewhere is shown, and nothing in it is made live
 * @param own whether it is the reader's own, with nothing behind it that a cell could be reset to
 */
export async function buildNotebook(markdown: string, own: boolean, trust: Trust): Promise<BuiltNotebook> {
  const notebook = parseNotebook(markdown);
  const { frontMatter, blocks } = notebook;
  const cells = blocks.filter(isCell);
  // A cell with a syntax error is built all the same: it is compiled anew, and says so, when it is defined.
  const compiled = new Map(cells.map((cell) => [cell, tryCompile(cell.source)]));
  const ids = cellIds(
    cells.map((cell) => ({
      explicit: cell.fence.options.id,
      firstName: compiled.get(cell)?.compiled?.outputs[0],
    })),
  );
  const content = document.createDocumentFragment();
  let textCount = 0;
  let turn = performance.now();
  for (const block of blocks) {
    // A long notebook must not hold the page while it is made.
    if (performance.now() - turn > turnMs) {
      await new Promise((resolve) => setTimeout(resolve));
      turn = performance.now();
    }
    if (block.kind === "prose") {
      const text = makeTextCell(`text-${++textCount}`);
      content.append(text);
      customElements.upgrade(text);
      text.trust = trust;
      await text.prepare(block.text);
    } else if (isCell(block)) {
      const { fence, source } = block;
      content.append(
        makeCodeCell({
          id: ids[cells.indexOf(block)]!,
          source,
          own,
          compiled: compiled.get(block)!.compiled,
          fold: fence.flags.includes("fold"),
          onClick: fence.options.run === "click",
          blank: compiled.get(block)!.blank,
        }),
      );
    } else {
      const kept = html`<template data-part="kept"></template>`;
      kept.dataset.block = String(blocks.indexOf(block));
      content.append(kept);
    }
  }
  customElements.upgrade(content);
  return {
    content,
    document: notebook,
    fences: new Map(cells.map(({ fence }, i) => [ids[i]!, fence])),
    seed: Number(frontMatter?.match(/^seed:\s*(-?\d+)\s*$/m)?.[1] ?? 0),
    title: frontMatter
      ?.match(/^title:\s*(?:"(.*)"|(.*?))\s*$/m)
      ?.slice(1)
      .find(Boolean),
  };
}

function isCell(block: NotebookDocument["blocks"][number]): block is FenceBlock {
  return block.kind === "fence" && block.fence.kind === "cell";
}
