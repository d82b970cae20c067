import { axisX, axisY, type Markish } from "@observablehq/plot";
import { element } from "../../element.ts";
import { type Drawing, drawing } from "../drawing.ts";
import { type Cells, cellsOfPixels, paintCells } from "./cell-pixels.ts";
import { colorTable } from "./color-table.ts";
import type { ScaleTick } from "./frequency-scale.ts";
import { type Margins, type PlotBox, plotBox } from "./plot-box.ts";
import { isDark, onThemeChange } from "./theme.ts";

/** A picture of cells on two axes, with marks above it. */
export interface HeatScene {
  cells: Cells;
  /** Whether frames run across and bins down, as in a spectrogram, or the other way about. */
  framesRun: "across" | "down";
  xDomain: readonly [number, number];
  yDomain: readonly [number, number];
  /** The place among the columns or rows of cells of a value of the axis: cell k lies from k to k + 1. */
  columnAt(x: number): number;
  rowAt(y: number): number;
  /** The place of a value between quiet (0) and loud (1). */
  share(value: number): number;
  xTicks(pixels: number): readonly ScaleTick[];
  yTicks(pixels: number): readonly ScaleTick[];
  /** Further names on the right. */
  rightTicks?(pixels: number): readonly ScaleTick[];
  xLabel: string;
  yLabel: string;
  margins: Margins;
  marks?(box: PlotBox): Markish[];
}

/** More than two pixels of a canvas to one of the page cost time and show nothing. */
const mostDensity = 2;

function paint(canvas: HTMLCanvasElement, scene: HeatScene): void {
  const { width, height } = canvas;
  const context = canvas.getContext("2d");
  if (!context) return;
  const { cells, framesRun, xDomain, yDomain, columnAt, rowAt, share } = scene;
  const [columns, rows] = framesRun === "across" ? [cells.frames, cells.bins] : [cells.bins, cells.frames];
  const [x0, x1] = xDomain;
  const [y0, y1] = yDomain;
  const across = cellsOfPixels(width, (at) => columnAt(x0 + at * (x1 - x0)), columns);
  const down = cellsOfPixels(height, (at) => rowAt(y1 - at * (y1 - y0)), rows);
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  paintCells(pixels, { cells, across, down, framesRun, share }, colorTable(isDark()));
  context.putImageData(image, 0, 0);
}

/** A tick stands at a value of its axis here. */
function axes(scene: HeatScene, box: PlotBox): Markish[] {
  const xTicks = scene.xTicks(box.width);
  const yTicks = scene.yTicks(box.height);
  const right = scene.rightTicks?.(box.height) ?? [];
  const words = (ticks: readonly ScaleTick[]) => (_: unknown, i: number) => ticks[i]!.label;
  const values = (ticks: readonly ScaleTick[]) => ticks.map(({ position }) => position);
  return [
    axisX(values(xTicks), {
      text: words(xTicks),
      label: scene.xLabel,
      labelArrow: "none",
      labelAnchor: "center",
      tickSize: 4,
    }),
    axisY(values(yTicks), {
      text: words(yTicks),
      label: scene.yLabel,
      labelArrow: "none",
      labelAnchor: "top",
      tickSize: 4,
    }),
    right.length > 0
      ? axisY(values(right), {
          anchor: "right",
          text: words(right),
          label: null,
          tickSize: 4,
          color: "var(--etude-muted)",
        })
      : null,
  ];
}

/** Where the plot of a scene lies in a drawing of this size. */
export function heatBox(scene: HeatScene, width: number, height: number): PlotBox {
  return plotBox({ width, height, margins: scene.margins }, scene.xDomain, scene.yDomain);
}

/**
 * Draws a scene: a canvas with the cells, under a plot with its axes and marks. The canvas is painted anew when the
 * theme changes.
 */
export function heatDrawing(scene: HeatScene, width: number, height: number): HTMLElement {
  const box = heatBox(scene, width, height);
  const density = Math.min(mostDensity, globalThis.devicePixelRatio || 1);
  const canvas = element("canvas", {
    width: Math.max(1, Math.round(box.width * density)),
    height: Math.max(1, Math.round(box.height * density)),
  });
  const place = { left: box.left, top: box.top, width: box.width, height: box.height };
  for (const [name, pixels] of Object.entries(place)) canvas.style.setProperty(name, `${pixels}px`);
  paint(canvas, scene);
  onThemeChange(canvas, () => paint(canvas, scene));
  const { top, right, bottom, left } = scene.margins;
  const plot: Drawing = drawing({
    width,
    height,
    marginTop: top,
    marginRight: right,
    marginBottom: bottom,
    marginLeft: left,
    x: { domain: [...scene.xDomain] },
    y: { domain: [...scene.yDomain] },
    marks: [axes(scene, box), scene.marks?.(box) ?? []],
  });
  return element("div", { class: "etude-heat" }, canvas, plot);
}
