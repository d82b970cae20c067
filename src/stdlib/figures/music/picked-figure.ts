import type { FigureTable } from "../data-table.ts";
import { defaultWidth, figure } from "../figure.ts";
import { gridMoves, type PlacePicker, pickPlaces } from "./place-picker.ts";
import { type PlayOptions, playhead, type ShowPosition } from "./playhead.ts";
import type { PlotBox } from "./plot-box.ts";

/** What every figure of music can be told. */
export interface MusicFigureOptions {
  /** Title. */
  name?: string;
  /** Text below. */
  caption?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels. */
  height?: number;
}

/** The places of a drawing that can be picked, as a grid. */
export interface PickedGrid {
  invitation: string;
  columns: number;
  rows: number;
  /** Columns that one key press goes; default 1. */
  step?: number;
  /** The values of the axes at the middle of a place. */
  values(column: number, row: number): { x: number; y: number };
  /** The place at values of the axes. */
  find(x: number, y: number): { column: number; row: number };
  describe(column: number, row: number): string;
  activate?(column: number, row: number): unknown;
}

export interface PickedFigure {
  name: string;
  description: string;
  caption?: string;
  legend?: Element;
  width?: number;
  height: number;
  /** Draws at a width in pixels. */
  draw(width: number): Element;
  /** Where the plot lies in a drawing of that width. */
  plot(width: number): PlotBox;
  /** What can be picked; it is told what moves the playhead. */
  places?(show: ShowPosition): PickedGrid;
  position?: PlayOptions["position"];
  table(): FigureTable;
}

function picker(plot: () => PlotBox, grid: PickedGrid): PlacePicker {
  const { columns, rows, step = 1, invitation, values, find, describe, activate } = grid;
  const split = (index: number): [number, number] => [Math.floor(index / rows), index % rows];
  const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));
  return {
    invitation,
    at: (px, py) => {
      const at = plot().at(px, py);
      if (!at || columns < 1) return undefined;
      const { column, row } = find(at.x, at.y);
      return within(column, columns) * rows + within(row, rows);
    },
    move: gridMoves(columns, rows, step),
    place: (index) => {
      const { x, y } = values(...split(index));
      return { x: plot().x(x), y: plot().y(y) };
    },
    describe: (index) => describe(...split(index)),
    activate: activate && ((index) => activate(...split(index))),
  };
}

/** A figure with places that can be picked and a playhead. */
export function pickedFigure(options: PickedFigure): HTMLElement {
  const { draw, plot, places, position, height, width = defaultWidth, ...rest } = options;
  let drawnWidth = width;
  const node = figure({
    ...rest,
    width,
    height,
    node: (at) => {
      drawnWidth = at;
      return draw(at);
    },
  });
  const box = node.querySelector<HTMLElement>(".etude-drawing")!;
  const now = () => plot(drawnWidth);
  const show = playhead(box, now);
  position?.(show);
  if (places) box.after(pickPlaces(box, picker(now, places(show))));
  return node;
}
