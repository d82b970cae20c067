import { element, svgElement } from "../../element.ts";
import type { FigureTable } from "../data-table.ts";
import { defaultWidth, figure } from "../figure.ts";
import { pageOf } from "./page-of.ts";
import { pickPlaces } from "./place-picker.ts";
import { type PlayOptions, playhead, type ShowPosition } from "./playhead.ts";
import { type Margins, type PlotBox, plotBox } from "./plot-box.ts";
import { timeTicks } from "./time-axis.ts";

/** The things in a drawing over time that can be picked, numbered in order of time. */
export interface PickedThings {
  invitation: string;
  count: number;
  /** The thing at a time and a height of the axis; `reach` is what few pixels are in seconds. */
  find(seconds: number, y: number, reach: number): number | undefined;
  where(index: number): { x: number; y: number };
  describe(index: number): string;
  /** The thing above or below another, for the arrow keys. */
  beside?(index: number, direction: 1 | -1): number | undefined;
  activate?(index: number): unknown;
}

export interface PagedFigure {
  name: string;
  description: string;
  caption?: string;
  legend?: Element;
  width?: number;
  height: number;
  margins: Margins;
  yDomain: readonly [number, number];
  /** How long the piece is, and how much of it is seen at once, in seconds. */
  length: number;
  across: number;
  /** The parts of the drawing, but for the time axis. */
  parts(box: PlotBox, from: number, to: number): SVGElement[];
  things(show: ShowPosition): PickedThings;
  position?: PlayOptions["position"];
  table(): FigureTable;
}

const far = 10;
/** How near a pointer must be, in pixels. */
const reachPixels = 6;

function timeAxis(box: PlotBox, from: number, to: number): SVGElement {
  const bottom = box.top + box.height;
  const marks = timeTicks(
    from,
    to,
  )(box.width).flatMap(({ position, label }) => [
    svgElement("line", { x1: box.x(position), x2: box.x(position), y1: bottom, y2: bottom + 4 }),
    svgElement("text", { x: box.x(position), y: bottom + 17, "text-anchor": "middle" }, label),
  ]);
  const name = svgElement(
    "text",
    { x: box.left + box.width / 2, y: bottom + 36, "text-anchor": "middle" },
    "time (s)",
  );
  return svgElement("g", { class: "etude-time-axis" }, ...marks, name);
}

/**
 * A figure of things over time. Of a piece that is longer than `across`, a part is seen, which a slider below moves; the
 * playhead and the arrow keys turn the page when they leave it.
 */
export function pagedFigure(options: PagedFigure): HTMLElement {
  const {
    length,
    across,
    margins,
    yDomain,
    parts,
    things,
    position,
    height,
    width = defaultWidth,
    ...rest
  } = options;
  const svg = svgElement("svg", { class: "etude-paged" });
  const last = Math.max(0, length - across);
  let from = 0;
  let drawnWidth = width;
  const box = () => plotBox({ width: drawnWidth, height, margins }, [from, from + across], yDomain);
  const draw = (at: number): Element => {
    drawnWidth = at;
    svg.setAttribute("width", String(at));
    svg.setAttribute("height", String(height));
    svg.setAttribute("viewBox", `0 0 ${at} ${height}`);
    const plot = box();
    svg.replaceChildren(...parts(plot, from, from + across), timeAxis(plot, from, from + across));
    return svg;
  };
  const node = figure({ ...rest, width, height, node: draw });
  const frame = node.querySelector<HTMLElement>(".etude-drawing")!;
  const slider = element("input", {
    type: "range",
    class: "etude-paging",
    "aria-label": "Part of the piece that is shown",
    min: 0,
    max: last,
    step: "any",
    value: 0,
  });
  const turn = (to: number) => {
    from = Math.min(last, Math.max(0, to));
    slider.value = String(from);
    slider.setAttribute("aria-valuetext", `${Math.round(from)} to ${Math.round(from + across)} seconds`);
    draw(drawnWidth);
    frame.dispatchEvent(new Event("etude-redraw"));
  };
  const bring = (seconds: number) => {
    const to = pageOf(seconds, from, across, last);
    if (to !== from) turn(to);
  };
  const move = playhead(frame, box);
  const show: ShowPosition = (seconds) => {
    if (typeof seconds === "number") bring(seconds);
    move(seconds);
  };
  position?.(show);
  const { invitation, count, find, where, describe, beside, activate } = things(show);
  const ends: Record<string, number> = { Home: 0, End: count - 1 };
  const readout = pickPlaces(frame, {
    invitation,
    describe,
    activate,
    at: (px, py) => {
      const plot = box();
      const at = plot.at(px, py);
      return at && find(at.x, at.y, (reachPixels * across) / plot.width);
    },
    move: (index, key, isFar) => {
      if (count === 0) return undefined;
      const by = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (key in ends) return ends[key];
      if (index === undefined) return by === undefined ? undefined : 0;
      if (by !== undefined) return Math.min(count - 1, Math.max(0, index + by * (isFar ? far : 1)));
      const direction = { ArrowUp: 1, ArrowDown: -1 }[key] as 1 | -1 | undefined;
      return direction && (beside?.(index, direction) ?? index);
    },
    place: (index) => {
      const { x, y } = where(index);
      bring(x);
      return { x: box().x(x), y: box().y(y) };
    },
  });
  frame.after(readout);
  if (last > 0) {
    // What moves here is no input of a notebook: its events stay inside.
    for (const kind of ["input", "change"]) slider.addEventListener(kind, (event) => event.stopPropagation());
    slider.addEventListener("input", () => turn(slider.valueAsNumber));
    turn(0);
    frame.after(slider);
  }
  return node;
}
