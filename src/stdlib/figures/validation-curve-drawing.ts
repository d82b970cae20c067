import { areaY, dot, line, type Markish, rect, ruleX, text } from "@observablehq/plot";
import { halo } from "./axis-marks.ts";
import { type Complexity, standardError, type ValidationPoint } from "./best-setting.ts";
import { readable } from "./data-table.ts";
import { type Drawing, drawing } from "./drawing.ts";
import type { FittingZone } from "./fitting-zones.ts";
import { along, baselineMark, type ScoreAxes, scoreAxes } from "./score-axes.ts";

/** All that a drawing of training and validation scores shows. */
export interface ValidationCurveScene extends ScoreAxes {
  /** What is known, by rising value. */
  points: readonly ValidationPoint[];
  value?: number;
  marked?: ValidationPoint;
  baseline?: { value: number; name: string };
  /** Which way a model becomes more complex; undefined where the axis is no setting of a model. */
  complexity?: Complexity;
  zones?: readonly FittingZone[];
}

/** Below this many pixels, a zone has no room for its name. */
const zoneLabelWidth = 120;

/** Above this many points their dots would hide the lines. */
const mostDots = 60;

const ink = "var(--etude-ink)";
const muted = "var(--etude-muted)";
const trainColor = "var(--etude-train)";
const validationColor = "var(--etude-validation)";

/** The interval of a validation score: its own, or one standard error to both sides. */
export function scoreBand(point: ValidationPoint): [number, number] {
  if (point.interval) return [...point.interval];
  const error = standardError(point);
  return [point.validationScore! - error, point.validationScore! + error];
}

function scoreLines(points: readonly ValidationPoint[]): Markish {
  const trained = points.filter((point) => Number.isFinite(point.trainScore));
  const validated = points.filter((point) => Number.isFinite(point.validationScore));
  const training = { x: "value", y: "trainScore" };
  const validation = { x: "value", y: "validationScore" };
  const lower = (point: ValidationPoint) => scoreBand(point)[0];
  const upper = (point: ValidationPoint) => scoreBand(point)[1];
  const lines: Markish[] = [
    areaY(validated, { x: "value", y1: lower, y2: upper, fill: validationColor, fillOpacity: 0.18 }),
    line(trained, { ...training, stroke: trainColor, strokeWidth: 2.25, strokeDasharray: "6 4" }),
    line(validated, { ...validation, stroke: validationColor, strokeWidth: 2.25 }),
  ];
  if (points.length <= mostDots) {
    lines.push(dot(trained, { ...training, r: 2.5, fill: trainColor }));
    lines.push(dot(validated, { ...validation, r: 2.5, fill: validationColor }));
  }
  return lines;
}

function sides(complexity: Complexity | undefined): Markish {
  if (!complexity) return null;
  const [left, right] = complexity === "rising" ? ["simpler", "more complex"] : ["more complex", "simpler"];
  const style = { fill: muted, dy: -8, ...halo };
  return [
    text([`← ${left}`], { ...style, frameAnchor: "bottom-left", dx: 14 }),
    text([`${right} →`], { ...style, frameAnchor: "bottom-right", dx: -14 }),
  ];
}

function zoneMarks(scene: ValidationCurveScene, width: number): Markish {
  return (scene.zones ?? []).map(({ kind, ends: [x1, x2] }) => {
    const wide = (along(scene, x2) - along(scene, x1)) * width > zoneLabelWidth;
    const style = { x1: [x1], x2: [x2], fill: ink, fillOpacity: 0.06 };
    const words = {
      x: [x1],
      frameAnchor: "bottom",
      textAnchor: "start",
      dx: 5,
      dy: -24,
      fill: muted,
    } as const;
    return [rect([kind], style), wide ? text([kind], { ...words, ...halo }) : null];
  });
}

function chosenMark(scene: ValidationCurveScene): Markish {
  const { value, label } = scene;
  if (value === undefined) return null;
  const textAnchor = along(scene, value) > 0.75 ? "end" : "start";
  const name = { x: value, frameAnchor: "top", textAnchor, dy: -14, fontWeight: 600, fill: ink } as const;
  return [ruleX([value], { stroke: ink, strokeWidth: 1.25 }), text([`${label} = ${readable(value)}`], name)];
}

function bestMark({ marked }: ValidationCurveScene): Markish {
  if (!marked) return null;
  const at = { x: "value", y: "validationScore" };
  const words = (point: ValidationPoint) => `best: ${readable(point.value)}`;
  return [
    dot([marked], { ...at, r: 7, stroke: ink, strokeWidth: 1.75 }),
    text([marked], {
      ...at,
      text: words,
      dy: 20,
      fontWeight: 600,
      fill: ink,
      ...halo,
    }),
  ];
}

/** Draws what is known of a curve of training and validation scores on axes that do not depend on it. */
export function validationCurveDrawing(scene: ValidationCurveScene, width: number, height: number): Drawing {
  return drawing({
    width,
    height,
    marginTop: 44,
    x: { type: scene.scale, domain: [...scene.domain], insetLeft: 8, insetRight: 8 },
    y: { domain: [...scene.scores] },
    marks: [
      zoneMarks(scene, width),
      scoreAxes(scene, width),
      baselineMark(scene.baseline, scene),
      scoreLines(scene.points),
      chosenMark(scene),
      sides(scene.complexity),
      bestMark(scene),
    ],
  });
}
