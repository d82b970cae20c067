import { areaY, axisX, axisY, dot, gridY, line, type Markish, ruleX, text } from "@observablehq/plot";
import { shown } from "../../../learn/base/shown.ts";
import type { Spectrogram } from "../../../music/base/spectrogram.ts";
import { checkSettings } from "../../check-arguments.ts";
import { linearTicks } from "../axis-ticks.ts";
import { drawing } from "../drawing.ts";
import { checkCells, checkChoice, checkPositive, checkSpan } from "./check-cells.ts";
import { emptyFigure } from "./empty-figure.ts";
import { type FrequencyAxis, frequencyScale, hzTicks, noteOf, type ScaleTick } from "./frequency-scale.ts";
import { type LevelKind, levelsOf } from "./levels.ts";
import { type MusicFigureOptions, pickedFigure } from "./picked-figure.ts";
import { plotBox } from "./plot-box.ts";
import { frequencyAxes, levelKinds } from "./spectrogram-figure.ts";
import { type SpectrumPoint, spectrumPeaks, visiblePoints } from "./spectrum-lines.ts";

export interface SpectrumOptions extends MusicFigureOptions {
  /** Samples a second of the sound. */
  sr: number;
  /** What the numbers are. Default "magnitude", or "dB" when one is below 0. */
  values?: LevelKind;
  /** How frequencies are spread; default "log". */
  axis?: FrequencyAxis;
  /** Lowest frequency shown in Hz; default 32.7 (C1) on a log axis, else 0. */
  fmin?: number;
  /** Highest frequency shown in Hz; default half of `sr`. */
  fmax?: number;
  /** The number that is 0 dB; default the greatest. */
  ref?: number;
  /** Levels shown, in dB below the loudest; default 80. */
  topDb?: number;
  /** How many peaks to name, the loudest ones; default 3. */
  peaks?: number;
  /** Frequencies to mark with a dashed line, in Hz, and what they are called. */
  marks?: readonly { hz: number; name: string }[];
}

const margins = { top: 36, right: 16, bottom: 44, left: 48 };
const ink = "var(--etude-ink)";
const halo = { stroke: "var(--etude-paper)", strokeWidth: 4 };

/** The numbers of one spectrum; of a spectrogram the mean power of its frames, as magnitudes. */
function oneSpectrum(owner: string, value: unknown): ArrayLike<number> {
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return value as unknown as ArrayLike<number>;
  if (!("frames" in Object(value))) {
    throw new TypeError(
      `${owner}: spectrum must be a list of numbers, such as music.frameOf(spectrogram, 10), or a spectrogram, but it is ${shown(value)}.`,
    );
  }
  checkCells(owner, "spectrum", value, "music.magnitudeSpectrogram(…)");
  const sums = new Float64Array(value.bins);
  for (let t = 0; t < value.frames; t++) {
    for (let k = 0; k < value.bins; k++) sums[k]! += value.data[t * value.bins + k]! ** 2;
  }
  return sums.map((sum) => Math.sqrt(sum / Math.max(1, value.frames)));
}

function named(peaks: readonly SpectrumPoint[], x: (hz: number) => number, room: number): SpectrumPoint[] {
  const kept: SpectrumPoint[] = [];
  for (const peak of peaks) {
    if (kept.every((other) => Math.abs(x(other.hz) - x(peak.hz)) > room)) kept.push(peak);
  }
  return kept;
}

/**
 * A spectrum: the level of each frequency at one time, with its loudest peaks named as notes. A line below reads
 * frequency, note and level under the pointer or the arrow keys.
 *
 * @param spectrum one frame, as `music.frameOf(spectrogram, t)` gives it, with nFft/2 + 1 values; or a spectrogram of
 *   magnitudes, of whose frames the mean power is drawn; undefined draws an empty frame of the same size
 * @throws TypeError when it is something else, or an option is wrong.
 * @example
 * const y = music.render(music.melody(["A3"]), {sr: 22050});
 * const S = music.magnitudeSpectrogram(y, {nFft: 4096});
 * display(spectrumFigure(music.frameOf(S, 5), {sr: 22050, fmin: 110, fmax: 8000, peaks: 4}));
 */
export function spectrumFigure(
  spectrum: ArrayLike<number> | Spectrogram | undefined,
  options: SpectrumOptions,
): HTMLElement {
  const owner = "spectrumFigure";
  checkSettings(owner, options, "{sr: 22050}");
  checkPositive(owner, "sr", options.sr, "22050");
  checkChoice(owner, "values", options.values, levelKinds);
  checkChoice(owner, "axis", options.axis, frequencyAxes);
  const {
    sr,
    axis = "log",
    fmin = axis === "log" ? 32.7 : 0,
    fmax = sr / 2,
    topDb = 80,
    peaks = 3,
  } = options;
  const { marks = [], width, height = 280 } = options;
  const name = options.name ?? "Spectrum";
  if (axis === "log") checkPositive(owner, "fmin", fmin, "55");
  checkSpan(owner, "fmin and fmax", [fmin, fmax]);
  checkPositive(owner, "topDb", topDb, "80");
  if (spectrum === undefined) return emptyFigure(name, "The spectrum appears here.", { ...options, height });
  const values = oneSpectrum(owner, spectrum);
  if (values.length < 2) return emptyFigure(name, "There is no sound in it.", { ...options, height });
  const levels = levelsOf(values, "magnitude", options.values, options.ref);
  const scale = frequencyScale(axis, fmin, fmax);
  const points = Array.from(values, (value, k) => ({
    hz: (k * sr) / (2 * (values.length - 1)),
    db: Math.max(-topDb, levels.db(value)),
  }));
  const within = points.filter(({ hz }) => hz >= fmin && hz <= fmax);
  const found = spectrumPeaks(within, peaks, -topDb);
  const place = ({ hz }: { hz: number }) => scale.position(hz);
  const plot = (at: number) => plotBox({ width: at, height, margins }, [0, 1], [-topDb, 0]);

  const draw = (at: number) => {
    const box = plot(at);
    const curve = visiblePoints(within, scale, box.width);
    const ticks = hzTicks(scale, box.width, 40);
    const labels = named(found, (hz) => scale.position(hz) * box.width, 64);
    const names: Markish = [
      dot(found, { x: place, y: "db", r: 3, fill: ink }),
      text(labels, {
        x: place,
        y: "db",
        text: ({ hz }: SpectrumPoint) => `${noteOf(hz)} ${hz.toFixed(0)} Hz`,
        dy: -12,
        fontWeight: 600,
        fill: ink,
        ...halo,
      }),
    ];
    return drawing({
      width: at,
      height,
      marginTop: margins.top,
      x: { domain: [0, 1] },
      y: { domain: [-topDb, 0] },
      marks: [
        gridY(linearTicks(-topDb, 0, 5), { stroke: "var(--etude-grid)", strokeOpacity: 1 }),
        areaY(curve, { x: place, y1: -topDb, y2: "db", fill: "var(--etude-train)", fillOpacity: 0.16 }),
        line(curve, { x: place, y: "db", stroke: "var(--etude-train)", strokeWidth: 1.5 }),
        ruleX(marks, { x: place, stroke: ink, strokeDasharray: "4 3" }),
        text(marks, {
          x: place,
          text: "name",
          frameAnchor: "top",
          dy: 4,
          dx: 4,
          textAnchor: "start",
          fill: ink,
          ...halo,
        }),
        axisX(
          ticks.map(({ position }) => position),
          {
            text: (_: number, i: number) => (ticks[i] as ScaleTick).label,
            label: `frequency (Hz${axis === "linear" ? "" : `, ${axis} scale`})`,
            labelArrow: "none",
            labelAnchor: "center",
            tickSize: 4,
          },
        ),
        axisY(linearTicks(-topDb, 0, 5), { label: "level (dB)", labelArrow: "none", tickSize: 0 }),
        found.length > 0 ? names : null,
      ],
    });
  };
  const heard = found.map(({ hz }) => `${hz.toFixed(0)} Hz (${noteOf(hz)})`).join(", ");
  const read = ({ hz, db }: SpectrumPoint) =>
    `${hz.toFixed(1)} Hz${hz >= 20 ? ` (${noteOf(hz)})` : ""}: ${db.toFixed(1).replace("-", "\u2212")} dB`;
  const nearest = (position: number) => {
    const hz = scale.hz(position);
    const at = within.findIndex((point) => point.hz >= hz);
    if (at < 0) return within.length - 1;
    return at > 0 && hz - within[at - 1]!.hz < within[at]!.hz - hz ? at - 1 : at;
  };
  return pickedFigure({
    name,
    description: heard ? `Its loudest peaks: ${heard}.` : "It has no peaks.",
    caption: options.caption,
    width,
    height,
    draw,
    plot,
    places: () => ({
      invitation: "Choose a frequency to read it.",
      columns: within.length,
      rows: 1,
      values: (column) => ({ x: place(within[column]!), y: within[column]!.db }),
      find: (x) => ({ column: nearest(x), row: 0 }),
      describe: (column) => read(within[column]!),
    }),
    table: () => ({
      columns: ["frequency (Hz)", "nearest note", "level (dB)"],
      rows: found.map(({ hz, db }) => [hz, noteOf(hz), db]),
    }),
  });
}
