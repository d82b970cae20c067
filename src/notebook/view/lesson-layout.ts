import { html } from "htl";
import type { Row } from "../document/index.ts";
import type { CellPlace, StoredLayout, Trust } from "../storage/index.ts";
import { EtudeCell } from "./etude-cell.ts";
import { frameOf } from "./frame-of.ts";
import { NotebookPart } from "./part.ts";
import { partsOf } from "./parts.ts";

/** Where a cell of the lesson's own stood before it was moved or deleted. */
export function makeGap(id: string): HTMLElement {
  return html`<etude-gap data-cell=${id} hidden></etude-gap>`;
}

function isGap(element: Element | null): element is HTMLElement {
  return element?.localName === "etude-gap";
}

/** A notebook's elements as a row that can be arranged. */
export function elementRow(notebook: Element & { appendPart(part: Element): void }): Row<Element> {
  return {
    take(id) {
      const part = partsOf(notebook).find(({ cellId }) => cellId === id);
      part?.replaceWith(makeGap(id));
      return part;
    },
    find: (id) =>
      id.startsWith("~")
        ? Array.from(notebook.querySelectorAll<HTMLElement>("etude-gap")).find(
            ({ dataset }) => dataset.cell === id.slice(1),
          )
        : partsOf(notebook)
            .filter(({ cellId }) => cellId === id)
            .map(frameOf)[0],
    insert: (item, anchor, side) => anchor[side](item),
    append: (item) => notebook.appendPart(item),
  };
}

/**
 * How the reader has changed the structure of a lesson, from how the page stands; null when it is as the lesson has it.
 * A cell that was moved or added is told by what stands beside it and is in its place when the cells are put in again
 * one by one.
 */
export function layoutOf(notebook: Element, removed: Iterable<string>, trust: Trust): StoredLayout | null {
  const parts = partsOf(notebook);
  const placed = parts
    .filter(({ isAdded, isMoved }) => isAdded || isMoved)
    .map((part) => ({
      id: part.cellId,
      ...(part.isAdded && { added: part.kind }),
      at: placeOf(part),
    }));
  const options = parts
    .filter((part): part is EtudeCell => part instanceof EtudeCell && part.isAdded)
    .filter(({ folded, onClick }) => folded || onClick)
    .map((cell): StoredLayout["options"][number] => [
      cell.cellId,
      { fold: cell.folded, onClick: cell.onClick },
    ]);
  const gone = Array.from(removed);
  if (placed.length === 0 && gone.length === 0) return null;
  return { schema: 1, placed, removed: gone, options, trust, updated: Date.now() };
}

/** The cell of an exercise, which is all that a place can be told by; else the element itself. */
function cellIn(element: Element | null): Element | null {
  return element?.matches("[data-exercise]") ? element.querySelector("etude-cell") : element;
}

function placeOf(part: Element): CellPlace | null {
  const before = cellIn(part.previousElementSibling);
  if (before instanceof NotebookPart) return { after: before.cellId };
  if (isGap(before)) return { after: `~${before.dataset.cell}` };
  // What comes after it and was put there too is not in its place yet when this one is put in.
  let after = cellIn(part.nextElementSibling);
  while (after instanceof NotebookPart && (after.isAdded || after.isMoved)) {
    after = cellIn(after.nextElementSibling);
  }
  if (after instanceof NotebookPart) return { before: after.cellId };
  return isGap(after) ? { before: `~${after.dataset.cell}` } : null;
}
