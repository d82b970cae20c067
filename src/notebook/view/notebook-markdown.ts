import {
  type Arrangement,
  arrange,
  type Block,
  type Fence,
  type FenceBlock,
  formatNotebook,
  keepIds,
  listRow,
  type NotebookDocument,
} from "../document/index.ts";
import { EtudeCell } from "./etude-cell.ts";
import type { NotebookPart } from "./part.ts";

type FirstName = (source: string) => string | undefined;

/** A part as a block: with the words of its own fence, or, without one, with those that say how it stands. */
function blockOf(part: NotebookPart, fence?: Fence): Block {
  if (!(part instanceof EtudeCell)) return { kind: "prose", text: part.source };
  const { cellId, source } = part;
  return { kind: "fence", fence: fence ?? fenceOf(part, { id: cellId }), source, line: 0 };
}

function fenceOf(cell: EtudeCell, options: Fence["options"]): Fence {
  const { run: _run, ...others } = options;
  const flags = cell.folded ? ["fold"] : [];
  return {
    language: "js",
    kind: "cell",
    flags,
    options: { ...others, ...(cell.onClick && { run: "click" }) },
  };
}

/** What stands on the page of a notebook that was made from Markdown, block by block. */
function blocksOfPage(
  notebook: Element,
  original: NotebookDocument,
  fenceFor: (part: EtudeCell) => Fence | undefined,
): { block: Block; id: string | undefined }[] {
  const blocks: { block: Block; id: string | undefined }[] = [];
  for (const element of notebook.children) {
    const kept = element instanceof HTMLElement ? element.dataset.block : undefined;
    if (kept !== undefined) blocks.push({ block: original.blocks[Number(kept)]!, id: undefined });
    else if (element instanceof EtudeCell) {
      blocks.push({ block: blockOf(element, fenceFor(element)), id: element.cellId });
    } else if (element.localName === "etude-prose") {
      const part = element as NotebookPart;
      if (part.source.trim() !== "") blocks.push({ block: blockOf(part), id: undefined });
    }
  }
  return blocks;
}

/** A notebook of the reader's own: every cell has its id written down. */
export function ownAsMarkdown(notebook: Element, original: NotebookDocument): string {
  const blocks = blocksOfPage(notebook, original, (cell) => fenceOf(cell, { id: cell.cellId }));
  return formatNotebook({ ...original, blocks: blocks.map(({ block }) => block) });
}

/**
 * A notebook that was opened from Markdown, as it stands.
 * @param fences those that its cells were made of, by the cell's id
 */
export function pageAsMarkdown(
  notebook: Element,
  original: NotebookDocument,
  fences: ReadonlyMap<string, Fence>,
  firstNameOf: FirstName,
): string {
  const blocks = blocksOfPage(notebook, original, (cell) => {
    const fence = fences.get(cell.cellId);
    if (!fence || fence.flags.includes("fold") === cell.folded) return fence;
    const others = fence.flags.filter((flag) => flag !== "fold");
    return { ...fence, flags: cell.folded ? [...others, "fold"] : others };
  });
  return formatNotebook({ ...original, blocks: withIds(blocks, firstNameOf) });
}

/**
 * A lesson as Markdown, with what its reader has changed.
 * @param ids of the lesson's own cells, in their order in the lesson
 * @param parts all parts that stand on the page, by id
 */
export function lessonAsMarkdown(
  lesson: NotebookDocument,
  ids: readonly string[],
  parts: ReadonlyMap<string, NotebookPart>,
  arrangement: Arrangement,
  firstNameOf: FirstName,
): string {
  type Item = { block: Block; id: string | undefined };
  let count = 0;
  const items = lesson.blocks.map((block): Item => {
    const kind = block.kind === "fence" ? block.fence.kind : null;
    if (block.kind !== "fence" || (kind !== "cell" && kind !== "exercise")) return { block, id: undefined };
    const id = ids[count++]!;
    return { block: { ...block, source: parts.get(id)?.source ?? block.source }, id };
  });
  const list = listRow(items, ({ id }) => id);
  arrange(list.row, arrangement, (id) => {
    const part = parts.get(id);
    return part?.isAdded ? list.slot({ block: blockOf(part), id }) : undefined;
  });
  return formatNotebook({ ...lesson, blocks: withIds(list.items(), firstNameOf) });
}

function withIds(
  items: readonly { block: Block; id: string | undefined }[],
  firstNameOf: FirstName,
): Block[] {
  const cells = items.filter(
    (item): item is { block: FenceBlock; id: string } => item.block.kind === "fence" && item.id !== undefined,
  );
  const kept = keepIds(
    cells.map(({ block }) => block),
    cells.map(({ id }) => id),
    firstNameOf,
  );
  const byBlock = new Map<Block, Block>(cells.map(({ block }, i) => [block, kept[i]!]));
  return items.map(({ block }) => byBlock.get(block) ?? block);
}
