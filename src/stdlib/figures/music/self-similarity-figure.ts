import type { Spectrogram } from "../../../music/base/spectrogram.ts";
import { checkArray, checkSettings } from "../../check-arguments.ts";
import { checkCells } from "./check-cells.ts";
import { colorLegend } from "./color-legend.ts";
import { emptyFigure } from "./empty-figure.ts";
import { type HeatScene, heatBox, heatDrawing } from "./heat-drawing.ts";
import { extent } from "./levels.ts";
import { type MusicFigureOptions, pickedFigure } from "./picked-figure.ts";
import { matrixName, matrixTicks } from "./square-ticks.ts";
import { type FrameTimesOptions, frameTimes } from "./time-frames.ts";

export interface SelfSimilarityFigureOptions extends Omit<MusicFigureOptions, "height">, FrameTimesOptions {
  /** What each row is called, such as "bar 1": for what has no times. */
  labels?: readonly string[];
  /** What a row is called where it has neither a time nor a label; default "frame". */
  noun?: string;
  /** Is told the two that were chosen, by a click or Enter: to play one after the other, for example. */
  play?: (first: number, second: number) => unknown;
}

const mostWidth = 480;
const margins = { top: 28, right: 16, bottom: 44, left: 56 };
/** A square plot needs so much more height than width, or less. */
const beside = margins.top + margins.bottom - margins.left - margins.right;

/** Pairs off the diagonal that resemble each other most, each only once and not next to it. */
function likestPairs({ data, frames }: Spectrogram, count: number): [number, number, number][] {
  const pairs: [number, number, number][] = [];
  for (let i = 0; i < frames; i++) {
    for (let j = i + 2; j < frames; j++) pairs.push([i, j, data[i * frames + j]!]);
  }
  return pairs.toSorted((a, b) => b[2] - a[2]).slice(0, count);
}

/**
 * A self-similarity matrix: how much each moment, or each bar, resembles each other one. Parts that sound alike are
 * squares on the diagonal, repetitions stripes beside it. A line below reads the pair under the pointer or the arrow
 * keys; with `play`, a click or Enter hands the pair over.
 *
 * @param similarity what `music.selfSimilarity` or `music.recurrenceMatrix` gives; undefined draws an empty frame
 * @throws TypeError when it is something else; RangeError when it is not square.
 * @example
 * const bars = [[0, 4, 7], [0, 5, 9], [0, 4, 7], [2, 7, 11], [0, 4, 7], [0, 5, 9], [0, 4, 7], [0, 4, 7]];
 * const rolls = bars.flatMap((bar) => Array.from({length: 12}, (_, k) => bar.includes(k) ? 1 : 0));
 * const S = music.selfSimilarity({data: Float64Array.from(rolls), frames: bars.length, bins: 12});
 * display(selfSimilarityFigure(S, {labels: bars.map((_, i) => `bar ${i + 1}`)}));
 */
export function selfSimilarityFigure(
  similarity: Spectrogram | undefined,
  options: SelfSimilarityFigureOptions = {},
): HTMLElement {
  const owner = "selfSimilarityFigure";
  checkSettings(owner, options, '{labels: ["bar 1", "bar 2"]}');
  const { labels, noun = "frame", play, caption, width = mostWidth } = options;
  const name = options.name ?? "Self-similarity";
  if (labels !== undefined) checkArray(owner, "labels", labels, '["bar 1", "bar 2"]');
  if (similarity === undefined) {
    return emptyFigure(name, "The similarities appear here.", { caption, width, height: width + beside });
  }
  checkCells(owner, "similarity", similarity, "music.selfSimilarity(…)");
  const { data, frames, bins } = similarity;
  if (frames !== bins) {
    throw new RangeError(
      `${owner}: similarity must be square, but it has ${frames} rows and ${bins} columns.`,
    );
  }
  if (frames === 0)
    return emptyFigure(name, "There is nothing to compare.", { caption, width, height: width + beside });
  if (labels && labels.length !== frames) {
    throw new RangeError(`${owner}: labels has ${labels.length} names, but there are ${frames} rows.`);
  }
  const timed = options.times !== undefined || options.sr !== undefined;
  const axis = { labels, times: timed && !labels ? frameTimes(owner, frames, options) : undefined };
  const [least, most] = extent(data);
  const low = least < 0 ? least : 0;
  const high = Math.max(most, low + 1e-12, most <= 1 ? 1 : 0);
  const called = (i: number) => matrixName(axis, i, noun);
  const axisName = labels ? "" : timed ? "time (s)" : noun;
  const scene: HeatScene = {
    cells: similarity,
    framesRun: "across",
    xDomain: [0, frames],
    yDomain: [0, frames],
    columnAt: (at) => at,
    rowAt: (at) => at,
    share: (value) => (value - low) / (high - low),
    xTicks: matrixTicks(axis, frames, labels ? 100 : 44),
    yTicks: matrixTicks(axis, frames),
    xLabel: axisName,
    yLabel: axisName,
    margins,
  };
  return pickedFigure({
    name,
    description: `${frames} by ${frames} similarities; alike is far from the colour of the page.`,
    caption,
    legend: colorLegend(
      String(Number(low.toPrecision(2))),
      String(Number(high.toPrecision(2))),
      "similarity",
    ),
    width,
    height: 0,
    draw: (at) => heatDrawing(scene, at, at + beside),
    plot: (at) => heatBox(scene, at, at + beside),
    places: () => ({
      invitation: play ? "Choose a pair to hear it." : "Choose a pair to read it.",
      columns: frames,
      rows: frames,
      step: Math.max(1, Math.round(frames / 100)),
      values: (column, row) => ({ x: column + 0.5, y: row + 0.5 }),
      find: (x, y) => ({ column: Math.floor(x), row: Math.floor(y) }),
      describe: (column, row) =>
        `${called(column)} and ${called(row)}: ${data[column * frames + row]!.toFixed(2)}`,
      activate: play,
    }),
    table: () => ({
      columns: ["first", "second", "similarity"],
      rows: likestPairs(similarity, 50).map(([i, j, value]) => [called(i), called(j), value]),
    }),
  });
}
