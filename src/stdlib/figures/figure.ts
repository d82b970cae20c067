import { element } from "../element.ts";
import { dataTable, type FigureTable } from "./data-table.ts";

/** Width of a drawing that is not told another, in pixels. */
export const defaultWidth = 640;

export interface FigureOptions {
  /** What the figure shows, in a few words: its title and the name of the drawing. */
  name: string;
  /** One sentence that says what there is to see, for those who cannot see it. */
  description?: string;
  /** Text below the drawing. */
  caption?: string | Node;
  /** The data behind it; asked for when the reader opens it. */
  table?: () => FigureTable;
  /** Stands above the drawing. */
  legend?: Element;
  /** The drawing, or a function that draws it at a width in pixels and so again when there is less room. */
  node: Element | ((width: number) => Element);
  /** Width of the drawing in pixels where there is room for it; default 640. */
  width?: number;
  /** Height kept free for the drawing, in pixels. */
  height?: number;
}

/** Plot labels groups that have no role, and those names are not allowed; the drawing has one name, its own. */
function nameDrawing(drawing: Element, name: string): Element {
  for (const part of drawing.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", name);
  return drawing;
}

/**
 * The room that the last figure found, in pixels. Figures of a page mostly have the same: one that is drawn again at
 * each step of a slider is then drawn once, not twice. A wrong guess is put right before it is seen.
 */
let usualRoom = Number.POSITIVE_INFINITY;

/** Draws again whenever the room for a drawing becomes narrower, or wider again. */
function followRoom(
  frame: HTMLElement,
  box: HTMLElement,
  wanted: number,
  draw: (width: number) => Element,
): void {
  let drawn = Math.min(wanted, usualRoom);
  box.append(draw(drawn));
  const watch = new ResizeObserver(() => {
    const room = Math.floor(frame.clientWidth);
    if (room < 1) return;
    usualRoom = room;
    const width = Math.min(wanted, room);
    if (width === drawn) return;
    drawn = width;
    box.firstElementChild?.replaceWith(draw(width));
    box.dispatchEvent(new Event("etude-redraw"));
  });
  watch.observe(frame);
}

/**
 * The frame of every figure: a drawing that has a name, its legend, its caption and its data.
 *
 * The drawing stands in an element of class `etude-drawing`, which fires `etude-redraw` when it was drawn again.
 * @example
 * figure({
 *   name: "A rising line",
 *   description: "It doubles at each step.",
 *   node: (width) => Plot.plot({width, height: 160, marks: [Plot.lineY([1, 2, 4, 8])]}),
 *   table: () => ({columns: ["step", "value"], rows: [[0, 1], [1, 2], [2, 4], [3, 8]]})
 * })
 */
export function figure(options: FigureOptions): HTMLElement {
  const { name, description, caption, table, legend, node, width = defaultWidth, height } = options;
  const label = description ? `${name}. ${description}` : name;
  const box = element("div", { class: "etude-drawing" });
  if (height !== undefined) box.style.minBlockSize = `${height}px`;
  const title = element("strong", {}, `${name}.`);
  const words = element("figcaption", {}, title, caption ? " " : null, caption);
  const frame = element("figure", { class: "etude-figure" }, legend, box, words);
  frame.style.setProperty("--etude-figure-width", `${width}px`);
  if (typeof node === "function") followRoom(frame, box, width, (at) => nameDrawing(node(at), label));
  else box.append(nameDrawing(node, label));
  if (table) frame.append(dataTable(name, table));
  return frame;
}
