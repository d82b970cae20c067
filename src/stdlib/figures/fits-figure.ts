import { dot, gridY, line, type Markish, ruleX } from "@observablehq/plot";
import { checkSettings } from "../check-arguments.ts";
import { xAxis, yAxis } from "./axis-marks.ts";
import { linearTicks } from "./axis-ticks.ts";
import { checkSeries } from "./check-series.ts";
import { readable } from "./data-table.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import { meanFit, outside, paddedEnds } from "./fits-summary.ts";
import { type LegendLine, lineLegend } from "./line-legend.ts";

export interface FitsOptions {
  /** Places along the axis at which all curves are given, rising. */
  x: ArrayLike<number>;
  /** One curve a fit: what it predicts at each place. Undefined while there is none yet. */
  fits?: readonly (ArrayLike<number> | undefined)[];
  /** The true curve, where it is known. */
  truth?: ArrayLike<number>;
  /** The samples that one fit has learned from. */
  points?: { x: ArrayLike<number>; y: ArrayLike<number> };
  /** Whether to draw the mean of the fits; default true where there are several. */
  mean?: boolean;
  /** A place to look at: a vertical rule, with the mean and the spread of the fits there. */
  at?: number;
  /** Name of the horizontal axis, with its unit; default "x". */
  xName?: string;
  /** Name of the vertical axis, with its unit; default "y". */
  yName?: string;
  /** Ends of the vertical axis; default around the truth and the points, else around the fits. */
  yDomain?: readonly [number, number];
  /** Title; default "What … fits predict". */
  name?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 340. */
  height?: number;
}

const emptyMessage = "The fits appear here, one line each.";

/** Lines of this many fits together look about as dark as one. */
const fullInk = 6;

/**
 * Many fits of one kind of model on one pair of axes: a thin line each, their mean, the truth and one set of samples.
 * How far the mean lies from the truth is the bias; how far single fits lie from their mean is the variance.
 *
 * The axes depend on the truth and the points, so they stay when the model changes. What leaves the frame is cut off,
 * and the caption says of how many fits.
 *
 * @throws TypeError when `x` or a curve is no list of numbers, RangeError when their lengths differ.
 * @example
 * const x = Array.from({length: 60}, (_, i) => i / 10), X = x.map((at) => [at]);
 * const truth = x.map(Math.sin);
 * const fits = Array.from({length: 20}, () => {
 *   const y = truth.map((value) => value + random.normal(0, 0.4));
 *   return new KNeighborsRegressor({nNeighbors: 3}).fit(X, y).predict(X);
 * });
 * display(fitsFigure({x, fits, truth, at: 3}));
 */
export function fitsFigure(options: FitsOptions): HTMLElement {
  checkSettings("fitsFigure", options, "{x, fits, truth}");
  const { truth, points, at, xName = "x", yName = "y", width, height = 340 } = options;
  const x = checkSeries("fitsFigure", "x", options.x);
  const curve = (name: string, given: ArrayLike<number>) => checkSeries("fitsFigure", name, given, x.length);
  const fits = (options.fits ?? [])
    .filter((fit) => fit !== undefined)
    .map((fit, i) => curve(`fits[${i}]`, fit));
  const trueCurve = truth && curve("truth", truth);
  const px = points ? checkSeries("fitsFigure", "points.x", points.x) : [];
  const py = points ? checkSeries("fitsFigure", "points.y", points.y, px.length) : [];
  const mean = (options.mean ?? fits.length > 1) && fits.length > 0 ? meanFit(fits) : undefined;
  const fixed = [...(trueCurve ?? []), ...py];
  const yDomain = options.yDomain ?? paddedEnds(fixed.length > 0 ? fixed : fits.flat());
  const xDomain = [x[0]!, x.at(-1)!] as const;
  const left = fits.filter((fit) => outside(fit, yDomain)).length;

  const curves = (of: readonly number[] | undefined, style: object): Markish =>
    of && line(of, { x: (_: number, i: number) => x[i]!, y: (value: number) => value, clip: true, ...style });
  const opacity = Math.min(1, Math.max(0.12, fullInk / Math.max(1, fits.length)));
  const thin = { stroke: "var(--etude-train)", strokeWidth: 1.25, strokeOpacity: opacity };
  const draw = (room: number): Drawing =>
    drawing({
      width: room,
      height,
      x: { domain: [...xDomain] },
      y: { domain: [...yDomain] },
      marks: [
        gridY(linearTicks(...yDomain, height / 56), { stroke: "var(--etude-grid)", strokeOpacity: 1 }),
        xAxis(linearTicks(...xDomain, room / 64), xName),
        yAxis(linearTicks(...yDomain, height / 56), yName),
        fits.map((fit) => curves(fit, thin)),
        curves(trueCurve, { stroke: "var(--etude-ink)", strokeWidth: 2, strokeDasharray: "7 5" }),
        curves(mean, { stroke: "var(--etude-validation)", strokeWidth: 3 }),
        dot(py, {
          x: (_: number, i: number) => px[i]!,
          y: (value: number) => value,
          r: 3,
          fill: "var(--etude-ink)",
          stroke: "var(--etude-paper)",
        }),
        at === undefined ? null : ruleX([at], { stroke: "var(--etude-ink)", strokeWidth: 1.25 }),
      ],
    });

  const place = at === undefined ? -1 : nearest(x, at);
  const reading = (of: readonly number[] | undefined) =>
    place < 0 || !of ? undefined : readable(of[place]!);
  const lines: (LegendLine | undefined)[] = [
    { kind: "fits", name: fits.length > 1 ? `${fits.length} fits` : "the fit" },
    mean && { kind: "validation", name: "their mean", reading: reading(mean) },
    trueCurve && { kind: "true-curve", name: "truth", reading: reading(trueCurve) },
  ];
  const cut = left > 0 ? `${left} of ${fits.length} fits leave the frame.` : "";
  const dots = py.length > 0 ? `Dots: the ${py.length} samples of one fit.` : "";
  const there = place < 0 ? "" : `The legend reads at ${xName}\u00a0=\u00a0${readable(x[place]!)}.`;
  return figure({
    name: options.name ?? (fits.length > 1 ? `What ${fits.length} fits predict` : "What the fit predicts"),
    description: [`${yName} by ${xName}.`, cut].filter(Boolean).join(" "),
    caption: [dots, there, cut].filter(Boolean).join(" "),
    legend: lineLegend(lines.filter((each) => each !== undefined)),
    node: (room) => (fits.length + fixed.length > 0 ? draw(room) : emptyDrawing(emptyMessage, room, height)),
    width,
    height,
    table: () => ({
      columns: [xName, "truth", "mean of the fits", "lowest fit", "highest fit"],
      rows: x.map((each, i) => {
        const there = fits.map((fit) => fit[i]!);
        const average = there.reduce((sum, value) => sum + value, 0) / there.length;
        const ends = there.length > 0 ? [Math.min(...there), Math.max(...there)] : [Number.NaN, Number.NaN];
        return [each, trueCurve?.[i] ?? Number.NaN, average, ...ends];
      }),
    }),
  });
}

function nearest(x: readonly number[], at: number): number {
  return x.reduce((best, each, i) => (Math.abs(each - at) < Math.abs(x[best]! - at) ? i : best), 0);
}
