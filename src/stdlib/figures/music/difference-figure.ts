import { axisX, axisY, dot, gridY, line, type Markish, ruleX, ruleY, text } from "@observablehq/plot";
import { shown } from "../../../learn/base/shown.ts";
import type { YinSteps } from "../../../music/pitch/yin.ts";
import { checkSettings } from "../../check-arguments.ts";
import { linearTicks } from "../axis-ticks.ts";
import { readable } from "../data-table.ts";
import { drawing } from "../drawing.ts";
import { checkChoice, checkPositive } from "./check-cells.ts";
import { emptyFigure } from "./empty-figure.ts";
import { extent } from "./levels.ts";
import { type MusicFigureOptions, pickedFigure } from "./picked-figure.ts";
import { plotBox } from "./plot-box.ts";

export interface DifferenceOptions extends MusicFigureOptions {
  /** Which frame; default the one in the middle. */
  frame?: number;
  /** What is drawn: the "normalized" difference d′ (default), in which the dip is chosen, or the plain "difference". */
  curve?: "normalized" | "difference";
  /** What a dip had to be below; default what the frame's own was. */
  threshold?: number;
  /** The true period in samples. */
  truth?: number;
  /** Samples a second, to read lags as frequencies as well. */
  sr?: number;
  /** Longest lag shown in samples; default all. */
  maxLag?: number;
}

const margins = { top: 44, right: 16, bottom: 44, left: 48 };
const ink = "var(--etude-ink)";
const halo = { stroke: "var(--etude-paper)", strokeWidth: 4 };
/** d′ is 1 on average; what is far above is cut, so that the dips can be seen. */
const highestNormalized = 2;

/**
 * How YIN finds a pitch: how much a frame differs from itself, moved by each lag. The threshold is a dashed line, the
 * dips below it are dots, the chosen period and the true one are vertical rules.
 *
 * @param pitch what `music.yin(…, {steps: true})` gives; undefined draws an empty frame of the same size
 * @throws TypeError when it has no steps, or an option is wrong; RangeError when there is no such frame.
 * @example
 * const y = Float32Array.from({length: 4096}, (_, i) => Math.sin(i / 20) + 0.5 * Math.sin(i / 10));
 * const pitch = music.yin(y, {sr: 22050, fmin: 100, steps: true, plain: true});
 * display(differenceFigure(pitch, {sr: 22050, truth: 2 * Math.PI * 20}));
 */
export function differenceFigure(
  pitch: { steps: YinSteps } | undefined,
  options: DifferenceOptions = {},
): HTMLElement {
  const owner = "differenceFigure";
  checkSettings(owner, options, "{frame: 3}");
  checkChoice(owner, "curve", options.curve, ["normalized", "difference"]);
  for (const key of ["threshold", "truth", "sr", "maxLag"] as const) {
    if (options[key] !== undefined)
      checkPositive(owner, key, options[key], key === "threshold" ? "0.1" : "100");
  }
  const { curve = "normalized", truth, sr, caption, width, height = 300 } = options;
  const name =
    options.name ?? (curve === "normalized" ? "Normalised difference by lag" : "Difference by lag");
  if (pitch === undefined)
    return emptyFigure(name, "The difference function appears here.", { ...options, height });
  const steps = Object(pitch).steps as YinSteps | undefined;
  if (!steps?.normalized || !steps.lags) {
    throw new TypeError(
      `${owner}: pitch must be what music.yin(y, {sr, steps: true}) gives, with its steps, but it is ${shown(pitch)}.`,
    );
  }
  const { frames, bins } = steps.normalized;
  if (frames === 0) return emptyFigure(name, "There is no frame in it.", { ...options, height });
  const { frame = Math.floor(frames / 2) } = options;
  if (!(Number.isInteger(frame) && frame >= 0 && frame < frames)) {
    throw new RangeError(`${owner}: frame is ${shown(frame)}; frames are numbered from 0 to ${frames - 1}.`);
  }
  const row = steps[curve].data.subarray(frame * bins, (frame + 1) * bins);
  const longest = options.maxLag ?? steps.lags[bins - 1]!;
  const points = Array.from(row, (value, k) => ({ lag: steps.lags[k]!, value })).filter(
    ({ lag }) => lag <= longest,
  );
  const threshold = options.threshold ?? steps.thresholds[frame]!;
  const period = steps.periods[frame]!;
  const isNormal = curve === "normalized";
  const high = isNormal ? highestNormalized : extent(row)[1] || 1;
  const dips = isNormal
    ? steps.candidates[frame]!.filter(({ period: at, value }) => at <= longest && value < threshold)
    : [];
  const inHz = (lag: number) => (sr && lag > 0 ? ` = ${(sr / lag).toFixed(1)} Hz` : "");
  const chosen = period > 0 ? `${readable(period)} samples${inHz(period)}` : "none";
  const plot = (at: number) => plotBox({ width: at, height, margins }, [0, longest], [0, high]);
  const rule = (
    lag: number,
    words: string,
    color: string,
    dashes: string | undefined,
    dy: number,
  ): Markish => [
    ruleX([lag], { stroke: color, strokeWidth: 1.75, strokeDasharray: dashes }),
    text([words], {
      x: lag,
      frameAnchor: "top",
      dy,
      dx: lag > longest * 0.6 ? -5 : 5,
      textAnchor: lag > longest * 0.6 ? "end" : "start",
      fontWeight: 600,
      fill: color,
      ...halo,
    }),
  ];
  const draw = (at: number) => {
    const thresholdMarks: Markish = [
      ruleY([threshold], { stroke: "var(--etude-muted)", strokeDasharray: "5 4" }),
      text([`threshold ${readable(threshold)}`], {
        x: longest,
        y: threshold,
        textAnchor: "end",
        dy: -8,
        fill: "var(--etude-muted)",
        ...halo,
      }),
    ];
    return drawing({
      width: at,
      height,
      marginTop: margins.top,
      x: { domain: [0, longest] },
      y: { domain: [0, high] },
      marks: [
        gridY(linearTicks(0, high, 5), { stroke: "var(--etude-grid)", strokeOpacity: 1 }),
        axisX(linearTicks(0, longest, at / 64), {
          label: "lag (samples)",
          labelArrow: "none",
          labelAnchor: "center",
          text: readable,
          tickSize: 4,
        }),
        axisY(linearTicks(0, high, 5), {
          label: isNormal ? "normalised difference" : "difference",
          labelArrow: "none",
          text: readable,
          tickSize: 0,
        }),
        isNormal ? thresholdMarks : null,
        line(points, { x: "lag", y: "value", stroke: "var(--etude-train)", strokeWidth: 1.75, clip: true }),
        dot(dips, {
          x: "period",
          y: "value",
          r: 4,
          fill: "var(--etude-paper)",
          stroke: ink,
          strokeWidth: 1.5,
        }),
        truth !== undefined && truth <= longest
          ? rule(truth, `true: ${readable(truth)}`, "var(--etude-truth)", "6 4", -8)
          : null,
        period > 0 && period <= longest
          ? rule(period, `chosen: ${readable(period)}`, ink, undefined, -24)
          : null,
      ],
    });
  };
  return pickedFigure({
    name,
    description: `Chosen: ${chosen}${truth === undefined ? "" : `; true: ${readable(truth)} samples${inHz(truth)}`}.`,
    caption: [`Chosen: ${chosen}.`, caption].filter(Boolean).join(" "),
    width,
    height,
    draw,
    plot,
    places: () => ({
      invitation: "Choose a lag to read it.",
      columns: points.length,
      rows: 1,
      step: Math.max(1, Math.round(points.length / 200)),
      values: (column) => ({ x: points[column]!.lag, y: Math.min(high, points[column]!.value) }),
      find: (x) => ({ column: Math.round((x / longest) * (points.length - 1)), row: 0 }),
      describe: (column) => {
        const { lag, value } = points[column]!;
        return `A lag of ${readable(lag)} samples${inHz(lag)}: ${value.toPrecision(3)}`;
      },
    }),
    table: () => ({
      columns: ["dip at (samples)", ...(sr ? ["frequency (Hz)"] : []), "normalised difference"],
      rows: steps.candidates[frame]!.map(({ period: at, value }) => [at, ...(sr ? [sr / at] : []), value]),
    }),
  });
}
