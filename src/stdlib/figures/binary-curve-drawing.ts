import { dot, gridX, gridY, line, type Markish, text } from "@observablehq/plot";
import { halo, xAxis, yAxis } from "./axis-marks.ts";
import { type BinaryCurve, placeOf } from "./binary-curves.ts";
import { readable } from "./data-table.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { seriesMark } from "./series-marks.ts";

/** What a drawing of curves in the unit square shows. */
export interface BinaryCurveScene {
  curves: readonly BinaryCurve[];
  xName: string;
  yName: string;
  /** The line of a decision by chance, from its left to its right end, and what it is called. */
  chance?: { ends: readonly [number, number]; name: string };
  threshold?: number;
  /** Whether the curve goes in steps, not in straight pieces. */
  steps: boolean;
}

const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
const ink = "var(--etude-ink)";
/** A level line above this has room for its name below it. */
const roomBelow = 0.08;
/** Margins of the drawing, in pixels: what is left is a square. */
const margins = { marginTop: 28, marginRight: 16, marginBottom: 44, marginLeft: 48 };

/** One curve is the course's validation line; several have each their own colour and dashes. */
function styleOf(index: number, count: number) {
  if (count === 1) return { stroke: "var(--etude-validation)", strokeWidth: 2.25 };
  const { color, dash } = seriesMark(index);
  return { stroke: color, strokeWidth: 2.25, strokeDasharray: dash };
}

function chanceMarks(chance: BinaryCurveScene["chance"]): Markish {
  if (!chance) return null;
  const { ends, name } = chance;
  const dots = {
    stroke: "var(--etude-chance)",
    strokeWidth: 1.75,
    strokeDasharray: "1.5 4",
    strokeLinecap: "round",
  };
  const level = ends[0] === ends[1];
  const at = level
    ? { x: [0], y: [ends[0]], dx: 6, dy: ends[0] > roomBelow ? 10 : -9 }
    : { x: [0.62], y: [0.55], dx: 8, dy: 8 };
  return [
    line(ends, { x: (_: number, i: number) => i, y: (end: number) => end, ...(dots as object) }),
    text([name], { ...at, textAnchor: "start", fill: "var(--etude-muted)", ...halo }),
  ];
}

function thresholdMarks({ curves, threshold }: BinaryCurveScene): Markish {
  if (threshold === undefined) return null;
  return curves.map((curve) => {
    const place = placeOf(curve, threshold);
    const at = { x: [curve.x[place]!], y: [curve.y[place]!] };
    const right = at.x[0]! > 0.6;
    const words = { ...at, textAnchor: right ? "end" : "start", dx: right ? -12 : 12, dy: 14 } as const;
    return [
      dot([0], { ...at, r: 6, fill: ink, stroke: "var(--etude-paper)", strokeWidth: 1.5 }),
      curves.length === 1
        ? text([`threshold ${readable(threshold)}`], { ...words, fontWeight: 600, fill: ink, ...halo })
        : null,
    ];
  });
}

/** Draws curves from 0 to 1 both ways, in a square. */
export function binaryCurveDrawing(scene: BinaryCurveScene, width: number): Drawing {
  const { marginLeft, marginRight, marginTop, marginBottom } = margins;
  const side = width - marginLeft - marginRight;
  const grid = { stroke: "var(--etude-grid)", strokeOpacity: 1 };
  const lines = scene.curves.map((curve, i) =>
    line(curve.x, {
      x: (value: number) => value,
      y: (_: number, place: number) => curve.y[place]!,
      curve: scene.steps ? "step-before" : "linear",
      ...styleOf(i, scene.curves.length),
    }),
  );
  return drawing({
    ...margins,
    width,
    height: side + marginTop + marginBottom,
    x: { domain: [0, 1] },
    y: { domain: [0, 1] },
    marks: [
      gridX(ticks, grid),
      gridY(ticks, grid),
      xAxis(ticks, scene.xName),
      yAxis(ticks, scene.yName),
      chanceMarks(scene.chance),
      lines,
      thresholdMarks(scene),
    ],
  });
}
