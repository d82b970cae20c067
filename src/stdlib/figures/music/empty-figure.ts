import { element } from "../../element.ts";
import { emptyDrawing } from "../empty-drawing.ts";
import { figure } from "../figure.ts";
import type { MusicFigureOptions } from "./picked-figure.ts";

/** A frame of the same size with a line of text instead of a drawing. */
export function emptyFigure(
  name: string,
  message: string,
  { width, height = 300, caption }: MusicFigureOptions,
): HTMLElement {
  const draw = (at: number) => emptyDrawing(message, at, height);
  const node = figure({ name, description: message, caption, width, height, node: draw });
  // The line that reads a place is kept free as well, so that nothing below moves when the figure comes.
  node.querySelector(".etude-drawing")!.after(element("p", { class: "etude-readout" }));
  return node;
}
