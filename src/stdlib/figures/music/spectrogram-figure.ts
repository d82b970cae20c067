import type { Spectrogram } from "../../../music/base/spectrogram.ts";
import type { ComplexSpectrogram } from "../../../music/spectrum/stft.ts";
import { checkSettings } from "../../check-arguments.ts";
import { checkCells, checkChoice, checkPositive, checkSpan } from "./check-cells.ts";
import { colorLegend } from "./color-legend.ts";
import { emptyFigure } from "./empty-figure.ts";
import { type FrequencyAxis, frequencyScale, shortHz } from "./frequency-scale.ts";
import { heatFigure } from "./heat-figure.ts";
import { type LevelKind, levelsOf } from "./levels.ts";
import type { MusicFigureOptions } from "./picked-figure.ts";
import type { PlayOptions } from "./playhead.ts";
import {
  type SpectrogramView,
  spectrogramPlaces,
  spectrogramScene,
  spectrogramTable,
} from "./spectrogram-scene.ts";

/** What both kinds of spectrograms can be told. */
export interface FrequencyOverTimeOptions extends MusicFigureOptions, PlayOptions {
  /** Samples a second of the sound. */
  sr: number;
  /** What the numbers are. Default "dB" when one is below 0. */
  values?: LevelKind;
  /** The number that is 0 dB; default the greatest of all. Give it when the picture fills in. */
  ref?: number;
  /** Levels shown, in dB below the loudest; default 80. */
  topDb?: number;
  /** The part to draw, in seconds; default all of it. */
  seconds?: readonly [number, number];
}

export interface SpectrogramOptions extends FrequencyOverTimeOptions {
  /** Samples from one frame to the next; default a quarter of the transform. */
  hopLength?: number;
  /** How frequencies are spread; default "log". */
  axis?: FrequencyAxis;
  /** Lowest frequency shown in Hz; default 32.7 (C1) on a log axis, else 0. */
  fmin?: number;
  /** Highest frequency shown in Hz; default half of `sr`. */
  fmax?: number;
}

export const frequencyAxes = ["linear", "log", "mel"] as const;
export const levelKinds = ["magnitude", "power", "dB"] as const;
const c1 = 32.7;

/** Magnitudes of a complex spectrogram; any other as it is. */
function realCells(value: Spectrogram | ComplexSpectrogram): Spectrogram {
  if (!("re" in Object(value)) || !("im" in Object(value))) return value as Spectrogram;
  const { re, im, frames, bins } = value as ComplexSpectrogram;
  return { data: re.map((real, i) => Math.hypot(real, im[i]!)), frames, bins };
}

/** Checks what both kinds have in common. */
export function checkFrequencyOptions(
  owner: string,
  options: FrequencyOverTimeOptions & { hopLength?: number },
): void {
  checkSettings(owner, options, "{sr: 22050}");
  checkPositive(owner, "sr", options.sr, "22050");
  if (options.hopLength !== undefined) checkPositive(owner, "hopLength", options.hopLength, "512");
  checkChoice(owner, "values", options.values, levelKinds);
  if (options.topDb !== undefined) checkPositive(owner, "topDb", options.topDb, "80");
  checkSpan(owner, "seconds", options.seconds);
}

/** The seconds that frames take: from 0 to the middle of the last one. */
export function spanOf(frames: number, hopSeconds: number): [number, number] {
  return [0, Math.max(1, frames - 1) * hopSeconds];
}

/** Draws a view with its legend, its readout and its playhead. */
export function frequencyFigure(
  view: SpectrogramView,
  options: FrequencyOverTimeOptions,
  name: string,
): HTMLElement {
  const { play, position, caption, width, height = 320 } = options;
  const { span, scale, cells, topDb } = view;
  const seconds = (span[1] - span[0]).toFixed(1);
  const read = spectrogramPlaces(view);
  return heatFigure({
    name: options.name ?? name,
    description: `${seconds} seconds from ${shortHz(scale.low)} to ${shortHz(scale.high)} Hz, in ${cells.frames} frames of ${cells.bins} values; loud is far from the colour of the page.`,
    caption,
    legend: colorLegend(`\u2212${topDb} dB`, "0 dB", "level below the loudest"),
    width,
    height,
    scene: spectrogramScene(view),
    position,
    places: (show) => ({
      ...read,
      invitation: play
        ? "Choose a place to read it, and to hear the sound from there."
        : "Choose a place to read it.",
      activate: play && ((column, row) => play(Math.max(0, read.values(column, row).x), show)),
    }),
    table: () => spectrogramTable(view),
  });
}

/**
 * A spectrogram: how loud each frequency is over time. Frequencies in Hz stand on the left, notes on the right. A line
 * below reads time, frequency and level under the pointer or the arrow keys; with `play`, a click or Enter plays from
 * there.
 *
 * 30 seconds at 22,050 Hz are drawn in less than a tenth of a second; the transform itself takes about twice as long,
 * so keep it in a cell of its own.
 *
 * @param spectrogram what `music.magnitudeSpectrogram`, `music.powerSpectrogram` (say `{values: "power"}`),
 *   `music.amplitudeToDb` or `music.stft` gives; undefined draws an empty frame of the same size
 * @throws TypeError when it is something else, or an option is wrong.
 * @example
 * const y = music.render(music.melody(["C4", "E4", "G4", "C5"]), {sr: 22050});
 * const S = music.magnitudeSpectrogram(y, {nFft: 2048, hopLength: 256});
 * display(spectrogramFigure(S, {sr: 22050, hopLength: 256, fmin: 130, fmax: 6000}));
 */
export function spectrogramFigure(
  spectrogram: Spectrogram | ComplexSpectrogram | undefined,
  options: SpectrogramOptions,
): HTMLElement {
  const owner = "spectrogramFigure";
  checkFrequencyOptions(owner, options);
  checkChoice(owner, "axis", options.axis, frequencyAxes);
  const {
    sr,
    axis = "log",
    fmin = axis === "log" ? c1 : 0,
    fmax = sr / 2,
    topDb = 80,
    height = 320,
  } = options;
  const name = options.name ?? "Spectrogram";
  if (spectrogram === undefined)
    return emptyFigure(name, "The spectrogram appears here.", { ...options, height });
  const cells = realCells(spectrogram);
  checkCells(owner, "spectrogram", cells, "music.magnitudeSpectrogram(…)");
  if (axis === "log") checkPositive(owner, "fmin", fmin, "55");
  checkSpan(owner, "fmin and fmax", [fmin, fmax]);
  if (cells.data.length === 0) return emptyFigure(name, "There is no sound in it.", { ...options, height });
  const nFft = 2 * (cells.bins - 1);
  const { hopLength = nFft / 4 } = options;
  const hopSeconds = hopLength / sr;
  const view = {
    cells,
    levels: levelsOf(cells.data, "magnitude", options.values, options.ref),
    topDb,
    scale: frequencyScale(axis, fmin, fmax),
    hopSeconds,
    span: options.seconds ?? spanOf(cells.frames, hopSeconds),
    binAt: (hz: number) => (hz * nFft) / sr + 0.5,
    hzOf: (bin: number) => (bin * sr) / nFft,
  };
  return frequencyFigure(view, options, name);
}
