import { Matrix, type MatrixLike } from "../../learn/base/matrix.ts";
import { shown } from "../../learn/base/shown.ts";
import { checkSettings } from "../check-arguments.ts";
import { blockMeans } from "./block-means.ts";
import { readable } from "./data-table.ts";
import type { Drawing } from "./drawing.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import { gridEnds } from "./grid-ends.ts";
import { gridCellAt, gridStep } from "./grid-step.ts";
import { heatLegend } from "./heat-legend.ts";
import { matrixDrawing } from "./matrix-drawing.ts";
import { pickPoints } from "./point-picker.ts";

export interface MatrixFigureOptions {
  /** What the rows are, one by one; default their numbers from 1. */
  rowNames?: readonly string[];
  /** What the columns are, one by one; default their numbers from 1. */
  columnNames?: readonly string[];
  /** What a row is, such as "input". */
  rowsName?: string;
  /** What a column is, such as "unit". */
  columnsName?: string;
  /** What the numbers are, such as "weight"; default "value". */
  valueName?: string;
  /** The numbers with the palest and the strongest colour; default those that occur, or alike about 0 with a sign. */
  domain?: readonly [number, number];
  /** Plays what a cell stands for, on a click or Enter. */
  play?: (row: number, column: number) => unknown;
  /** Title; default the rows by the columns. */
  name?: string;
  /** Text below. */
  caption?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default cells are about as tall as wide. */
  height?: number;
}

/** More cells than this on a side are drawn as means of blocks. */
const mostCells = 160;
const emptyHeight = 240;

/** A table with more columns is of no use to anybody. */
const mostColumns = 64;

function shareOf(value: number, [low, high]: readonly [number, number], signed: boolean): number {
  if (signed) return value / Math.max(Math.abs(low), Math.abs(high), Number.MIN_VALUE);
  return high > low ? (value - low) / (high - low) : 0.5;
}

function extent(data: ArrayLike<number>): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < data.length; i++) [low, high] = [Math.min(low, data[i]!), Math.max(high, data[i]!)];
  return low <= high ? [low, high] : [0, 1];
}

/**
 * A matrix as a heat map: weights, activations, similarities, counts. Numbers below 0 have a colour of their own, and
 * then equally strong colours mean equally far from 0. Above 160 rows or columns, blocks are drawn by their means.
 *
 * @param matrix a Matrix or an array of rows; undefined draws an empty frame
 * @throws TypeError when it is no table of numbers, RangeError when names do not fit it.
 * @example
 * const weights = [[0.8, -0.2, 0.1], [-0.5, 0.9, 0], [0.3, 0.1, -1.1]];
 * display(matrixFigure(weights, {
 *   rowNames: ["brightness", "decay", "level"],
 *   columnNames: ["kick", "snare", "tom"],
 *   valueName: "weight"
 * }));
 */
export function matrixFigure(matrix: MatrixLike | undefined, options: MatrixFigureOptions = {}): HTMLElement {
  checkSettings("matrixFigure", options, '{valueName: "weight"}');
  const { rowNames, columnNames, rowsName, columnsName, valueName = "value", play, width, height } = options;
  const name = options.name ?? `${rowsName ?? "Rows"} by ${columnsName ?? "columns"}`;
  if (matrix === undefined) {
    const message = "The matrix appears here when its numbers are known.";
    const reserved = height ?? emptyHeight;
    return figure({ name, node: (at) => emptyDrawing(message, at, reserved), width, height: reserved });
  }
  if (typeof matrix !== "object" || matrix === null || !("rows" in matrix || "length" in matrix)) {
    throw new TypeError(
      `matrixFigure: matrix must be a Matrix or an array of rows such as [[1, 2], [3, 4]], but it is ${shown(matrix)}.`,
    );
  }
  const { rows, cols, data } = Matrix.from(matrix, "matrix");
  if (rows * cols === 0) throw new RangeError("matrixFigure: matrix has no cells.");
  checkNames("rowNames", rowNames, rows, "rows");
  checkNames("columnNames", columnNames, cols, "columns");

  const [low, high] = options.domain ?? extent(data);
  const signed = low < 0;
  const reach = Math.max(Math.abs(low), Math.abs(high));
  const domain: [number, number] = signed ? [-reach, reach] : [low, high];
  const blocks = blockMeans({ rows, cols, data }, mostCells);
  const whole = blocks.tall === 1 && blocks.wide === 1;
  const shares = Array.from(blocks.data, (value) => shareOf(value, domain, signed));
  const scene = {
    grid: { rows: blocks.rows, cols: blocks.cols, shares, signed },
    values: blocks.data,
    tall: blocks.tall,
    wide: blocks.wide,
    rowNames: whole ? rowNames : undefined,
    columnNames: whole ? columnNames : undefined,
    rowsName: rowsName ?? null,
    columnsName: columnsName ?? null,
    height,
  };
  let drawn: Drawing;
  const draw = (at: number): Drawing => {
    drawn = matrixDrawing(scene, at);
    return drawn;
  };
  const rowAt = (i: number) => rowNames?.[i] ?? `${rowsName ?? "row"} ${i + 1}`;
  const columnAt = (j: number) => columnNames?.[j] ?? `${columnsName ?? "column"} ${j + 1}`;
  const shape = `${rows} × ${cols}, from ${readable(low)} to ${readable(high)}.`;
  const means = whole ? "" : ` Each cell drawn is the mean of up to ${blocks.tall} × ${blocks.wide}.`;
  const node = figure({
    name,
    description: shape,
    caption: [options.caption, shape + means].filter(Boolean).join(" "),
    legend: heatLegend(domain, valueName, signed),
    node: draw,
    width,
    table: () => {
      const told = Math.min(cols, mostColumns);
      const more = cols > told ? ["…"] : [];
      return {
        columns: [rowsName ?? "row", ...Array.from({ length: told }, (_, j) => columnAt(j)), ...more],
        rows: Array.from({ length: rows }, (_, i) => {
          return [rowAt(i), ...data.subarray(i * cols, i * cols + told), ...more];
        }),
      };
    },
  });
  const box = node.querySelector<HTMLElement>(".etude-drawing")!;
  const cellOf = (at: number) => ({ row: Math.floor(at / blocks.cols), col: at % blocks.cols });
  const { tall, wide } = blocks;
  const first = (at: number) => ({ i: cellOf(at).row * tall, j: cellOf(at).col * wide });
  const size = () => ({ x: drawn.scale("x")!.bandwidth!, y: drawn.scale("y")!.bandwidth! });
  const readout = pickPoints(box, blocks.rows * blocks.cols, {
    invitation: play ? "Choose a cell to hear it." : "Choose a cell to read it.",
    describe: (at) => {
      const { i, j } = first(at);
      return `${rowAt(i)}, ${columnAt(j)}: ${valueName} ${readable(blocks.data[at]!)}`;
    },
    place: (at) => {
      const { row, col } = cellOf(at);
      const { x, y } = size();
      return { x: drawn.scale("x")!.apply(col) + x / 2, y: drawn.scale("y")!.apply(row) + y / 2 };
    },
    at: (x, y) => gridCellAt(x, y, gridEnds(drawn), blocks.rows, blocks.cols),
    step: (key, from) => gridStep(key, from, blocks.rows, blocks.cols),
    activate: play && ((at) => play(first(at).i, first(at).j)),
  });
  box.after(readout);
  return node;
}

function checkNames(
  argument: string,
  names: readonly string[] | undefined,
  count: number,
  what: string,
): void {
  if (names === undefined || names.length === count) return;
  throw new RangeError(
    `matrixFigure: ${argument} must name the ${count} ${what} of matrix, but it has ${names.length} names.`,
  );
}
