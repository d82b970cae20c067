import { gridY, line, type Markish } from "@observablehq/plot";
import { shown } from "../../../learn/base/shown.ts";
import type { Spectrogram } from "../../../music/base/spectrogram.ts";
import type { MelodySeries } from "../../../music/evaluation/melody-series.ts";
import { rawPitchAccuracy } from "../../../music/evaluation/pitch-accuracy.ts";
import { checkSettings } from "../../check-arguments.ts";
import { linearTicks } from "../axis-ticks.ts";
import { checkCells, checkChoice, checkPositive, checkSpan } from "./check-cells.ts";
import { emptyFigure } from "./empty-figure.ts";
import { frequencyScale, hzTicks, noteOf, noteTicks } from "./frequency-scale.ts";
import { heatFigure } from "./heat-figure.ts";
import { levelsOf } from "./levels.ts";
import { marksLegend } from "./marks-legend.ts";
import type { MusicFigureOptions } from "./picked-figure.ts";
import type { PlayOptions } from "./playhead.ts";
import { frequencyMargins } from "./spectrogram-scene.ts";
import { seconds, timeTicks } from "./time-axis.ts";

export interface F0FigureOptions extends MusicFigureOptions, PlayOptions {
  /** Magnitudes to draw below, as `music.magnitudeSpectrogram` gives them; needs `sr`. */
  spectrogram?: Spectrogram;
  /** Samples a second of the sound of the spectrogram. */
  sr?: number;
  /** Samples from one frame of the spectrogram to the next; default a quarter of its transform. */
  hopLength?: number;
  /** What the pitch truly is. */
  truth?: MelodySeries;
  /** What stands on the left: "Hz" (default), or "cents" above `reference`. */
  unit?: "Hz" | "cents";
  /** Where cents are counted from, in Hz; default 440. */
  reference?: number;
  /** Lowest frequency shown in Hz; default that of the pitches, with some room. */
  fmin?: number;
  /** Highest frequency shown in Hz; default that of the pitches, with some room. */
  fmax?: number;
  /** The part to draw, in seconds; default all of it. */
  seconds?: readonly [number, number];
}

const noCells = { data: new Float64Array(0), frames: 0, bins: 0 };
/** Room below and above the pitches: three semitones. */
const room = 2 ** (3 / 12);

function checkTrack(owner: string, name: string, value: unknown): asserts value is MelodySeries {
  const { times, f0 } = Object(value) as Partial<MelodySeries>;
  if (typeof times?.length === "number" && typeof f0?.length === "number" && times.length === f0.length)
    return;
  throw new TypeError(
    `${owner}: ${name} must be {times, f0}, as music.pyin(…) gives it, but it is ${shown(value)}.`,
  );
}

/** The lowest and the highest pitch of some tracks, with room; an octave about A4 when nothing is voiced. */
function range(tracks: readonly (MelodySeries | undefined)[]): [number, number] {
  const pitches = tracks.flatMap((track) => Array.from(track?.f0 ?? []).filter((hz) => hz > 0));
  if (pitches.length === 0) return [311, 622];
  const [low, high] = [pitches.reduce((a, b) => Math.min(a, b)), pitches.reduce((a, b) => Math.max(a, b))];
  const middle = Math.sqrt(low * high);
  // At least an octave, or a hundredth of a tone would look like a leap.
  return [Math.min(low / room, middle / Math.SQRT2), Math.max(high * room, middle * Math.SQRT2)];
}

/**
 * The pitch of a sound over time, above its spectrogram if that is given. The line has gaps where nothing is voiced;
 * the true pitch, if it is known, is a dashed line below it. Frequencies stand on the left, notes on the right.
 *
 * @param track what `music.yin`, `music.pyin` or `music.mpm` gives; undefined draws an empty frame of the same size
 * @throws TypeError when it is something else, or an option is wrong.
 * @example
 * const sr = 16000, tune = music.melody(["A3", "C4", "E4"]);
 * const y = music.render(tune, {sr});
 * display(f0Figure(music.pyin(y, {sr}), {spectrogram: music.magnitudeSpectrogram(y), sr, fmin: 110, fmax: 1760}));
 */
export function f0Figure(track: MelodySeries | undefined, options: F0FigureOptions = {}): HTMLElement {
  const owner = "f0Figure";
  checkSettings(owner, options, "{fmin: 110}");
  const {
    spectrogram,
    truth,
    unit = "Hz",
    reference = 440,
    play,
    position,
    caption,
    width,
    height = 320,
  } = options;
  const name = options.name ?? "Pitch over time";
  checkChoice(owner, "unit", unit, ["Hz", "cents"]);
  checkPositive(owner, "reference", reference, "440");
  checkSpan(owner, "seconds", options.seconds);
  if (track === undefined) return emptyFigure(name, "The pitch appears here.", { ...options, height });
  checkTrack(owner, "track", track);
  if (truth !== undefined) checkTrack(owner, "truth", truth);
  if (spectrogram !== undefined) {
    checkCells(owner, "spectrogram", spectrogram, "music.magnitudeSpectrogram(…)");
    checkPositive(owner, "sr", options.sr, "22050");
  }
  const { times, f0 } = track;
  if (times.length === 0) return emptyFigure(name, "There is no sound in it.", { ...options, height });
  const [lowest, highest] = range([track, truth]);
  const { fmin = lowest, fmax = highest, sr = 1 } = options;
  checkPositive(owner, "fmin", fmin, "110");
  checkSpan(owner, "fmin and fmax", [fmin, fmax]);
  const scale = frequencyScale("log", fmin, fmax);
  const cells = spectrogram ?? noCells;
  const nFft = 2 * Math.max(1, cells.bins - 1);
  const hopSeconds = (options.hopLength ?? nFft / 4) / sr;
  const levels = levelsOf(cells.data, "magnitude");
  const last = times[times.length - 1]!;
  const span =
    options.seconds ?? ([0, Math.max(last, truth?.times[truth.times.length - 1] ?? 0, 1e-3)] as const);
  const voiced = (i: number) => f0[i]! > 0;
  const count = Array.from(f0).filter((hz) => hz > 0).length;
  const hop = times.length > 1 ? (last - times[0]!) / (times.length - 1) : 1;
  const cents = (hz: number) => 1200 * Math.log2(hz / reference);
  const centTicks = (pixels: number) =>
    linearTicks(cents(fmin), cents(fmax), Math.max(2, pixels / 30)).map((value) => ({
      position: scale.position(reference * 2 ** (value / 1200)),
      label: String(value).replace("-", "\u2212"),
    }));
  const curve = (of: MelodySeries, style: object): Markish =>
    line(Array.from(of.times), {
      x: (time: number) => time,
      y: (_: number, i: number) => {
        const hz = of.f0[i]!;
        return hz >= fmin && hz <= fmax ? scale.position(hz) : Number.NaN;
      },
      strokeLinecap: "round",
      strokeLinejoin: "round",
      ...style,
    });
  const right =
    truth && Array.from(truth.f0).some((hz) => hz > 0) ? rawPitchAccuracy(truth, track) : undefined;
  const told =
    right === undefined
      ? ""
      : `${Math.round(100 * right)} % of what is voiced in truth is within half a semitone. `;
  const pitch = (hz: number) => {
    const off = Math.round(1200 * Math.log2(hz / 440)) - 100 * Math.round(12 * Math.log2(hz / 440));
    const sign = off < 0 ? "\u2212" : "+";
    return `${hz.toFixed(1)} Hz, ${noteOf(hz)} ${sign}${Math.abs(off)} cents`;
  };
  return heatFigure({
    name,
    description: `${told}${count} of ${times.length} frames are voiced, over ${(span[1] - span[0]).toFixed(1)} seconds.`,
    caption: [told.trim(), caption].filter(Boolean).join(" "),
    legend: marksLegend([["found", "pitch found"], ...(truth ? [["truth", "true pitch"] as const] : [])]),
    width,
    height,
    scene: {
      cells,
      framesRun: "across",
      xDomain: span,
      yDomain: [0, 1],
      columnAt: (time) => time / hopSeconds + 0.5,
      rowAt: (place) => (scale.hz(place) * nFft) / sr + 0.5,
      // Quieter than in a spectrogram of its own: the line is what counts.
      share: (value) => 0.85 * (1 + levels.db(value) / 70),
      xTicks: timeTicks(...span),
      yTicks: unit === "cents" ? centTicks : (pixels) => hzTicks(scale, pixels),
      rightTicks: (pixels) => noteTicks(scale, pixels),
      xLabel: "time (s)",
      yLabel:
        unit === "cents" ? `cents above ${Number(reference.toFixed(1))} Hz` : "frequency (Hz, log scale)",
      margins: { ...frequencyMargins, left: unit === "cents" ? 56 : frequencyMargins.left },
      marks: (box) => {
        const halo = { stroke: "var(--etude-paper)", strokeWidth: 6, strokeOpacity: 0.85 };
        const grid = noteTicks(scale, box.height).map((tick) => tick.position);
        return [
          spectrogram ? null : gridY(grid, { stroke: "var(--etude-grid)", strokeOpacity: 1 }),
          truth
            ? [
                curve(truth, { ...halo, strokeWidth: 8 }),
                curve(truth, {
                  stroke: "var(--etude-truth)",
                  strokeWidth: 5,
                  strokeDasharray: "8 7",
                  strokeLinecap: "butt",
                }),
              ]
            : null,
          curve(track, halo),
          curve(track, { stroke: "var(--etude-found)", strokeWidth: 2.5 }),
        ];
      },
    },
    position,
    places: (show) => ({
      invitation: play
        ? "Choose a time to read it, and to hear the sound from there."
        : "Choose a time to read it.",
      columns: times.length,
      rows: 1,
      step: Math.max(1, Math.round(times.length / 200)),
      values: (column) => ({
        x: times[column]!,
        y: voiced(column) ? Math.min(1, Math.max(0, scale.position(f0[column]!))) : 0,
      }),
      find: (x) => ({ column: Math.round((x - times[0]!) / hop), row: 0 }),
      describe: (column) => `${seconds(times[column]!)}: ${voiced(column) ? pitch(f0[column]!) : "unvoiced"}`,
      activate: play && ((column) => play(times[column]!, show)),
    }),
    table: () => ({
      columns: ["time (s)", "pitch (Hz)", "nearest note"],
      rows: linearTicks(...span, 48).map((time) => {
        const i = Math.min(times.length - 1, Math.max(0, Math.round((time - times[0]!) / hop)));
        return voiced(i) ? [time, f0[i]!, noteOf(f0[i]!)] : [time, "unvoiced", "–"];
      }),
    }),
  });
}
