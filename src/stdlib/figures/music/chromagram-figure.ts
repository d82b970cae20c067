import type { Spectrogram } from "../../../music/base/spectrogram.ts";
import { PITCH_CLASSES } from "../../../music/harmony/pitch-class.ts";
import { checkSettings } from "../../check-arguments.ts";
import { linearTicks } from "../axis-ticks.ts";
import { checkCells, checkSpan } from "./check-cells.ts";
import { colorLegend } from "./color-legend.ts";
import { emptyFigure } from "./empty-figure.ts";
import { heatFigure } from "./heat-figure.ts";
import { extent } from "./levels.ts";
import type { MusicFigureOptions } from "./picked-figure.ts";
import type { PlayOptions } from "./playhead.ts";
import { seconds, timeTicks } from "./time-axis.ts";
import { type FrameTimesOptions, frameSpan, frameTimes } from "./time-frames.ts";

export interface ChromagramOptions extends MusicFigureOptions, PlayOptions, FrameTimesOptions {
  /** The value that has the last colour; default 1, or the greatest where that is above 1. */
  max?: number;
  /** The part to draw, in seconds; default all of it. */
  seconds?: readonly [number, number];
}

/**
 * A chromagram: how much of each of the twelve pitch classes sounds over time. A line below reads the place under the
 * pointer or the arrow keys; with `play`, a click or Enter plays from there.
 *
 * @param chroma what `music.chroma` gives, which knows its times, or `music.chromaStft`, to which `sr` and `hopLength`
 *   are to be added; undefined draws an empty frame of the same size
 * @throws TypeError when it is something else, or an option is wrong; RangeError when frames do not have 12 values.
 * @example
 * const y = music.render(music.melody([["C4", "E4", "G4"], ["F4", "A4", "C5"]], {bpm: 60}), {sr: 22050});
 * display(chromagramFigure(music.chroma(y, {sr: 22050})));
 */
export function chromagramFigure(
  chroma: (Spectrogram & { times?: ArrayLike<number> }) | undefined,
  options: ChromagramOptions = {},
): HTMLElement {
  const owner = "chromagramFigure";
  checkSettings(owner, options, "{sr: 22050}");
  checkSpan(owner, "seconds", options.seconds);
  const { play, position, caption, width, height = 280 } = options;
  const name = options.name ?? "Chromagram";
  if (chroma === undefined) return emptyFigure(name, "The chromagram appears here.", { ...options, height });
  checkCells(owner, "chroma", chroma, "music.chroma(…)");
  if (chroma.frames === 0) return emptyFigure(name, "There is no sound in it.", { ...options, height });
  if (chroma.bins !== 12) {
    throw new RangeError(
      `${owner}: chroma must have 12 values a frame, one for each pitch class, but it has ${chroma.bins}.`,
    );
  }
  const { frames, data } = chroma;
  const times = frameTimes(owner, frames, options, chroma.times);
  const span = options.seconds ?? frameSpan(times, frames);
  const max = options.max ?? Math.max(1, extent(data)[1]);
  const time = (frame: number) => times.start + frame * times.hop;
  const strongest = (frame: number) => {
    const row = Array.from({ length: 12 }, (_, k) => data[12 * frame + k]!);
    const greatest = Math.max(...row);
    return greatest > 0 ? row.indexOf(greatest) : undefined;
  };
  return heatFigure({
    name,
    description: `Twelve pitch classes over ${(span[1] - span[0]).toFixed(1)} seconds; strong is far from the colour of the page.`,
    caption,
    legend: colorLegend("0", String(Number(max.toPrecision(2))), "strength"),
    width,
    height,
    scene: {
      cells: chroma,
      framesRun: "across",
      xDomain: span,
      yDomain: [0, 12],
      columnAt: (at) => (at - times.start) / times.hop + 0.5,
      rowAt: (at) => at,
      share: (value) => value / max,
      xTicks: timeTicks(...span),
      yTicks: () => PITCH_CLASSES.map((label, k) => ({ position: k + 0.5, label })),
      xLabel: "time (s)",
      yLabel: "pitch class",
      margins: { top: 28, right: 16, bottom: 44, left: 34 },
    },
    position,
    places: (show) => ({
      invitation: play
        ? "Choose a place to read it, and to hear the sound from there."
        : "Choose a place to read it.",
      columns: frames,
      rows: 12,
      step: Math.max(1, Math.round(frames / 100)),
      values: (column, row) => ({ x: time(column), y: row + 0.5 }),
      find: (x, y) => ({ column: Math.round((x - times.start) / times.hop), row: Math.floor(y) }),
      describe: (column, row) =>
        `${seconds(time(column))}, ${PITCH_CLASSES[row]}: ${data[12 * column + row]!.toFixed(2)}`,
      activate: play && ((column) => play(Math.max(0, time(column)), show)),
    }),
    table: () => ({
      columns: ["time (s)", "strongest pitch class", "its strength"],
      rows: linearTicks(...span, 40).map((at) => {
        const frame = Math.min(frames - 1, Math.max(0, Math.round((at - times.start) / times.hop)));
        const k = strongest(frame);
        return k === undefined ? [at, "silent", 0] : [at, PITCH_CLASSES[k]!, data[12 * frame + k]!];
      }),
    }),
  });
}
