import { html } from "htl";
import { type Compilation, tryCompile } from "../compile/index.ts";
import {
  type Block,
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

/** Lets the page do other things in between: a long notebook must not hold it while it is made. */
function turns(): () => Promise<void> {
  let turn = performance.now();
  return async () => {
    if (performance.now() - turn < turnMs) return;
    await new Promise((resolve) => setTimeout(resolve));
    turn = performance.now();
  };
}

/**
 * The elements of a notebook made in the browser, as the site makes them for a lesson when it is built. All of its
 * text is in cells that can be edited; what is no cell (a listing's check, a quiz) is kept as it is, and not shown.
 * @param trust what came from elsewhere is shown, and nothing in it is made live
 * @param own whether it is the reader's own, with nothing behind it that a cell could be reset to
 */
export async function buildNotebook(markdown: string, own: boolean, trust: Trust): Promise<BuiltNotebook> {
  const notebook = parseNotebook(markdown);
  const { frontMatter, blocks } = notebook;
  const giveWay = turns();
  // A cell with a syntax error is built all the same: it is compiled anew, and says so, when it is defined.
  const compiled = new Map<Block, Compilation>();
  for (const cell of blocks.filter(isCell)) {
    compiled.set(cell, tryCompile(cell.source));
    await giveWay();
  }
  const ids = idsOf(blocks.filter(isCell), (cell) => compiled.get(cell)!.compiled?.outputs[0]);
  const content = document.createDocumentFragment();
  let textCount = 0;
  for (const [index, block] of blocks.entries()) {
    await giveWay();
    if (block.kind === "prose") {
      const text = makeTextCell(freeId(`text-${++textCount}`, ids));
      content.append(text);
      customElements.upgrade(text);
      text.trust = trust;
      await text.prepare(block.text);
    } else if (isCell(block)) {
      const { fence, source } = block;
      content.append(
        makeCodeCell({
          id: ids.get(block)!,
          source,
          own,
          compiled: compiled.get(block)!.compiled,
          blank: compiled.get(block)!.blank,
          fold: fence.flags.includes("fold"),
          onClick: fence.options.run === "click",
        }),
      );
    } else {
      const kept = html`<template data-part="kept"></template>`;
      kept.dataset.block = String(index);
      content.append(kept);
    }
  }
  customElements.upgrade(content);
  return {
    content,
    document: notebook,
    fences: new Map(Array.from(ids, ([cell, id]) => [id, (cell as FenceBlock).fence])),
    seed: Number(frontMatter?.match(/^seed:\s*(-?\d+)\s*$/m)?.[1] ?? 0),
    title: frontMatter
      ?.match(/^title:\s*(?:"(.*)"|(.*?))\s*$/m)
      ?.slice(1)
      .find(Boolean),
  };
}

function isCell(block: Block): block is FenceBlock {
  return block.kind === "fence" && block.fence.kind === "cell";
}

/** The ids of cells. Unlike a lesson, a notebook in which an id is given twice can be opened: the second is another. */
function idsOf(
  cells: FenceBlock[],
  firstNameOf: (cell: FenceBlock) => string | undefined,
): Map<Block, string> {
  const given = new Set<string>();
  const ids = cellIds(
    cells.map((cell) => {
      const { id } = cell.fence.options;
      const isFree = id !== undefined && !given.has(id);
      if (isFree) given.add(id);
      return { explicit: isFree ? id : undefined, firstName: firstNameOf(cell) ?? id };
    }),
  );
  return new Map(cells.map((cell, i) => [cell, ids[i]!]));
}

/** An id for a cell of text that no cell of code has. */
function freeId(wanted: string, ids: ReadonlyMap<Block, string>): string {
  const taken = new Set(ids.values());
  return taken.has(wanted) ? freeId(`${wanted}-text`, ids) : wanted;
}
