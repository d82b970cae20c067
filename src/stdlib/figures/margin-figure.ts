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
  /** What one sample is called. */
  describe?: (index: number) => string;
  /** Plays the sound that a point stands for, on a click or Enter. */
  play?: (index: number) => unknown;
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

function marginMarks(grid: DecisionGrid, classes: readonly number[]): Markish {
  const { cols, rows, values, x, y } = grid;
  const area = { width: cols, height: rows, x1: x[0], y1: y[0], x2: x[1], y2: y[1] };
  const side = (thresholds: number[], fill: string, fillOpacity: number, of = values) =>
    contour(of, {
      ...area,
      value: (v: number) => v,
      thresholds,
      fill,
      fillOpacity,
      stroke: "none",
    } as object);
  const level = (at: number, style: object) =>
    contour(values, {
      ...area,
      value: (v: number) => v,
      thresholds: [at],
      stroke: ink,
      fill: "none",
      ...style,
    } as object);
  const mirrored = values.map((value) => -value);
  const [negative, positive] = classes.map((c) => classMark(c).color) as [string, string];
  return [
    side([0], positive, 0.16),
    side([1], positive, 0.12),
    side([0], negative, 0.16, mirrored),
    side([1], negative, 0.12, mirrored),
    level(0, { strokeWidth: 2 }),
    level(1, { strokeWidth: 1.25, strokeDasharray: "6 4" }),
    level(-1, { strokeWidth: 1.25, strokeDasharray: "6 4" }),
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
  const { describe, play, grid = 96, name = "The boundary and its margin", width, height = 400 } = options;
  const [xDomain, yDomain] = [paddedDomain(points.x), paddedDomain(points.y)];
  const sides = known.map((label) => classIndex(label, classNames));
  const below = model ? marginMarks(decisionGrid(model, xDomain, yDomain, grid), sides) : null;
  const support = Array.from(options.support ?? (model ? supportOf(model) : []));
  const isSupport = new Set(support);
  let drawn: Drawing;
  const draw = (at: number): Drawing => {
    drawn = pointsDrawing(points, { width: at, height, below, ringed: support });
    return drawn;
  };
  const answers = model ? decisionsOf(model, points.matrix) : undefined;
  const right = answers?.filter((value, i) => classes[i] === sides[value > 0 ? 1 : 0]).length ?? 0;
  const told = model
    ? `Ringed: ${support.length} support vectors of ${classes.length} samples. Dashed: the margin. ${right} lie on the side of their class.`
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
        const held = isSupport.has(i) ? "yes" : "no";
        return [who, classNames[c]!, points.x[i]!, points.y[i]!, answers?.[i] ?? Number.NaN, held];
      }),
    }),
  });
  const box = node.querySelector<HTMLElement>(".etude-drawing")!;
  const readout = pickPoints(box, classes.length, {
    invitation: play ? "Choose a point to hear it." : "Choose a point to read it.",
    describe: (i) => {
      const who = [classNames[classes[i]!], describe?.(i)].filter(Boolean).join(", ");
      const decided = answers ? `: decision ${readable(answers[i]!)}` : "";
      return who + decided + (isSupport.has(i) ? ", a support vector" : "");
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
