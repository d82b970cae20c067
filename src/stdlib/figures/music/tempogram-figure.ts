import { line, type Markish, ruleY, text } from "@observablehq/plot";
import type { Spectrogram } from "../../../music/base/spectrogram.ts";
import { checkSettings } from "../../check-arguments.ts";
import { readable } from "../data-table.ts";
import { checkPositive, checkSpan } from "./check-cells.ts";
import { colorLegend } from "./color-legend.ts";
import { emptyFigure } from "./empty-figure.ts";
import type { ScaleTick } from "./frequency-scale.ts";
import { heatFigure } from "./heat-figure.ts";
import { type LegendSign, legends, marksLegend } from "./marks-legend.ts";
import type { MusicFigureOptions } from "./picked-figure.ts";
import type { PlayOptions } from "./playhead.ts";
import type { PlotBox } from "./plot-box.ts";
import { type TempoWithSteps, tempogramData } from "./tempogram-input.ts";
import { seconds, timeTicks } from "./time-axis.ts";
import { frameSpan } from "./time-frames.ts";

export interface TempogramFigureOptions extends MusicFigureOptions, PlayOptions {
  /** Samples a second, for a tempogram by itself. */
  sr?: number;
  /** Samples from one frame to the next, for a tempogram by itself; default 512. */
  hopLength?: number;
  /** The chosen tempo in beats a minute; default what the analysis says. */
  bpm?: number;
  /** The true tempo in beats a minute. */
  truth?: number;
  /** The likeliest tempo before anything is heard, as it was given to `music.tempo`: draws that prior. */
  startBpm?: number;
  /** How many octaves from it a tempo is 0.6 times as likely; default 1. */
  stdBpm?: number;
  /** Slowest tempo shown, in beats a minute; default 30. */
  minBpm?: number;
  /** Fastest tempo shown, in beats a minute; default 300. */
  maxBpm?: number;
  /** The part to draw, in seconds; default all of it. */
  seconds?: readonly [number, number];
}

const side = { gap: 14, width: 88 };
const margins = { top: 28, right: side.gap + side.width + 8, bottom: 44, left: 48 };
const tempi = [30, 40, 50, 60, 80, 100, 120, 160, 200, 240, 300, 400];
const curvePoints = 120;
const rows = 100;

/**
 * A tempogram: how well each tempo fits at each time. The chosen tempo is a rule with its value, the true one a dashed
 * rule. On the right stand how well each tempo agrees with the whole piece and, with `startBpm`, how likely it was
 * held to be before anything was heard.
 *
 * @param tempogram what `music.tempo` or `music.beatTrack` gives with `{steps: true}`, or `music.tempogram` (add
 *   `sr`); undefined draws an empty frame of the same size
 * @throws TypeError when it is something else, or an option is wrong.
 * @example
 * const beats = Array.from({length: 24}, (_, i) => i / 2);
 * const y = music.clicks(beats, {sr: 16000, length: 192000});
 * display(tempogramFigure(music.tempo(y, {sr: 16000, plain: true, steps: true}), {startBpm: 120, truth: 120}));
 */
export function tempogramFigure(
  tempogram: TempoWithSteps | Spectrogram | undefined,
  options: TempogramFigureOptions = {},
): HTMLElement {
  const owner = "tempogramFigure";
  checkSettings(owner, options, "{startBpm: 120}");
  for (const key of ["bpm", "truth", "startBpm", "stdBpm", "minBpm", "maxBpm"] as const) {
    if (options[key] !== undefined) checkPositive(owner, key, options[key], "120");
  }
  const {
    truth,
    startBpm,
    stdBpm = 1,
    minBpm = 30,
    maxBpm = 300,
    play,
    position,
    caption,
    width,
    height = 320,
  } = options;
  checkSpan(owner, "minBpm and maxBpm", [minBpm, maxBpm]);
  checkSpan(owner, "seconds", options.seconds);
  const name = options.name ?? "Tempogram";
  if (tempogram === undefined)
    return emptyFigure(name, "The tempogram appears here.", { ...options, height });
  const { cells, start, hop, lagSeconds, agreement, ...told } = tempogramData(owner, tempogram, options);
  if (cells.frames === 0) return emptyFigure(name, "There is no sound in it.", { ...options, height });
  const bpm = options.bpm ?? told.bpm;
  const octaves = Math.log2(maxBpm / minBpm);
  const place = (tempo: number) => Math.log2(tempo / minBpm) / octaves;
  const tempoAt = (at: number) => minBpm * 2 ** (at * octaves);
  const span = options.seconds ?? frameSpan({ start, hop }, cells.frames);
  const lagOf = (tempo: number) => 60 / (tempo * lagSeconds);
  const prior = (tempo: number) => Math.exp(-0.5 * (Math.log2(tempo / (startBpm ?? 1)) / stdBpm) ** 2);
  const seen = agreement?.filter((point) => point.bpm >= minBpm && point.bpm <= maxBpm) ?? [];
  const most = seen.reduce((greatest, { value }) => Math.max(greatest, value), 0) || 1;

  const sideMarks = (box: PlotBox): Markish[] => {
    // Beside the plot, its own scale goes on: a pixel is as many seconds as within.
    const x = (share: number) =>
      span[1] + ((side.gap + share * side.width) * (span[1] - span[0])) / box.width;
    const priorPlaces = Array.from({ length: curvePoints + 1 }, (_, i) => i / curvePoints);
    return [
      line(
        [
          [x(0), 0],
          [x(0), 1],
        ],
        { stroke: "var(--etude-rule)" },
      ),
      startBpm === undefined
        ? null
        : line(priorPlaces, {
            x: (at: number) => x(prior(tempoAt(at))),
            y: (at: number) => at,
            stroke: "var(--etude-muted)",
            strokeWidth: 1.75,
            strokeDasharray: "1.5 4",
            strokeLinecap: "round",
          }),
      line(seen, {
        x: ({ value }: { value: number }) => x(Math.max(0, value) / most),
        y: (point: { bpm: number }) => place(point.bpm),
        stroke: "var(--etude-found)",
        strokeWidth: 1.75,
      }),
    ];
  };
  const rule = (tempo: number | undefined, words: string, style: object, dy: number): Markish =>
    tempo === undefined || tempo < minBpm || tempo > maxBpm
      ? null
      : [
          ruleY([place(tempo)], { strokeWidth: 1.75, ...style }),
          text([`${words}${readable(tempo)}`], {
            x: span[0],
            y: place(tempo),
            dx: 6,
            dy,
            textAnchor: "start",
            fontWeight: 600,
            fill: "var(--etude-ink)",
            stroke: "var(--etude-paper)",
            strokeWidth: 4,
          }),
        ];
  const signs: [LegendSign, string][] = [
    ...(seen.length > 0 ? [["found", "agreement with the whole"] as [LegendSign, string]] : []),
    ...(startBpm === undefined ? [] : [["prior", "likely beforehand"] as [LegendSign, string]]),
  ];
  const value = (column: number, tempo: number) => {
    const lag = Math.round(lagOf(tempo));
    return lag >= 0 && lag < cells.bins ? cells.data[column * cells.bins + lag]! : Number.NaN;
  };
  return heatFigure({
    name,
    description: `${bpm ? `Chosen: ${readable(bpm)} beats a minute` : "No tempo was chosen"}${truth ? `; true: ${readable(truth)}` : ""}. Tempi from ${minBpm} to ${maxBpm}, over ${(span[1] - span[0]).toFixed(1)} seconds.`,
    caption,
    legend: legends(colorLegend("0", "1", "fits"), signs.length > 0 ? marksLegend(signs) : undefined),
    width,
    height,
    scene: {
      cells,
      framesRun: "across",
      xDomain: span,
      yDomain: [0, 1],
      columnAt: (time) => (time - start) / hop + 0.5,
      rowAt: (at) => lagOf(tempoAt(at)) + 0.5,
      share: (fit) => fit,
      xTicks: timeTicks(...span),
      yTicks: (): ScaleTick[] =>
        tempi
          .filter((tempo) => tempo >= minBpm && tempo <= maxBpm)
          .map((tempo) => ({ position: place(tempo), label: String(tempo) })),
      xLabel: "time (s)",
      yLabel: "tempo (beats a minute, log scale)",
      margins,
      marks: (box) => [
        sideMarks(box),
        rule(truth, "true: ", { stroke: "var(--etude-truth)", strokeDasharray: "6 4" }, 12),
        rule(bpm, "chosen: ", { stroke: "var(--etude-ink)" }, -9),
      ],
    },
    position,
    places: (show) => ({
      invitation: play
        ? "Choose a place to read it, and to hear the sound from there."
        : "Choose a place to read it.",
      columns: cells.frames,
      rows,
      step: Math.max(1, Math.round(cells.frames / 100)),
      values: (column, row) => ({ x: start + column * hop, y: (row + 0.5) / rows }),
      find: (x, y) => ({ column: Math.round((x - start) / hop), row: Math.floor(y * rows) }),
      describe: (column, row) => {
        const tempo = tempoAt((row + 0.5) / rows);
        return `${seconds(start + column * hop)}, ${tempo.toFixed(0)} beats a minute: ${value(column, tempo).toFixed(2)}`;
      },
      activate: play && ((column) => play(Math.max(0, start + column * hop), show)),
    }),
    table: () => ({
      columns: [
        "tempo (beats a minute)",
        "agreement",
        ...(startBpm === undefined ? [] : ["likely beforehand"]),
      ],
      rows: seen
        .toSorted((a, b) => b.value - a.value)
        .map((point) => [
          point.bpm,
          point.value / most,
          ...(startBpm === undefined ? [] : [prior(point.bpm)]),
        ]),
    }),
  });
}
