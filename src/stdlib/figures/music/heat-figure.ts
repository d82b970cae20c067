import { type HeatScene, heatBox, heatDrawing } from "./heat-drawing.ts";
import { type PickedFigure, pickedFigure } from "./picked-figure.ts";

export interface HeatFigure extends Omit<PickedFigure, "draw" | "plot"> {
  scene: HeatScene;
}

/** A figure whose drawing is a picture of cells. */
export function heatFigure({ scene, ...options }: HeatFigure): HTMLElement {
  return pickedFigure({
    ...options,
    draw: (width) => heatDrawing(scene, width, options.height),
    plot: (width) => heatBox(scene, width, options.height),
  });
}
