import { areaY, dot, gridY, line, type Markish, ruleX, text } from "@observablehq/plot";
import { shown } from "../../learn/base/shown.ts";
import { checkSettings } from "../check-arguments.ts";
import { halo, xAxis, yAxis } from "./axis-marks.ts";
import { linearTicks, logTicks } from "./axis-ticks.ts";
import { addsUp, type BiasVariancePoint, leastLoss, wholeLoss } from "./bias-variance-parts.ts";
import { readable } from "./data-table.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import { lineLegend } from "./line-legend.ts";
import { along } from "./score-axes.ts";
import { upperEnd } from "./upper-end.ts";

export interface BiasVarianceFigureOptions {
  /** Name of the setting on the axis, with its unit; default "setting". */
  label?: string;
  /** All settings that will be tried: they fix the axis; default those that are there. */
  range?: readonly number[];
  /** Scale of the axis of settings; default "linear". */
  scale?: "log" | "linear";
  /** The chosen setting: a vertical rule. */
  value?: number;
  /** "stacked" piles the parts up, "lines" draws each from 0; default stacked where the parts add up. */
  view?: "stacked" | "lines";
  /** Upper end of the axis of losses; default a round number above all of them. */
  most?: number;
  /** What the loss is, with its unit; default "squared error". */
  lossName?: string;
  /** Title; default "What the error is made of, by" the label. */
  name?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 340. */
  height?: number;
}

const emptyMessage = "The parts of the error appear here, setting by setting.";
const ink = "var(--etude-ink)";

const parts = [
  { key: "noise", color: "var(--etude-chance)", dash: "1.5 4" },
  { key: "bias2", color: "var(--etude-train)", dash: "6 4" },
  { key: "variance", color: "var(--etude-validation)", dash: undefined },
] as const;

type PartOf = (point: BiasVariancePoint) => number;

/** Where each part begins and ends above a setting, from below: noise, bias², variance. */
function piled(): { from: PartOf; to: PartOf }[] {
  const noise: PartOf = (point) => point.noise ?? 0;
  const withBias: PartOf = (point) => noise(point) + point.bias2;
  const all: PartOf = (point) => withBias(point) + point.variance;
  return [
    { from: () => 0, to: noise },
    { from: noise, to: withBias },
    { from: withBias, to: all },
  ];
}

function partMarks(points: readonly BiasVariancePoint[], stacked: boolean): Markish {
  const piles = piled();
  return parts.map(({ key, color, dash }, i): Markish => {
    const { from, to } = piles[i]!;
    const style = {
      stroke: color,
      strokeWidth: 2.25,
      strokeDasharray: dash,
      strokeLinecap: "round",
    } as const;
    if (!stacked) return line(points, { x: "value", y: (point) => point[key] ?? 0, ...style });
    return [
      areaY(points, { x: "value", y1: from, y2: to, fill: color, fillOpacity: 0.28 }),
      line(points, { x: "value", y: to, ...style, strokeWidth: i === 2 ? 0 : 1.5 }),
    ];
  });
}

/**
 * What the expected error of a model is made of at each setting: bias² (too stiff), variance (follows each training
 * set too closely), and noise, which no model can take away. The least whole is ringed.
 *
 * @param points for each setting its value with what `biasVariance` gives; those that are still to come may be
 *   undefined. Undefined instead of the list draws an empty frame of the same size
 * @throws TypeError when it is something else.
 * @example
 * const X = Array.from({length: 24}, (_, i) => [i / 4]);
 * const truth = X.map(([x]) => Math.sin(x));
 * const points = [1, 2, 4, 8, 12, 16, 20, 24].map((k) => ({
 *   value: k,
 *   ...learn.biasVariance(new KNeighborsRegressor({nNeighbors: k}), X, truth, {noise: 0.4, nDraws: 30})
 * }));
 * display(biasVarianceFigure(points, {label: "neighbours k"}));
 */
export function biasVarianceFigure(
  points: readonly (BiasVariancePoint | undefined)[] | undefined,
  options: BiasVarianceFigureOptions = {},
): HTMLElement {
  const known = Array.isArray(points) ? points.filter((point) => point !== undefined) : [];
  const wrong = known.find((point) => ![point?.value, point?.bias2, point?.variance].every(Number.isFinite));
  if ((points !== undefined && !Array.isArray(points)) || wrong !== undefined) {
    const got = wrong === undefined ? shown(points) : "not so everywhere";
    throw new TypeError(
      `biasVarianceFigure: points must be a list such as [{value: 3, bias2: 0.1, variance: 0.02, noise: 0.04}], but it is ${got}.`,
    );
  }
  checkSettings("biasVarianceFigure", options, '{label: "degree"}');
  const { label = "setting", scale = "linear", value, lossName = "squared error", width } = options;
  const { height = 340, range = known.map((point) => point.value) } = options;
  const sorted = known.toSorted((a, b) => a.value - b.value);
  const stacked = (options.view ?? (addsUp(sorted) ? "stacked" : "lines")) === "stacked";
  const domain = [Math.min(...range), Math.max(...range)] as const;
  const largest = sorted.flatMap((point) => [wholeLoss(point), point.bias2, point.variance]);
  const most = options.most ?? upperEnd(largest);
  const least = leastLoss(sorted);
  const chosen = sorted.find((point) => point.value === value);

  const draw = (at: number): Drawing => {
    const ticks =
      scale === "log"
        ? logTicks(...domain, at / 44)
        : linearTicks(...domain, at / 44, range.every(Number.isInteger) ? 1 : 0);
    const losses = linearTicks(0, most, 5);
    const whole = { x: "value", y: wholeLoss };
    return drawing({
      width: at,
      height,
      marginTop: 44,
      marginLeft: 56,
      x: { type: scale, domain: [...domain], insetLeft: 8, insetRight: 8 },
      y: { domain: [0, most], clamp: true },
      marks: [
        gridY(losses, { stroke: "var(--etude-grid)", strokeOpacity: 1 }),
        xAxis(ticks, scale === "log" ? `${label} (log scale)` : label),
        yAxis(losses, lossName),
        partMarks(sorted, stacked),
        line(sorted, { ...whole, stroke: ink, strokeWidth: 2.25 }),
        dot(sorted, { ...whole, r: 2.5, fill: ink }),
        value === undefined ? null : ruleX([value], { stroke: ink, strokeWidth: 1.25 }),
        least && [
          dot([least], { ...whole, r: 7, stroke: ink, strokeWidth: 1.75 }),
          text([`least: ${readable(least.value)}`], {
            x: [least.value],
            y: [wholeLoss(least)],
            dy: -18,
            textAnchor: along({ domain, scale }, least.value) > 0.85 ? "end" : "middle",
            fontWeight: 600,
            fill: ink,
            ...halo,
          }),
        ],
      ],
    });
  };
  const reading = (of: PartOf) => (chosen ? readable(of(chosen)) : undefined);
  const found = least
    ? `${lossName} is least at ${label}\u00a0=\u00a0${readable(least.value)}: ${readable(wholeLoss(least))}, of which bias² ${readable(least.bias2)}, variance ${readable(least.variance)} and noise ${readable(least.noise ?? 0)}.`
    : "Nothing is known yet.";
  const open = range.length > sorted.length ? ` ${sorted.length} of ${range.length} settings are drawn.` : "";
  const sums = stacked ? "The parts are stacked." : "Each part is drawn from 0.";
  const above = sorted.some((point) => wholeLoss(point) > most)
    ? " What is larger lies at the upper edge."
    : "";
  return figure({
    name: options.name ?? `What the error is made of, by ${label}`,
    description: `${found}${open}`,
    caption: least ? `${sums} ${found[0]!.toUpperCase()}${found.slice(1)}${open}${above}` : undefined,
    legend: lineLegend([
      { kind: "whole", name: "whole", reading: reading(wholeLoss) },
      { kind: "validation", name: "variance", reading: reading((point) => point.variance) },
      { kind: "training", name: "bias²", reading: reading((point) => point.bias2) },
      { kind: "chance", name: "noise", reading: reading((point) => point.noise ?? 0) },
    ]),
    node: (at) => (least ? draw(at) : emptyDrawing(emptyMessage, at, height)),
    width,
    height,
    table: () => ({
      columns: [label, "bias²", "variance", "noise", "whole"],
      rows: sorted.map((point) => [
        point.value,
        point.bias2,
        point.variance,
        point.noise ?? 0,
        wholeLoss(point),
      ]),
    }),
  });
}
