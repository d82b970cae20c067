import { dot, line, type Markish, ruleX } from "@observablehq/plot";
import { shown } from "../../learn/base/shown.ts";
import { checkArray, checkSettings } from "../check-arguments.ts";
import { xAxis, yAxis } from "./axis-marks.ts";
import { linearTicks } from "./axis-ticks.ts";
import { readable } from "./data-table.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import { seriesLegend, seriesMark } from "./series-marks.ts";
import { upperEnd } from "./upper-end.ts";

/** One line: y for each x, in order. What is no finite number is left out. */
export interface LineSeries {
  name: string;
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

export interface LinesOptions {
  /** What is along the horizontal axis; default "x". */
  xName?: string;
  /** What is along the vertical axis; default none is written. */
  yName?: string;
  /** Ends of the vertical axis; default from 0, or the least below it, to a round number above all. */
  domain?: readonly [number, number];
  /** A place to look at: a vertical rule, with what the lines are there; not drawn where no line reaches. */
  value?: number;
  /** Title; default the names of the lines. */
  name?: string;
  /** Text below. */
  caption?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 300. */
  height?: number;
}

type Point = { x: number; y: number };

function pointsOf({ name, x, y }: LineSeries): Point[] {
  if (x?.length === undefined || x.length !== y?.length) {
    throw new RangeError(
      `linesFigure: x and y of "${name}" must be lists of equal length, but they have ${x?.length ?? 0} and ${y?.length ?? 0} items.`,
    );
  }
  return Array.from(x, (at, i) => ({ x: at, y: y[i]! })).filter(({ x, y }) => Number.isFinite(x + y));
}

/**
 * Some numbers against another, a line for each: what falls and what rises as a setting or a step goes on.
 *
 * @param series the lines; undefined draws an empty frame of the same size
 * @throws TypeError when it is no array, RangeError when a line's x and y are not equally long.
 * @example
 * const x = [1, 2, 3, 4, 5, 6];
 * display(linesFigure([
 *   {name: "share of the inertia", x, y: [1, 0.57, 0.25, 0.18, 0.13, 0.1]},
 *   {name: "silhouette", x: x.slice(1), y: [0.44, 0.53, 0.5, 0.48, 0.5]}
 * ], {xName: "clusters k", domain: [0, 1], value: 3}));
 */
export function linesFigure(
  series: readonly LineSeries[] | undefined,
  options: LinesOptions = {},
): HTMLElement {
  checkSettings("linesFigure", options, '{xName: "clusters k"}');
  const { xName = "x", yName = null, value, caption, width, height = 300 } = options;
  if (series === undefined) {
    const message = "The lines appear here when their numbers are known.";
    return figure({
      name: options.name ?? `Lines by ${xName}`,
      node: (at) => emptyDrawing(message, at, height),
      width,
      height,
    });
  }
  checkArray("linesFigure", "series", series, '[{name: "inertia", x: [1, 2], y: [9, 4]}]');
  if (value !== undefined && !Number.isFinite(value)) {
    throw new TypeError(`linesFigure: value must be a number, but it is ${shown(value)}.`);
  }
  const lines = series.map((each) => ({ name: each.name, points: pointsOf(each) }));
  const all = lines.flatMap(({ points }) => points);
  const name = options.name ?? (lines.map((each) => each.name).join(", ") || `Lines by ${xName}`);
  const [first, last] = ends(all.map(({ x }) => x));
  const [low, high] = options.domain ?? [
    Math.min(0, ...all.map(({ y }) => y)),
    upperEnd(all.map(({ y }) => y)),
  ];
  const whole = all.every(({ x }) => Number.isInteger(x));
  const ruled = value !== undefined && value >= first && value <= last;
  const at = (points: readonly Point[]) => points.find(({ x }) => x === value);
  const drawLine = ({ points }: (typeof lines)[number], i: number): Markish => {
    const { color, dash } = seriesMark(i);
    const read = at(points);
    return [
      line(points, { x: "x", y: "y", stroke: color, strokeWidth: 2.25, strokeDasharray: dash }),
      dot(points, { x: "x", y: "y", r: 2.5, fill: color }),
      read ? dot([read], { x: "x", y: "y", r: 5.5, fill: color, stroke: "var(--etude-paper)" }) : null,
    ];
  };
  const draw = (at: number): Drawing =>
    drawing({
      width: at,
      height,
      x: { domain: [first, last], insetLeft: 8, insetRight: 8 },
      y: { domain: [low, high] },
      marks: [
        !ruled ? null : ruleX([value], { stroke: "var(--etude-muted)", strokeDasharray: "4 4" }),
        xAxis(linearTicks(first, last, at / 56, whole ? 1 : 0), xName),
        yAxis(linearTicks(low, high, height / 48), yName),
        lines.map(drawLine),
      ],
    });
  const readings = lines.map(({ name, points }) => {
    const read = at(points);
    return { name, reading: read && readable(read.y) };
  });
  const told = lines
    .filter(({ points }) => points.length > 0)
    .map(({ name, points }) => {
      const [from, to] = [points[0]!, points.at(-1)!];
      return `${name} from ${readable(from.y)} at ${readable(from.x)} to ${readable(to.y)} at ${readable(to.x)}`;
    });
  return figure({
    name,
    description: `By ${xName}: ${told.join("; ")}.`,
    caption,
    legend: seriesLegend(readings),
    node: draw,
    width,
    height,
    table: () => {
      const places = [...new Set(all.map(({ x }) => x))].sort((a, b) => a - b);
      return {
        columns: [xName, ...lines.map((each) => each.name)],
        rows: places.map((place) => [
          place,
          ...lines.map(({ points }) => points.find(({ x }) => x === place)?.y ?? Number.NaN),
        ]),
      };
    },
  });
}

/** The least and the largest, or 0 and 1; a little apart where they are one. */
function ends(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1];
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  return low < high ? [low, high] : [low - 0.5, high + 0.5];
}
