import type { RenderFunction } from "@observablehq/plot";
import { Matrix } from "../../learn/base/matrix.ts";
import { shown } from "../../learn/base/shown.ts";
import { svgElement } from "../element.ts";
import { classLegend, classMark } from "./class-marks.ts";
import type { Drawing } from "./drawing.ts";
import { figure } from "./figure.ts";
import {
  classIndex,
  type LabelledPoints,
  type LabelledPointsOptions,
  labelledPoints,
  paddedDomain,
} from "./labelled-points.ts";
import { pickPoints } from "./point-picker.ts";
import { pointsDrawing } from "./points-drawing.ts";
import { borderPath, type RegionRaster, regionPaths } from "./region-outlines.ts";

/** A fitted classifier of two features. */
export interface RegionModel {
  predict(X: Matrix): ArrayLike<number | string>;
}

export interface DecisionRegionsOptions extends LabelledPointsOptions {
  /** Cells of the map across; default 64. Its rows are three quarters as many. */
  grid?: number;
  /** Samples to put a ring around, and what they are. */
  highlight?: { indices: readonly number[]; name: string };
  /** What one sample is called, such as its kit; shown with its class when it is picked. */
  describe?: (index: number) => string;
  /** Plays the sound that a point stands for, on a click or Enter; may answer with a promise of its end. */
  play?: (index: number) => unknown;
  /** Title; default "What the model answers". */
  name?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 400. */
  height?: number;
}

const rowsPerColumn = 0.75;

/** Asks the model about the centre of every cell and about the samples themselves, all in one call. */
function survey(model: RegionModel, points: LabelledPoints, cols: number) {
  const rows = Math.max(1, Math.round(cols * rowsPerColumn));
  const [xLow, xHigh] = paddedDomain(points.x);
  const [yLow, yHigh] = paddedDomain(points.y);
  const cells = rows * cols;
  const data = new Float64Array(2 * cells + points.matrix.data.length);
  for (let cell = 0; cell < cells; cell++) {
    const [row, col] = [Math.floor(cell / cols), cell % cols];
    data[2 * cell] = xLow + ((col + 0.5) / cols) * (xHigh - xLow);
    data[2 * cell + 1] = yHigh - ((row + 0.5) / rows) * (yHigh - yLow);
  }
  data.set(points.matrix.data, 2 * cells);
  const answers = model.predict(new Matrix(data, data.length / 2, 2));
  const classes = Int32Array.from(answers, (label) => classIndex(label, points.classNames));
  const raster: RegionRaster = { rows, cols, classes: classes.subarray(0, cells) };
  return { raster, predicted: classes.subarray(cells) };
}

/** The map as a mark of Plot that fills the frame. */
function regionsMark(raster: RegionRaster, classCount: number): RenderFunction {
  return (_index, _scales, _values, { width, height, marginLeft, marginTop, marginRight, marginBottom }) => {
    const box = {
      left: marginLeft,
      top: marginTop,
      width: width - marginLeft - marginRight,
      height: height - marginTop - marginBottom,
    };
    const fills = regionPaths(raster, box, classCount).map((d, c) =>
      svgElement("path", { d, class: "etude-region", style: `fill: ${classMark(c).color}` }),
    );
    return svgElement(
      "g",
      {},
      ...fills,
      svgElement("path", { d: borderPath(raster, box), class: "etude-border" }),
    );
  };
}

/**
 * A map of what a classifier of two features answers everywhere, with the samples on it.
 *
 * The axes depend on the samples alone. `predict` is called once, with every cell and every sample in one Matrix.
 *
 * @throws RangeError when the data does not fit together or the model answers a class that is not in `classNames`.
 * @param model a fitted classifier of two features
 * @example
 * const X = [[1, 2], [2, 1], [2, 3], [6, 5], [7, 7], [8, 6]];
 * const y = ["kick", "kick", "kick", "snare", "snare", "snare"];
 * display(decisionRegionsFigure(new KNeighborsClassifier({nNeighbors: 1}).fit(X, y), {X, y}));
 */
export function decisionRegionsFigure(model: RegionModel, options: DecisionRegionsOptions): HTMLElement {
  if (typeof model?.predict !== "function") {
    throw new TypeError(
      `decisionRegionsFigure: model must be a fitted classifier, as in decisionRegionsFigure(model, {X, y}), but it is ${shown(model)}.`,
    );
  }
  const points = labelledPoints(options, "decisionRegionsFigure");
  const { grid = 64, highlight, name = "What the model answers", width, height = 400 } = options;
  const { describe, play } = options;
  const { classNames, classes } = points;
  const { raster, predicted } = survey(model, points, grid);
  const right = predicted.reduce((count, answer, i) => count + (answer === classes[i] ? 1 : 0), 0);
  const below = regionsMark(raster, classNames.length);
  let drawn: Drawing;
  const draw = (at: number): Drawing => {
    drawn = pointsDrawing(points, { width: at, height, below, ringed: highlight?.indices });
    return drawn;
  };
  const share = `${right} of ${classes.length} samples lie in a region of their own class.`;
  const node = figure({
    name,
    description: `${points.yName} against ${points.xName}, coloured by class. ${share}`,
    caption: highlight ? `${share} Ringed: ${highlight.name}.` : share,
    legend: classLegend(classNames),
    node: draw,
    width,
    height,
    table: () => ({
      columns: ["class", "samples", "in a region of their class", "share of the map"],
      rows: classNames.map((className, c) => {
        const own = classes.filter((k) => k === c).length;
        const hits = classes.filter((k, i) => k === c && predicted[i] === c).length;
        const cells = Array.from(raster.classes).filter((k) => k === c).length;
        return [className, own, hits, `${Math.round((100 * cells) / raster.classes.length)} %`];
      }),
    }),
  });
  if (!play && !describe) return node;
  const readout = pickPoints(node.querySelector<HTMLElement>(".etude-drawing")!, classes.length, {
    invitation: play ? "Choose a point to hear it." : "Choose a point to read it.",
    describe: (i) => {
      const [is, answer] = [classNames[classes[i]!], classNames[predicted[i]!]];
      const who = [is, describe?.(i)].filter(Boolean).join(", ");
      return is === answer ? `${who}: right` : `${who}: taken for ${answer}`;
    },
    place: (i) => ({ x: drawn.scale("x")!.apply(points.x[i]), y: drawn.scale("y")!.apply(points.y[i]) }),
    activate: play,
  });
  node.querySelector(".etude-drawing")!.after(readout);
  return node;
}
