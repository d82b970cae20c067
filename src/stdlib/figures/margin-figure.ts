import { contour, type Markish } from "@observablehq/plot";
import type { Matrix } from "../../learn/base/matrix.ts";
import { shown } from "../../learn/base/shown.ts";
import { classLegend, classMark } from "./class-marks.ts";
import { readable } from "./data-table.ts";
import { type DecisionGrid, type DecisionModel, decisionGrid } from "./decision-grid.ts";
import type { Drawing } from "./drawing.ts";
import { figure } from "./figure.ts";
import { classIndex, type LabelledPointsOptions, labelledPoints, paddedDomain } from "./labelled-points.ts";
import { pickPoints } from "./point-picker.ts";
import { pointsDrawing } from "./points-drawing.ts";

/** A fitted SVC of two classes and two features; or a Pipeline that ends in one. */
export interface MarginModel extends DecisionModel {
  /** Which training rows are support vectors. */
  support?: ArrayLike<number>;
  classes?: readonly (number | string)[];
  namedSteps?: Readonly<Record<string, object>>;
}

export interface MarginOptions extends LabelledPointsOptions {
  /** Which rows of X are support vectors; default those of the model. */
  support?: ArrayLike<number>;
  /** Rows of X that the model was fitted without: they stay where they are, pale; default none. */
  without?: readonly number[];
  /** What one sample is called. */
  describe?: (index: number) => string;
  /** What a click or Enter on a point does, such as playing its sound. */
  play?: (index: number) => unknown;
  /** Stands below until a point is chosen; default that one may choose a point to hear it, or to read it. */
  invitation?: string;
  /** Cells of the map across; default 96. */
  grid?: number;
  /** Title; default "The boundary and its margin". */
  name?: string;
  /** Text below. */
  caption?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 400. */
  height?: number;
}

const ink = "var(--etude-ink)";

/** Support vectors of the model itself, or of the last step of a pipeline. */
function supportOf(model: MarginModel): ArrayLike<number> {
  if (model.support) return model.support;
  const last = Object.values(model.namedSteps ?? {}).at(-1) as MarginModel | undefined;
  return last?.support ?? [];
}

/** A little beyond the frame: contours close along the ends of what was asked, and those ends are not to be seen. */
function beyond([low, high]: readonly [number, number]): [number, number] {
  const more = 0.02 * (high - low);
  return [low - more, high + more];
}

function marginMarks(grid: DecisionGrid, classes: readonly number[]): Markish {
  const { cols, rows, values, x, y } = grid;
  const bounds = { x1: x[0], y1: y[0], x2: x[1], y2: y[1] };
  // The values are those of the raster's own cells: there is nothing between them to be worked out.
  const area = { width: cols, height: rows, ...bounds, interpolate: "none", clip: true };
  const level = (of: Float64Array, thresholds: number[], style: object) =>
    contour(of, { ...area, value: (v: number) => v, thresholds, ...style } as object);
  // Darker beyond the margin: there both thresholds are passed.
  const side = (of: Float64Array, c: number) =>
    level(of, [0, 1], { fill: classMark(c).color, fillOpacity: 0.15, stroke: "none" });
  const line = { stroke: ink, fill: "none" };
  const [negative, positive] = classes as [number, number];
  return [
    side(values, positive),
    side(
      values.map((value) => -value),
      negative,
    ),
    level(values, [0], { ...line, strokeWidth: 2 }),
    level(values, [-1, 1], { ...line, strokeWidth: 1.25, strokeDasharray: "6 4" }),
  ];
}

/**
 * The boundary of a support vector machine of two features, its margin (dashed), and its support vectors (ringed).
 * What lies within the margin or on the wrong side costs; only the ringed samples hold the boundary where it is.
 *
 * @param model a fitted SVC of two classes, or a Pipeline that ends in one; undefined draws the samples alone
 * @throws TypeError when it has no decision function, RangeError when it knows other than two classes.
 * @example
 * const X = [[1, 2], [2, 1], [2, 3], [6, 5], [7, 7], [8, 6]];
 * const y = ["tom", "tom", "tom", "snare", "snare", "snare"];
 * display(marginFigure(new SVC({kernel: "linear"}).fit(X, y), {X, y}));
 */
export function marginFigure(model: MarginModel | undefined, options: MarginOptions): HTMLElement {
  if (model !== undefined && typeof model?.decisionFunction !== "function") {
    throw new TypeError(
      `marginFigure: model must be a fitted SVC, as in marginFigure(model, {X, y}), but it is ${shown(model)}.`,
    );
  }
  const points = labelledPoints(options, "marginFigure");
  const { classNames, classes } = points;
  const known = model?.classes ?? classNames;
  if (known.length !== 2) {
    throw new RangeError(`marginFigure shows the margin between two classes, but there are ${known.length}.`);
  }
  const {
    describe,
    play,
    without = [],
    grid = 96,
    name = "The boundary and its margin",
    width,
    height = 400,
  } = options;
  const [xDomain, yDomain] = [paddedDomain(points.x), paddedDomain(points.y)];
  const sides = known.map((label) => classIndex(label, classNames));
  const below = model
    ? marginMarks(decisionGrid(model, beyond(xDomain), beyond(yDomain), grid), sides)
    : null;
  const away = new Set(without);
  const kept = away.size > 0 ? Array.from(classes.keys()).filter((i) => !away.has(i)) : undefined;
  const ofModel = (): number[] =>
    Array.from(model ? supportOf(model) : [], (row) => (kept ? kept[row]! : row));
  const support = options.support ? Array.from(options.support) : ofModel();
  const isSupport = new Set(support);
  let drawn: Drawing;
  const draw = (at: number): Drawing => {
    drawn = pointsDrawing(points, { width: at, height, below, ringed: support, pale: without });
    return drawn;
  };
  const answers = model ? decisionsOf(model, points.matrix) : undefined;
  const right =
    answers?.filter((value, i) => !away.has(i) && classes[i] === sides[value > 0 ? 1 : 0]).length ?? 0;
  const pale = away.size > 0 ? ` Pale: ${away.size} that were taken away.` : "";
  const told = model
    ? `Ringed: ${support.length} support vectors of ${classes.length - away.size} samples. Dashed: the margin. ${right} lie on the side of their class.${pale}`
    : "No boundary yet.";
  const node = figure({
    name,
    description: `${points.yName} against ${points.xName}. ${told}`,
    caption: [options.caption, told].filter(Boolean).join(" "),
    legend: classLegend(classNames),
    node: draw,
    width,
    height,
    table: () => ({
      columns: ["sample", "class", points.xName, points.yName, "decision", "support vector"],
      rows: Array.from(classes, (c, i) => {
        const who = describe?.(i) ?? String(i + 1);
        const held = away.has(i) ? "taken away" : isSupport.has(i) ? "yes" : "no";
        return [who, classNames[c]!, points.x[i]!, points.y[i]!, answers?.[i] ?? Number.NaN, held];
      }),
    }),
  });
  const box = node.querySelector<HTMLElement>(".etude-drawing")!;
  const readout = pickPoints(box, classes.length, {
    invitation: options.invitation ?? (play ? "Choose a point to hear it." : "Choose a point to read it."),
    describe: (i) => {
      const who = [classNames[classes[i]!], describe?.(i)].filter(Boolean).join(", ");
      const decided = answers ? `: decision ${readable(answers[i]!)}` : "";
      const held = away.has(i) ? ", taken away" : isSupport.has(i) ? ", a support vector" : "";
      return who + decided + held;
    },
    place: (i) => ({ x: drawn.scale("x")!.apply(points.x[i]), y: drawn.scale("y")!.apply(points.y[i]) }),
    activate: play,
  });
  box.after(readout);
  return node;
}

function decisionsOf(model: MarginModel, X: Matrix): Float64Array {
  const answers = model.decisionFunction(X);
  return Float64Array.from("data" in answers ? answers.data : answers);
}
