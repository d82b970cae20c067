import { dot, gridY, line, type Markish, ruleX, ruleY, text } from "@observablehq/plot";
import { shown } from "../../learn/base/shown.ts";
import { checkSettings } from "../check-arguments.ts";
import { halo, xAxis, yAxis } from "./axis-marks.ts";
import { linearTicks } from "./axis-ticks.ts";
import { readable } from "./data-table.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { figure } from "./figure.ts";
import { seriesLegend, seriesMark } from "./series-marks.ts";

/** One curve: a value for each place from `from` on. */
export interface Curve {
  /** What it is called. */
  name: string;
  /** Its values, one after the other. */
  values: ArrayLike<number>;
  /** For each value, from 0 to 1, how heavy the line is there; default alike everywhere. */
  weights?: ArrayLike<number>;
}

export interface CurvesOptions {
  /** What is counted along the axis; default "step". */
  label?: string;
  /** What the values are; default "value". */
  valueName?: string;
  /** The place of the first value; default 1. */
  from?: number;
  /** A place to look at: a rule, and a dot on each curve. */
  value?: number;
  /** A place with a ring on the first curve. */
  best?: number;
  /** Values with a name, drawn as lines across. */
  levels?: readonly { value: number; label: string }[];
  /** Ends of the axis of values; default those of the values and levels, with some room. */
  domain?: readonly [number, number];
  /** Title; default the name of the values by the label. */
  name?: string;
  /** Text below. */
  caption?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 260. */
  height?: number;
}

interface Point {
  x: number;
  y: number;
  weight: number;
}

const room = 0.06;
const plainWidth = 2.25;
const leastWidth = 1;
const mostWidth = 13;

function pointsOf({ name, values, weights }: Curve, from: number): Point[] {
  if (typeof values !== "object" || typeof values?.length !== "number") {
    throw new TypeError(
      `curvesFigure: the values of ${name} must be a list of numbers, but it is ${shown(values)}.`,
    );
  }
  return Array.from(values, (y, i) => ({ x: from + i, y, weight: weights?.[i] ?? Number.NaN }));
}

function endsOf(values: readonly number[]): [number, number] {
  const known = values.filter(Number.isFinite);
  if (known.length === 0) return [0, 1];
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const margin = room * (high - low) || 1;
  return [low - margin, high + margin];
}

const widthOf = (weight: number) =>
  Number.isNaN(weight)
    ? plainWidth
    : leastWidth + (mostWidth - leastWidth) * Math.min(1, Math.max(0, weight));

const isWeighted = (points: readonly Point[]) => points.some(({ weight }) => !Number.isNaN(weight));

function curveMarks(curves: readonly Point[][], value: number | undefined): Markish {
  return curves.map((points, i) => {
    const { color, dash } = seriesMark(i);
    const weighted = isWeighted(points);
    const here = points.filter(({ x }) => x === value);
    return [
      line(points, {
        x: "x",
        y: "y",
        stroke: color,
        strokeWidth: weighted ? ({ weight }: Point) => widthOf(weight) : plainWidth,
        // A line whose width changes is made of pieces, which dashes would not run through.
        strokeDasharray: weighted ? undefined : dash,
        strokeLinecap: "round",
        clip: true,
      }),
      dot(here, {
        x: "x",
        y: "y",
        r: { value: ({ weight }: Point) => 2 + widthOf(weight) / 2, scale: null },
        fill: color,
        stroke: "var(--etude-paper)",
        strokeWidth: 1.5,
      }),
      weighted
        ? text(here, {
            x: "x",
            y: "y",
            text: () => String(i + 1),
            dy: -18,
            fontWeight: 600,
            fill: "var(--etude-ink)",
            ...halo,
          })
        : null,
    ];
  });
}

/**
 * Curves over a count, such as the rounds of a fit: what a method does step by step, or what a setting from 1 on leads
 * to. With `weights` a curve is as thick as it is heavy, and has its number at `value`. What is not finite is left out.
 *
 * @param curves the curves
 * @throws TypeError when they are something else.
 * @example
 * display(curvesFigure([
 *   {name: "upper tone", values: [5, 6, 6.6, 6.9, 7], weights: [0.2, 0.3, 0.4, 0.5, 0.6]},
 *   {name: "lower tone", values: [3, 2, 0.8, 0.2, 0], weights: [0.8, 0.7, 0.6, 0.5, 0.4]}
 * ], {label: "round", valueName: "semitones", levels: [{value: 0, label: "A"}, {value: 7, label: "E"}], value: 3}));
 */
export function curvesFigure(curves: readonly Curve[], options: CurvesOptions = {}): HTMLElement {
  if (!Array.isArray(curves) || curves.length === 0) {
    throw new TypeError(
      `curvesFigure: curves must be a list such as [{name: "BIC", values: [9, 4, 5]}], but it is ${shown(curves)}.`,
    );
  }
  checkSettings("curvesFigure", options, '{label: "round"}');
  const { label = "step", valueName = "value", from = 1, value, best, levels = [], caption, width } = options;
  const { height = 260, name = `${valueName} by ${label}` } = options;
  const drawn = (curves as Curve[]).map((curve) => pointsOf(curve, from));
  const all = drawn.flat();
  const last = all.reduce((most, { x }) => Math.max(most, x), from + 1);
  const ends = endsOf([...all.map(({ y }) => y), ...levels.map((level) => level.value)]);
  const [low, high] = options.domain ?? ends;
  const ringed = drawn[0]!.filter(({ x }) => x === best);
  const at = (points: readonly Point[]) =>
    (value === undefined ? points.at(-1) : points.find(({ x }) => x === value))?.y;
  const readings = (curves as Curve[]).map((curve, i) => ({
    name: curve.name,
    reading: readable(at(drawn[i]!) ?? Number.NaN),
  }));
  const said = readings.map((each) => `${each.name} ${each.reading}`).join(", ");
  return figure({
    name,
    description: `${value === undefined ? "At the end" : `At ${label} ${value}`}: ${said}.`,
    caption,
    legend: seriesLegend(readings, drawn.some(isWeighted)),
    width,
    height,
    node: (at): Drawing =>
      drawing({
        width: at,
        height,
        marginRight: levels.length > 0 ? 44 : 24,
        marginLeft: 56,
        x: { domain: [from, last] },
        y: { domain: [low, high] },
        marks: [
          gridY(linearTicks(low, high, height / 50), { stroke: "var(--etude-grid)", strokeOpacity: 1 }),
          ruleY(levels, { y: "value", stroke: "var(--etude-rule)", strokeWidth: 1.5 }),
          text(levels, {
            y: "value",
            text: "label",
            frameAnchor: "right",
            textAnchor: "start",
            dx: 8,
            fill: "var(--etude-muted)",
          }),
          value === undefined
            ? null
            : ruleX([value], { stroke: "var(--etude-muted)", strokeDasharray: "3 3" }),
          xAxis(linearTicks(from, last, at / 60, 1), label, String),
          yAxis(linearTicks(low, high, height / 50), valueName),
          curveMarks(drawn, value),
          dot(ringed, { x: "x", y: "y", r: 9, stroke: "var(--etude-ink)", strokeWidth: 2 }),
        ],
      }),
    table: () => ({
      columns: [label, ...(curves as Curve[]).map((curve) => curve.name)],
      rows: Array.from({ length: Math.max(...drawn.map(({ length }) => length)) }, (_, i) => [
        from + i,
        ...drawn.map((points) => points[i]?.y ?? Number.NaN),
      ]),
    }),
  });
}
