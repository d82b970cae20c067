import { type Markish, text } from "@observablehq/plot";
import { xAxis, yAxis } from "./axis-marks.ts";
import { linearTicks } from "./axis-ticks.ts";
import { readable } from "./data-table.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { type HeatGrid, heatCells } from "./heat-cells.ts";
import { textOn } from "./heat-colors.ts";

/** All that a drawing of a matrix shows. */
export interface MatrixScene {
  grid: HeatGrid;
  /** The numbers of the cells; written into them where there is room. */
  values: ArrayLike<number>;
  /** How many rows and columns of the matrix one cell stands for. */
  tall: number;
  wide: number;
  rowNames?: readonly string[];
  columnNames?: readonly string[];
  rowsName: string | null;
  columnsName: string | null;
  /** Height in pixels; default cells are about as tall as wide. */
  height?: number;
}

const letterWidth = 6.8;
const lineHeight = 15;
const longestName = 16;
const cellRoom = { width: 34, height: 18 };
const heights = { least: 120, most: 560, cell: 40 };
const usualMargin = 44;

const short = (name: string) => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name);
const longest = (names: readonly string[]) =>
  names.reduce((most, name) => Math.max(most, short(name).length), 0);

/** Every so manieth of `count` places, so that each has at least `least` of `room` pixels. */
function sparse(count: number, room: number, least: number): number[] {
  const step = Math.max(1, Math.ceil((least * count) / room));
  return Array.from({ length: Math.ceil(count / step) }, (_, i) => i * step);
}

/** Places of an axis with names, or with numbers from 1; `each` is what one cell stands for. */
function places(
  names: readonly string[] | undefined,
  count: number,
  each: number,
  room: number,
  least: number,
) {
  if (names) return { ticks: sparse(count, room, least), text: (i: number) => short(names[i] ?? "") };
  const most = Math.max(1, room / 40);
  const numbers = count * each > 1 ? linearTicks(1, count * each, most, 1) : [1];
  const at = new Map(numbers.map((n) => [Math.floor((n - 1) / each), n]));
  const ticks = [...at.keys()].filter((place) => place < count);
  return { ticks, text: (i: number) => readable(at.get(i)!) };
}

const significantDigits = 3;

/** Equally many decimals for all cells: the largest number has three digits. */
function decimalsFor(values: ArrayLike<number>): number {
  const finite = Array.from(values).filter(Number.isFinite);
  if (finite.every(Number.isInteger)) return 0;
  const largest = finite.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return Math.max(0, significantDigits - 1 - Math.max(0, Math.floor(Math.log10(largest))));
}

const alike = (value: number, decimals: number) => value.toFixed(decimals).replace("-", "\u2212");

function numbers({ values, grid }: MatrixScene, cell: { width: number; height: number }): Markish {
  if (cell.width < cellRoom.width || cell.height < cellRoom.height) return null;
  const decimals = decimalsFor(values);
  const known = Array.from(grid.shares, (_, at) => at).filter((at) => Number.isFinite(values[at]));
  return text(known, {
    x: (at: number) => at % grid.cols,
    y: (at: number) => Math.floor(at / grid.cols),
    text: (at: number) => alike(values[at]!, decimals),
    fill: { value: (at: number) => textOn(grid.shares[at]!, grid.signed), scale: null } as never,
  });
}

/** A matrix as a heat map; its first row is on top. */
export function matrixDrawing(scene: MatrixScene, width: number): Drawing {
  const { grid, rowNames, columnNames, rowsName, columnsName } = scene;
  const { rows, cols } = grid;
  const marginLeft = rowNames ? Math.min(width / 3, 14 + letterWidth * longest(rowNames)) : usualMargin;
  const cell = (width - marginLeft - 16) / cols;
  const upright = columnNames !== undefined && letterWidth * longest(columnNames) > cell;
  const marginBottom = upright ? (columnsName ? 34 : 14) + letterWidth * longest(columnNames) : usualMargin;
  const marginTop = rowsName ? 28 : 12;
  const body = Math.min(heights.most, Math.max(heights.least, rows * Math.min(cell, heights.cell)));
  const height = scene.height ?? Math.round(body + marginTop + marginBottom);
  const tall = height - marginTop - marginBottom;
  const across = places(columnNames, cols, scene.wide, width - marginLeft - 16, upright ? lineHeight : 1);
  const down = places(rowNames, rows, scene.tall, tall, lineHeight);
  return drawing({
    width,
    height,
    marginTop,
    marginLeft,
    marginBottom,
    x: {
      type: "band",
      domain: Array.from({ length: cols }, (_, j) => j),
      padding: 0,
      round: false,
    },
    y: { type: "band", domain: Array.from({ length: rows }, (_, i) => i), padding: 0, round: false },
    marks: [
      heatCells(grid),
      xAxis(across.ticks, columnsName, across.text as never, upright),
      yAxis(down.ticks, rowsName, down.text as never),
      numbers(scene, { width: cell, height: tall / rows }),
    ],
  });
}
