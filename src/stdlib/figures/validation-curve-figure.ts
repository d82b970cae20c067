import { shown } from "../../learn/base/shown.ts";
import { checkSettings } from "../check-arguments.ts";
import { bestSetting, type Complexity, standardError, type ValidationPoint } from "./best-setting.ts";
import { readable } from "./data-table.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import { type FittingZone, fittingZones } from "./fitting-zones.ts";
import { lineLegend } from "./line-legend.ts";
import { scoreEnds } from "./score-ends.ts";
import { twoDigits } from "./two-digits.ts";
import { scoreBand, validationCurveDrawing } from "./validation-curve-drawing.ts";

/** Scores of a model at the values of one parameter. While it fills in, points are fewer than values. */
export interface ValidationCurve {
  paramName: string;
  /** All values that will be tried: they fix the axis. */
  paramRange: readonly number[];
  points: readonly (ValidationPoint | undefined)[];
}

export interface ValidationCurveOptions {
  /** The chosen setting: a vertical rule. */
  value?: number;
  /** Name of the parameter on the axis, with its unit; default its name in the code. */
  label?: string;
  /** Scale of the parameter's axis; default "linear". */
  scale?: "log" | "linear";
  /** The score that needs no model, and what it is called. */
  baseline?: { value: number; name: string };
  /** How to mark the best setting, once the curve is complete; default it is not marked. */
  best?: "max" | "one-standard-error";
  /** Whether the model becomes more complex as the parameter grows; default "rising". */
  complexity?: Complexity;
  /** Whether to shade where the model underfits and where it overfits, once the curve is complete; default false. */
  zones?: boolean;
  /** Ends of the axis of scores; default 0 and 1, or further out where a score lies outside. */
  scoreDomain?: readonly [number, number];
  /** What the scores are; default "accuracy". */
  scoreName?: string;
  /** Title; default "Training and validation accuracy by" the label. */
  name?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 340. */
  height?: number;
}

const bestRules = {
  max: "the highest validation score",
  "one-standard-error": "the simplest model within one standard error of the highest validation score",
};

/** What the shaded zones mean, and where they begin. */
function zonesText(zones: readonly FittingZone[], at: (point: ValidationPoint) => string): string {
  if (zones.length === 0) return "No setting is clearly worse than the best.";
  const parts = zones.map(({ kind, edge, below }) => `${kind} ${below ? "up to" : "from"} ${at(edge)}`);
  return `Shaded, more than one standard error below the best: ${parts.join(", ")}.`;
}

const emptyMessage = "The curve appears here, point by point, as the models are fitted.";

/**
 * Training and validation score over the values of one parameter, filling in as the points come.
 *
 * The axes depend on `paramRange` alone, so nothing moves while it fills in or when the chosen value changes.
 * Training is dashed; validation is solid with a band: each point's interval, else one standard error over its folds.
 *
 * @param curve what `validationCurve` gives, complete or not; undefined draws an empty frame of the same size
 * @throws TypeError when the curve is something else.
 * @example
 * const {X, y} = await datasets.load("drum-test");
 * const curve = learn.validationCurve(new KNeighborsClassifier(), X, y, {
 *   paramName: "nNeighbors",
 *   paramRange: [1, 3, 5, 9, 15]
 * });
 * display(validationCurveFigure(curve, {label: "neighbours", complexity: "falling", best: "max", zones: true}));
 */
export function validationCurveFigure(
  curve: ValidationCurve | undefined,
  options: ValidationCurveOptions = {},
): HTMLElement {
  if (curve !== undefined && !(Array.isArray(curve?.paramRange) && Array.isArray(curve.points))) {
    throw new TypeError(
      `validationCurveFigure: curve must be what validationCurve(…) gives, but it is ${shown(curve)}.`,
    );
  }
  checkSettings("validationCurveFigure", options, "{value: 5}");
  const { value, baseline, best, complexity = "rising", scoreName = "accuracy", scale = "linear" } = options;
  const { width, height = 340 } = options;
  const label = options.label ?? curve?.paramName ?? "setting";
  const paramRange = curve?.paramRange ?? [];
  const points = (curve?.points ?? []).filter((point) => point !== undefined);
  points.sort((a, b) => a.value - b.value);

  const known = new Set(points.map((point) => point.value));
  const complete = paramRange.length > 0 && paramRange.every((each) => known.has(each));
  const marked = best && complete ? bestSetting(points, best, complexity) : undefined;
  const domain = [Math.min(...paramRange), Math.max(...paramRange)] as const;
  const whole = paramRange.every(Number.isInteger);
  const zones = options.zones && complete ? fittingZones(points, complexity, scale) : undefined;
  const scores = scoreEnds(
    points.flatMap((point) => [point.trainScore, point.validationScore]),
    options.scoreDomain,
  );
  const shownScores = { baseline, scores, scoreName };
  const scene = { domain, whole, points, value, marked, zones, complexity, scale, label, ...shownScores };

  const chosen = points.find((point) => point.value === value);
  const error = chosen ? standardError(chosen) : 0;
  const spread = error > 0 ? ` ± ${error.toFixed(2)}` : "";
  // Where no value is chosen there is nothing to read.
  const reading = (score: number | undefined, more = "") =>
    value === undefined ? undefined : twoDigits(score) + more;
  const at = (point: ValidationPoint) => `${label}\u00a0=\u00a0${readable(point.value)}`;
  const highest = complete ? bestSetting(points, "max", complexity) : undefined;
  const highestScore =
    highest && best === "one-standard-error"
      ? ` (${twoDigits(highest.validationScore)}, at ${at(highest)})`
      : "";
  const found = marked
    ? `Ringed: ${at(marked)} with ${twoDigits(marked.validationScore)}, ${bestRules[best!]}${highestScore}.`
    : points.length < paramRange.length && `${points.length} of ${paramRange.length} values are drawn.`;
  const explained = [found, zones && zonesText(zones, at)].filter(Boolean).join(" ");
  const banded = points.some((point) => point.interval)
    ? "The band is its interval. "
    : points.some((point) => standardError(point) > 0)
      ? "The band is one standard error over the folds. "
      : "";
  return figure({
    name: options.name ?? `Training and validation ${scoreName} by ${label}`,
    description: explained,
    caption: points.length > 0 ? `${banded}${explained}` : undefined,
    legend: lineLegend([
      { kind: "training", name: "training", reading: reading(chosen?.trainScore) },
      { kind: "validation", name: "validation", reading: reading(chosen?.validationScore, spread) },
    ]),
    node: (at) =>
      paramRange.length > 0
        ? validationCurveDrawing(scene, at, height)
        : emptyDrawing(emptyMessage, at, height),
    width,
    height,
    table: () => ({
      columns: [label, `training ${scoreName}`, `validation ${scoreName}`, "band from", "to"],
      rows: points.map((point) => {
        const { trainScore = Number.NaN, validationScore = Number.NaN } = point;
        return [point.value, trainScore, validationScore, ...scoreBand(point)];
      }),
    }),
  });
}
