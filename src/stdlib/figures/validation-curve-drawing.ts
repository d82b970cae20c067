import { areaY, axisX, axisY, dot, gridY, line, type Markish, ruleX, ruleY, text } from "@observablehq/plot";
import { linearTicks, logTicks } from "./axis-ticks.ts";
import { type Complexity, standardError, type ValidationPoint } from "./best-setting.ts";
import { readable } from "./data-table.ts";
import { type Drawing, drawing } from "./drawing.ts";

/** All that a drawing of a validation curve shows. */
export interface ValidationCurveScene {
  /** Lowest and highest value that will be tried. */
  domain: readonly [number, number];
  /** Whether the parameter is a count. */
  whole: boolean;
  /** What is known, by rising value. */
  points: readonly ValidationPoint[];
  value?: number;
  marked?: ValidationPoint;
  baseline?: { value: number; name: string };
  complexity: Complexity;
  scale: "log" | "linear";
  label: string;
  scoreName: string;
}

const pixelsPerTick = 44;
const scoreTicks = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** Above this many points their dots would hide the lines. */
const mostDots = 60;

/** Keeps words readable where a line runs through them. */
const halo = { stroke: "var(--etude-paper)", strokeWidth: 4 };

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

function axes({ domain, label, scale, scoreName, whole }: ValidationCurveScene, width: number): Markish {
  const most = width / pixelsPerTick;
  const ticks = scale === "log" ? logTicks(...domain, most) : linearTicks(...domain, most, whole ? 1 : 0);
  const axisLabel = scale === "log" ? `${label} (log scale)` : label;
  return [
    gridY(scoreTicks, { stroke: "var(--etude-grid)", strokeOpacity: 1 }),
    axisX(ticks, {
      text: readable,
      label: axisLabel,
      labelArrow: "none",
      labelAnchor: "center",
      tickSize: 4,
    }),
    axisY(scoreTicks, { label: scoreName, labelArrow: "none", tickSize: 0 }),
  ];
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

function sides(complexity: Complexity): Markish {
  const [left, right] = complexity === "rising" ? ["simpler", "more complex"] : ["more complex", "simpler"];
  const style = { fill: muted, dy: -8, ...halo };
  return [
    text([`← ${left}`], { ...style, frameAnchor: "bottom-left", dx: 14 }),
    text([`${right} →`], { ...style, frameAnchor: "bottom-right", dx: -14 }),
  ];
}

function baselineMark({ baseline, domain }: ValidationCurveScene): Markish {
  if (!baseline) return null;
  const dots = {
    stroke: "var(--etude-chance)",
    strokeWidth: 1.75,
    strokeDasharray: "1.5 4",
    strokeLinecap: "round",
  };
  const name = { x: domain[1], y: baseline.value, textAnchor: "end", dy: -9, fill: muted } as const;
  return [ruleY([baseline.value], dots as object), text([baseline.name], name)];
}

function chosenMark({ value, domain, scale, label }: ValidationCurveScene): Markish {
  if (value === undefined) return null;
  const [low, high] = domain;
  const along = scale === "log" ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  const textAnchor = along > 0.75 ? "end" : "start";
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

/** Draws what is known of a validation curve on axes that do not depend on it. */
export function validationCurveDrawing(scene: ValidationCurveScene, width: number, height: number): Drawing {
  return drawing({
    width,
    height,
    marginTop: 44,
    x: { type: scene.scale, domain: [...scene.domain], insetLeft: 8, insetRight: 8 },
    y: { domain: [0, 1] },
    marks: [
      axes(scene, width),
      baselineMark(scene),
      scoreLines(scene.points),
      chosenMark(scene),
      sides(scene.complexity),
      bestMark(scene),
    ],
  });
}
