import { areaY, dot, line, type Markish, ruleX } from "@observablehq/plot";
import { shown } from "../../learn/base/shown.ts";
import { checkSettings } from "../check-arguments.ts";
import { xAxis, yAxis } from "./axis-marks.ts";
import { linearTicks } from "./axis-ticks.ts";
import { capitalised } from "./capitalised.ts";
import { readable } from "./data-table.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { figure } from "./figure.ts";
import { paddedDomain } from "./labelled-points.ts";
import { pickPoints } from "./point-picker.ts";
import { type CurveSource, curveAt, curvePoints } from "./regression-curve.ts";
import { regressionLegend } from "./regression-legend.ts";

export interface RegressionOptions {
  /** The feature of each sample. */
  x: ArrayLike<number>;
  /** The number to predict, of each sample. */
  y: ArrayLike<number>;
  /** What is fitted: a model of one feature, a function, or points {x, y}; missing while it is not known. */
  fit?: CurveSource;
  /** The truth behind the samples, where it is known. */
  truth?: CurveSource;
  /** An interval around the fit: its places from left to right, its lower and its upper end. */
  band?: { x: ArrayLike<number>; low: ArrayLike<number>; high: ArrayLike<number>; name?: string };
  /** Whether lines join the samples to the fit; default false. */
  residuals?: boolean;
  /** What x is, with its unit; default "x". */
  xName?: string;
  /** What y is, with its unit; default "y". */
  yName?: string;
  /** Ends of the horizontal axis, where samples come and go; default those of the samples. */
  xDomain?: readonly [number, number];
  /** Ends of the vertical axis; default those of the samples. */
  yDomain?: readonly [number, number];
  /** What one sample is called. */
  describe?: (index: number) => string;
  /** Plays the sound of a sample, on a click or Enter. */
  play?: (index: number) => unknown;
  /** Title; default y by x. */
  name?: string;
  /** Text below. */
  caption?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 360. */
  height?: number;
}

const fitColor = "var(--etude-validation)";

function samples({ x, y }: RegressionOptions) {
  for (const [name, list] of Object.entries({ x, y })) {
    if (typeof list === "object" && list !== null && "length" in list) {
      const bad = Array.from(list).findIndex((value) => typeof value !== "number");
      if (bad < 0) continue;
      throw new TypeError(
        `regressionFigure: ${name} must hold numbers, but item ${bad} is ${shown(list[bad])}.`,
      );
    }
    throw new TypeError(
      `regressionFigure: ${name} must be a list of numbers, one a sample, but it is ${shown(list)}.`,
    );
  }
  if (x.length !== y.length) {
    throw new RangeError(
      `regressionFigure: x and y must be equally long, but they have ${x.length} and ${y.length} items.`,
    );
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y) };
}

function bandMark({ band }: RegressionOptions): Markish {
  if (!band) return null;
  const rows = Array.from(band.x, (x, i) => ({ x, low: band.low[i]!, high: band.high[i]! }));
  return areaY(rows, { x: "x", y1: "low", y2: "high", fill: fitColor, fillOpacity: 0.18, clip: true });
}

/**
 * Samples with a number to predict, and the line or curve that was fitted to them, with its interval and its residuals.
 * The axes depend on the samples alone: a curve that runs away leaves the frame.
 *
 * @throws TypeError when x, y or fit is missing or of the wrong kind, RangeError when x and y are not equally long.
 * @example
 * const hours = [1, 2, 3, 4, 5, 6];
 * const marks = [42, 50, 49, 61, 66, 70];
 * const fit = new LinearRegression().fit(hours.map((h) => [h]), marks);
 * display(regressionFigure({x: hours, y: marks, fit, residuals: true, xName: "practice (h)", yName: "mark"}));
 */
export function regressionFigure(options: RegressionOptions): HTMLElement {
  checkSettings("regressionFigure", options, "{x, y, fit: model}");
  const { x, y } = samples(options);
  const { fit, truth, residuals = false, xName = "x", yName = "y", describe, play } = options;
  const { width, height = 360 } = options;
  const xDomain: [number, number] = options.xDomain ? [...options.xDomain] : paddedDomain(x);
  const yDomain = options.yDomain ?? paddedDomain(y);
  const fitted = fit ? curvePoints("regressionFigure", "fit", fit, xDomain) : [];
  const behind = truth ? curvePoints("regressionFigure", "truth", truth, xDomain) : [];
  const predicted = fit ? curveAt(fit, x) : undefined;
  const places = Array.from(x.keys());
  let drawn: Drawing;
  const draw = (at: number): Drawing => {
    const point = { x: (i: number) => x[i]!, y: (i: number) => y[i]! };
    const ends = { x: point.x, y1: point.y, y2: (i: number) => predicted![i]!, clip: true };
    drawn = drawing({
      width: at,
      height,
      x: { domain: xDomain },
      y: { domain: [...yDomain] },
      marks: [
        xAxis(linearTicks(...xDomain, at / 80), xName),
        yAxis(linearTicks(yDomain[0], yDomain[1], height / 48), yName),
        bandMark(options),
        line(behind, {
          x: "x",
          y: "y",
          stroke: "var(--etude-chance)",
          strokeWidth: 2,
          strokeDasharray: "2 4",
          clip: true,
        }),
        residuals && predicted
          ? ruleX(places, { ...ends, stroke: "var(--etude-wrong)", strokeWidth: 1.25 })
          : null,
        line(fitted, { x: "x", y: "y", stroke: fitColor, strokeWidth: 2.5, clip: true }),
        dot(places, {
          ...point,
          r: 3.6,
          fill: "var(--etude-class-1)",
          stroke: "var(--etude-paper)",
          strokeWidth: 0.8,
        }),
      ],
    });
    return drawn;
  };
  const error =
    predicted && Math.sqrt(x.reduce((sum, _, i) => sum + (y[i]! - predicted[i]!) ** 2, 0) / x.length);
  const told =
    error === undefined ? "Nothing is fitted yet." : `Root mean squared residual: ${readable(error)}.`;
  const node = figure({
    name: options.name ?? `${capitalised(yName)} by ${xName}`,
    description: `${x.length} samples. ${told}`,
    caption: [options.caption, told].filter(Boolean).join(" "),
    legend: regressionLegend({
      fit: fit !== undefined,
      truth: truth !== undefined,
      band: options.band && (options.band.name ?? "its interval"),
      residuals: residuals && predicted !== undefined,
    }),
    node: draw,
    width,
    height,
    table: () => ({
      columns: ["sample", xName, yName, "fitted", "residual"],
      rows: places.map((i) => {
        const at = predicted?.[i] ?? Number.NaN;
        return [describe?.(i) ?? String(i + 1), x[i]!, y[i]!, at, y[i]! - at];
      }),
    }),
  });
  const box = node.querySelector<HTMLElement>(".etude-drawing")!;
  const readout = pickPoints(box, x.length, {
    invitation: play ? "Choose a point to hear it." : "Choose a point to read it.",
    describe: (i) => {
      const who = describe?.(i) ?? `sample ${i + 1}`;
      const away = predicted ? `, residual ${readable(y[i]! - predicted[i]!)}` : "";
      return `${who}: ${xName} ${readable(x[i]!)}, ${yName} ${readable(y[i]!)}${away}`;
    },
    place: (i) => ({ x: drawn.scale("x")!.apply(x[i]), y: drawn.scale("y")!.apply(y[i]) }),
    activate: play,
  });
  box.after(readout);
  return node;
}
