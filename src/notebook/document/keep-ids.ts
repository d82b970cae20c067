import { cellIds } from "./cell-ids.ts";
import type { FenceBlock } from "./notebook.ts";

/**
 * Writes down the ids of those cells that would get another one when the document is read again: a cell that was
 * renamed, or that now comes before one it used to follow.
 * @param cells the cells of a document, in order
 * @param ids which each of them has now; no two alike
 * @param firstNameOf the first name that a source declares
 */
export function keepIds(
  cells: readonly FenceBlock[],
  ids: readonly string[],
  firstNameOf: (source: string) => string | undefined,
): FenceBlock[] {
  const names = cells.map(({ source }) => firstNameOf(source));
  const explicit = cells.map(({ fence }, i) => (fence.options.id === undefined ? undefined : ids[i]));
  // Each round writes at least one id, after which others may come out differently.
  for (;;) {
    const derived = cellIds(names.map((firstName, i) => ({ explicit: explicit[i], firstName })));
    const wrong = derived.findIndex((id, i) => id !== ids[i]);
    if (wrong < 0) break;
    explicit[wrong] = ids[wrong];
  }
  return cells.map((cell, i) => {
    const id = explicit[i];
    if (id === cell.fence.options.id) return cell;
    return { ...cell, fence: { ...cell.fence, options: { ...cell.fence.options, id: id! } } };
  });
}
