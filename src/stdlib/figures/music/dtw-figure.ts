import { line } from "@observablehq/plot";
import { shown } from "../../../learn/base/shown.ts";
import type { Warping } from "../../../music/alignment/dtw.ts";
import { checkSettings } from "../../check-arguments.ts";
import { checkCells } from "./check-cells.ts";
import { colorLegend } from "./color-legend.ts";
import { emptyFigure } from "./empty-figure.ts";
import { heatFigure } from "./heat-figure.ts";
import type { MusicFigureOptions } from "./picked-figure.ts";
import { matrixName, matrixTicks } from "./square-ticks.ts";

export interface DtwFigureOptions extends MusicFigureOptions {
  /** What is drawn under the path: what each pair "cost"s (default), or the least cost "accumulated" up to it. */
  show?: "cost" | "accumulated";
  /** What the sequence that runs upwards is called; default "X". */
  xName?: string;
  /** What the sequence that runs to the right is called; default "Y". */
  yName?: string;
  /** Seconds from one frame of X to the next, where it has times. */
  xHop?: number;
  /** Seconds from one frame of Y to the next, where it has times. */
  yHop?: number;
  /** Is told the frames that were chosen, of X and of Y, by a click or Enter. */
  play?: (xFrame: number, yFrame: number) => unknown;
}

/** The greatest finite number; pairs that no path may reach cost Infinity. */
function greatest(data: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < data.length; i++) {
    if (Number.isFinite(data[i])) most = Math.max(most, data[i]!);
  }
  return most;
}

/**
 * Dynamic time warping: what each pair of frames costs, with the cheapest path through them. X runs upwards, Y to the
 * right; what is cheap has the colour of the page. A line below reads the pair under the pointer or the arrow keys.
 *
 * @param warping what `music.dtw` gives; undefined draws an empty frame of the same size
 * @throws TypeError when it is something else, or an option is wrong.
 * @example
 * const slow = [60, 60, 62, 64, 64, 65, 67, 67], quick = [60, 62, 64, 65, 65, 67];
 * display(dtwFigure(music.dtw(slow, quick), {xName: "hummed", yName: "the tune"}));
 */
export function dtwFigure(warping: Warping | undefined, options: DtwFigureOptions = {}): HTMLElement {
  const owner = "dtwFigure";
  checkSettings(owner, options, '{xName: "hummed"}');
  const {
    show = "cost",
    xName = "X",
    yName = "Y",
    xHop,
    yHop,
    play,
    caption,
    width = 480,
    height = 400,
  } = options;
  const name = options.name ?? `${xName} warped onto ${yName}`;
  if (warping === undefined) return emptyFigure(name, "The path appears here.", { caption, width, height });
  const { costMatrix, accumulated, path, cost } = Object(warping) as Warping;
  if (!Array.isArray(path)) {
    throw new TypeError(`${owner}: warping must be what music.dtw(…) gives, but it is ${shown(warping)}.`);
  }
  const cells = show === "accumulated" ? accumulated : costMatrix;
  checkCells(owner, "warping", cells, "music.dtw(…)");
  const { frames, bins, data } = cells;
  const most = greatest(data) || 1;
  const ofX = { times: xHop === undefined ? undefined : { start: 0, hop: xHop } };
  const ofY = { times: yHop === undefined ? undefined : { start: 0, hop: yHop } };
  const frame = (name: string, hop: number | undefined) => `${name} (${hop === undefined ? "frame" : "s"})`;
  const place = new Map(path.map(([i, j], at) => [`${i} ${j}`, at]));
  const points = path.map(([i, j]) => [j + 0.5, i + 0.5] as const);
  return heatFigure({
    name,
    description: `The path has ${path.length} pairs and costs ${Number(cost.toPrecision(3))}.`,
    caption,
    legend: colorLegend(
      "0",
      String(Number(most.toPrecision(2))),
      show === "cost" ? "cost of a pair" : "least cost so far",
    ),
    width,
    height,
    scene: {
      cells,
      framesRun: "down",
      xDomain: [0, bins],
      yDomain: [0, frames],
      columnAt: (at) => at,
      rowAt: (at) => at,
      share: (value) => Math.min(1, value / most),
      xTicks: matrixTicks(ofY, bins),
      yTicks: matrixTicks(ofX, frames, 36),
      xLabel: frame(yName, yHop),
      yLabel: frame(xName, xHop),
      margins: { top: 28, right: 16, bottom: 44, left: 48 },
      marks: () => [
        line(points, { stroke: "var(--etude-paper)", strokeWidth: 5.5, strokeLinejoin: "round" }),
        line(points, { stroke: "var(--etude-found)", strokeWidth: 2.5, strokeLinejoin: "round" }),
      ],
    },
    places: () => ({
      invitation: play ? "Choose a pair to hear it." : "Choose a pair to read it.",
      columns: bins,
      rows: frames,
      step: Math.max(1, Math.round(bins / 100)),
      values: (column, row) => ({ x: column + 0.5, y: row + 0.5 }),
      find: (x, y) => ({ column: Math.floor(x), row: Math.floor(y) }),
      describe: (column, row) => {
        const value = data[row * bins + column]!;
        const price = Number.isFinite(value) ? Number(value.toPrecision(3)) : "not allowed";
        const on = place.has(`${row} ${column}`) ? ", on the path" : "";
        return `${xName} ${matrixName(ofX, row, "frame")}, ${yName} ${matrixName(ofY, column, "frame")}: ${price}${on}`;
      },
      activate: play && ((column, row) => play(row, column)),
    }),
    table: () => ({
      columns: ["step", frame(xName, undefined), frame(yName, undefined), "cost of the pair"],
      rows: path.map(([i, j], at) => [at + 1, i, j, costMatrix.data[i * bins + j]!]),
    }),
  });
}
