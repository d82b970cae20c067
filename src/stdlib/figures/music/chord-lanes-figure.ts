import { shown } from "../../../learn/base/shown.ts";
import type { LabeledSegment } from "../../../music/evaluation/chord-segments.ts";
import type { ChordAccuracyOptions } from "../../../music/evaluation/chord-weighted-accuracy.ts";
import { checkArray, checkSettings } from "../../check-arguments.ts";
import { svgElement } from "../../element.ts";
import { checkPositive } from "./check-cells.ts";
import { chordPieces, shortChord } from "./chord-pieces.ts";
import { emptyFigure } from "./empty-figure.ts";
import { falseHatch } from "./hatch.ts";
import { marksLegend } from "./marks-legend.ts";
import { pagedFigure } from "./paged-figure.ts";
import type { MusicFigureOptions } from "./picked-figure.ts";
import type { PlayOptions } from "./playhead.ts";
import type { PlotBox } from "./plot-box.ts";

export interface ChordLanesOptions extends MusicFigureOptions, PlayOptions, ChordAccuracyOptions {
  /** The true chords: where the others differ is marked. */
  truth?: readonly LabeledSegment[];
  /** How long the piece is in seconds; default until the last chord ends. */
  length?: number;
  /** Seconds that are seen at once; default 30. The rest is a slider away. */
  across?: number;
}

const margins = { top: 8, right: 16, bottom: 44, left: 84 };
const pixelsPerLetter = 8;
/** The heights of the lanes, from below: found from 0 to 1, the strip between, true from 1.4 to 2.4. */
const strip = { low: 1.08, high: 1.32 };
const truthLane = 1.4;

function checkChords(owner: string, name: string, value: unknown): asserts value is LabeledSegment[] {
  checkArray(owner, name, value, '[{start: 0, end: 2, label: "C:maj"}]');
  for (const [i, segment] of (value as unknown[]).entries()) {
    const { start, end, label } = Object(segment) as Partial<LabeledSegment>;
    if (typeof start === "number" && typeof end === "number" && typeof label === "string") continue;
    throw new TypeError(
      `${owner}: ${name}[${i}] must be a chord such as {start: 0, end: 2, label: "C:maj"}, but it is ${shown(segment)}.`,
    );
  }
}

function lane(
  chords: readonly LabeledSegment[],
  bottom: number,
  box: PlotBox,
  from: number,
  to: number,
): SVGElement[] {
  return chords
    .filter(({ start, end }) => end > from && start < to)
    .flatMap(({ start, end, label }) => {
      const [left, right] = [box.x(Math.max(from, start)), box.x(Math.min(to, end))];
      const text = shortChord(label);
      const rect = svgElement("rect", {
        x: left,
        y: box.y(bottom + 1),
        width: Math.max(1, right - left - 1),
        height: box.y(bottom) - box.y(bottom + 1),
        rx: 3,
        class: label === "N" ? "etude-chord-none" : "etude-chord",
      });
      if (right - left < pixelsPerLetter * text.length + 4) return [rect];
      const middle = { x: (left + right) / 2, y: box.y(bottom + 0.5), dy: "0.35em", "text-anchor": "middle" };
      return [rect, svgElement("text", { ...middle, class: "etude-chord-name" }, text)];
    });
}

/**
 * Chords over time as lanes: what was found and, above it, what is true. The strip between them is filled where they
 * agree and hatched where they do not. The arrow keys go from chord to chord; with `play`, a click or Enter plays from
 * there. A piece longer than half a minute is shown part by part.
 *
 * @param chords what `music.chords` gives; undefined draws an empty frame of the same size
 * @throws TypeError when it is something else; RangeError when chords are not in order of time or a label is none.
 * @example
 * const truth = [{start: 0, end: 2, label: "C:maj"}, {start: 2, end: 4, label: "A:min"}, {start: 4, end: 6, label: "F:maj"}];
 * const found = [{start: 0, end: 2.3, label: "C:maj"}, {start: 2.3, end: 4, label: "A:maj"}, {start: 4, end: 6, label: "F:maj"}];
 * display(chordLanesFigure(found, {truth}));
 */
export function chordLanesFigure(
  chords: readonly LabeledSegment[] | undefined,
  options: ChordLanesOptions = {},
): HTMLElement {
  const owner = "chordLanesFigure";
  checkSettings(owner, options, "{truth: chords}");
  const { truth, comparison, play, position, caption, width, across = 30 } = options;
  const { height = truth ? 170 : 110 } = options;
  const name = options.name ?? "Chords over time";
  checkPositive(owner, "across", across, "20");
  if (truth !== undefined) checkChords(owner, "truth", truth);
  if (chords === undefined) return emptyFigure(name, "The chords appear here.", { ...options, height });
  checkChords(owner, "chords", chords);
  if (chords.length === 0) return emptyFigure(name, "There are no chords in it.", { ...options, height });
  const { pieces, accuracy } = chordPieces(chords, truth, { comparison });
  const ends = [...chords, ...(truth ?? [])].map(({ end }) => end);
  const length = options.length ?? Math.max(...ends);
  const told =
    accuracy === undefined
      ? `${chords.length} chords.`
      : `They agree ${Math.round(100 * accuracy)} % of the time.`;
  const laneName = (text: string, y: number, box: PlotBox) =>
    svgElement("text", { x: box.left - 8, y: box.y(y), dy: "0.35em", "text-anchor": "end" }, text);

  const parts = (box: PlotBox, from: number, to: number): SVGElement[] => {
    const { defs, fill } = falseHatch();
    const names = [laneName("found", 0.5, box), ...(truth ? [laneName("true", truthLane + 0.5, box)] : [])];
    const compared = pieces
      .filter(({ start, end, kind }) => end > from && start < to && (kind === "right" || kind === "false"))
      .map(({ start, end, kind }) => {
        const [left, right] = [box.x(Math.max(from, start)), box.x(Math.min(to, end))];
        return svgElement("rect", {
          x: left,
          y: box.y(strip.high),
          width: Math.max(1, right - left),
          height: box.y(strip.low) - box.y(strip.high),
          class: `etude-note-${kind}`,
          style: kind === "false" ? `fill: ${fill}` : undefined,
        });
      });
    return [
      defs,
      ...lane(chords, 0, box, from, to),
      ...(truth ? lane(truth, truthLane, box, from, to) : []),
      ...compared,
      svgElement("g", { class: "etude-time-axis" }, ...names),
    ];
  };
  return pagedFigure({
    name,
    description: told,
    caption: [told, caption].filter(Boolean).join(" "),
    legend: truth
      ? marksLegend([
          ["right", "agree"],
          ["false", "differ"],
        ])
      : undefined,
    width,
    height,
    margins,
    yDomain: [0, truth ? truthLane + 1 : 1],
    length,
    across: Math.min(length, across),
    parts,
    position,
    things: (show) => ({
      invitation: play ? "Choose a chord to hear the piece from there." : "Choose a chord to read it.",
      count: pieces.length,
      find: (time) => {
        const at = pieces.findIndex(({ start, end }) => time >= start && time <= end);
        return at < 0 ? undefined : at;
      },
      where: (i) => ({ x: (pieces[i]!.start + Math.min(pieces[i]!.end, length)) / 2, y: truth ? 1.2 : 0.5 }),
      describe: (i) => {
        const { start, end, estimated, truth: right, kind } = pieces[i]!;
        const against =
          right === undefined ? "" : `, in truth ${right}${kind === "not compared" ? " (not compared)" : ""}`;
        return `${start.toFixed(2)} to ${end.toFixed(2)} s: ${estimated}${against}`;
      },
      activate: play && ((i) => play(pieces[i]!.start, show)),
    }),
    table: () => ({
      columns: ["from (s)", "to (s)", "found", ...(truth ? ["true", "agree"] : [])],
      rows: pieces.map(({ start, end, estimated, truth: right, kind }) => [
        start,
        end,
        estimated,
        ...(truth ? [right ?? "–", kind === "right" ? "yes" : kind === "false" ? "no" : "not compared"] : []),
      ]),
    }),
  });
}
