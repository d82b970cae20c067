import type { Rect } from "@codemirror/view";

/** What is left free beside a card that goes to the edge of the page. */
const edgePx = 8;

/**
 * Where the card of a completion stands: beside the list where there is room, else below or above all of it, so that it
 * covers none of the list; on a page too small for both it is left out.
 */
export function cardPlace(
  list: Rect,
  option: Rect,
  card: Rect,
  space: Rect,
): { style: string; class: string } {
  const width = card.right - card.left;
  const height = card.bottom - card.top;
  const isRight = space.right - list.right >= width;
  if (isRight || list.left - space.left >= width) {
    const top = Math.max(space.top, Math.min(option.top, space.bottom - height)) - list.top;
    return { style: `top: ${top}px`, class: `cm-completionInfo-${isRight ? "right" : "left"}` };
  }
  const across = `left: 0; max-width: ${space.right - list.left - edgePx}px`;
  const listHeight = list.bottom - list.top;
  const narrow = (edge: string) => ({
    style: `${edge}: ${listHeight}px; ${across}`,
    class: "etude-card-narrow",
  });
  if (space.bottom - list.bottom >= height) return narrow("top");
  if (list.top - space.top >= height) return narrow("bottom");
  return { style: "display: none", class: "etude-card-narrow" };
}
