import { axisX, axisY, dot, type Markish } from "@observablehq/plot";
import { linearTicks } from "./axis-ticks.ts";
import { classMark } from "./class-marks.ts";
import { classSymbol } from "./class-symbol.ts";
import { readable } from "./data-table.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { type LabelledPoints, paddedDomain } from "./labelled-points.ts";

const pointRadius = 3.6;
const pixelsPerTick = { x: 80, y: 48 };

export interface PointsDrawingOptions {
  width: number;
  height: number;
  /** Places of the samples to put a ring around. */
  ringed?: readonly number[];
  /** Places of the samples that are drawn pale. */
  pale?: readonly number[];
  /** Drawn below the points. */
  below?: Markish;
  /** Drawn above them. */
  above?: Markish;
}

/** The points of two features with the marks of their classes, on axes fixed by the points alone. */
export function pointsDrawing(points: LabelledPoints, options: PointsDrawingOptions): Drawing {
  const { width, height, ringed = [], pale = [], below, above } = options;
  const isPale = new Set(pale);
  const [xDomain, yDomain] = [paddedDomain(points.x), paddedDomain(points.y)];
  const places = Array.from(points.x, (_, i) => i);
  const at = { x: (i: number) => points.x[i]!, y: (i: number) => points.y[i]! };
  // One mark a class: a constant shape and colour is drawn faster than a channel of them.
  const dots = (all: readonly number[], style: { fillOpacity?: number } = {}) =>
    points.classNames.map((_, c) =>
      dot(
        all.filter((i) => points.classes[i] === c),
        {
          ...at,
          symbol: classSymbol(c),
          r: pointRadius,
          fill: classMark(c).color,
          stroke: "var(--etude-paper)",
          strokeWidth: 0.8,
          ...style,
        },
      ),
    );
  const marks = [
    pale.length > 0 ? dots(pale, { fillOpacity: 0.25 }) : null,
    dots(isPale.size > 0 ? places.filter((i) => !isPale.has(i)) : places),
  ];
  return drawing({
    width,
    height,
    x: { domain: xDomain },
    y: { domain: yDomain },
    marks: [
      below,
      axisX(linearTicks(...xDomain, width / pixelsPerTick.x), {
        label: points.xName,
        labelArrow: "none",
        labelAnchor: "center",
        text: readable,
        tickSize: 4,
      }),
      axisY(linearTicks(...yDomain, height / pixelsPerTick.y), {
        label: points.yName,
        labelArrow: "none",
        labelAnchor: "top",
        text: readable,
        tickSize: 4,
      }),
      marks,
      ringed.length > 0 ? dot(ringed, { ...at, r: 7, stroke: "var(--etude-ink)", strokeWidth: 1.5 }) : null,
      above,
    ],
  });
}
