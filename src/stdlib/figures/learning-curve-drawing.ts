import { areaY, dot, line, type Markish } from "@observablehq/plot";
import type { ValidationPoint } from "./best-setting.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { baselineMark, type ScoreAxes, scoreAxes } from "./score-axes.ts";
import { seriesMark } from "./series-marks.ts";
import { scoreBand } from "./validation-curve-drawing.ts";

/** The validation scores of several learning curves on the same axes. */
export interface LearningCurvesScene extends ScoreAxes {
  curves: readonly { name: string; points: readonly ValidationPoint[] }[];
  baseline?: { value: number; name: string };
}

/** Draws several learning curves, each with the colour and the dashes of its place. */
export function learningCurvesDrawing(scene: LearningCurvesScene, width: number, height: number): Drawing {
  const at = { x: "value", y: "validationScore" };
  const lower = (point: ValidationPoint) => scoreBand(point)[0];
  const upper = (point: ValidationPoint) => scoreBand(point)[1];
  const lines = scene.curves.map(({ points }, i): Markish => {
    const { color, dash } = seriesMark(i);
    return [
      areaY(points, { x: "value", y1: lower, y2: upper, fill: color, fillOpacity: 0.12 }),
      line(points, { ...at, stroke: color, strokeWidth: 2.25, strokeDasharray: dash }),
      dot(points, { ...at, r: 2.5, fill: color }),
    ];
  });
  return drawing({
    width,
    height,
    x: { type: scene.scale, domain: [...scene.domain], insetLeft: 8, insetRight: 8 },
    y: { domain: [...scene.scores] },
    marks: [scoreAxes(scene, width), baselineMark(scene.baseline, scene), lines],
  });
}
