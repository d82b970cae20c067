import { shown } from "../../learn/base/shown.ts";
import { checkSettings } from "../check-arguments.ts";
import type { ValidationPoint } from "./best-setting.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import { learningCurvesDrawing } from "./learning-curve-drawing.ts";
import { type LearningCurveLike, learningCurves } from "./learning-curves.ts";
import { lineLegend } from "./line-legend.ts";
import { scoreEnds } from "./score-ends.ts";
import { seriesLegend } from "./series-marks.ts";
import { twoDigits } from "./two-digits.ts";
import { scoreBand, validationCurveDrawing } from "./validation-curve-drawing.ts";

export interface LearningCurveOptions {
  /** What is counted along the axis; default "training samples". */
  label?: string;
  /** Scale of that axis; default "linear". */
  scale?: "log" | "linear";
  /** The score that needs no model, and what it is called. */
  baseline?: { value: number; name: string };
  /** Ends of the axis of scores; default 0 and 1, or further out where a score lies outside. */
  scoreDomain?: readonly [number, number];
  /** What the scores are; default "accuracy". */
  scoreName?: string;
  /** Title; default the score's name and "by number of" the label. */
  name?: string;
  /** Width in pixels; default 640. */
  width?: number;
  /** Height in pixels; default 320. */
  height?: number;
}

const emptyMessage = "The curve appears here, from few training samples to many, as the models are fitted.";

/** What the end of a curve says about more data. */
function ending(points: readonly ValidationPoint[]): string {
  const [last, before] = [points.at(-1), points.at(-2)];
  if (!last) return "Nothing is known yet.";
  const scores = `training ${twoDigits(last.trainScore)}, validation ${twoDigits(last.validationScore)}`;
  const step = before ? last.validationScore! - before.validationScore! : Number.NaN;
  const sign = step < 0 ? "\u2212" : "+";
  const gain = before
    ? ` The last step, from ${before.value}, changed validation by ${sign}${twoDigits(Math.abs(step))}.`
    : "";
  return `With ${last.value}: ${scores}.${gain}`;
}

function lastOf({ name, points }: { name: string; points: readonly ValidationPoint[] }): string {
  const last = points.at(-1);
  return last ? `${name} ${twoDigits(last.validationScore)} with ${last.value}` : `${name} not begun`;
}

/**
 * Training and validation score by the number of training samples: what more data would be worth.
 *
 * One curve shows both scores: training dashed, validation solid with a band of one standard error over its folds.
 * Several curves, by their names, show the validation scores alone, to compare models, splits or preparations.
 * The axes depend on `trainSizes` alone, so nothing moves while a curve fills in.
 *
 * @param curve what `learningCurve` gives, complete or not, or several of these by name; undefined draws an empty
 *   frame of the same size
 * @throws TypeError when it is something else.
 * @example
 * const {X, y} = await datasets.load("drum-test");
 * const curve = learn.learningCurve(new KNeighborsClassifier(), X, y, {
 *   trainSizes: [10, 20, 40, 60, 90],
 *   shuffle: true
 * });
 * display(learningCurveFigure(curve));
 */
export function learningCurveFigure(
  curve: LearningCurveLike | Readonly<Record<string, LearningCurveLike | undefined>> | undefined,
  options: LearningCurveOptions = {},
): HTMLElement {
  const curves = learningCurves(curve);
  if (!curves) {
    throw new TypeError(
      `learningCurveFigure: curve must be what learningCurve(…) gives, or several of these by name, such as {random, kits}, but it is ${shown(curve)}.`,
    );
  }
  checkSettings("learningCurveFigure", options, '{scale: "log"}');
  const { label = "training samples", scale = "linear", scoreName = "accuracy", baseline } = options;
  const { width, height = 320 } = options;
  const single = curves[0]?.name === undefined ? curves[0] : undefined;
  const sizes = curves.flatMap(({ trainSizes }) => trainSizes);
  const all = curves.flatMap(({ points }) => points);
  const drawn = all.flatMap((point) => [point.validationScore, single && point.trainScore]);
  const axes = {
    domain: [Math.min(...sizes), Math.max(...sizes)] as const,
    whole: true,
    scale,
    label,
    scores: scoreEnds(drawn, options.scoreDomain),
    scoreName,
  };
  const known = `${all.length} of ${sizes.length} points are drawn.`;
  const named = curves.map(({ name = "", points }) => ({ name, points }));
  const last = single?.points.at(-1);
  const endings = single ? ending(single.points) : `At their last points: ${named.map(lastOf).join(", ")}.`;
  const draw = (at: number) => {
    if (sizes.length === 0) return emptyDrawing(emptyMessage, at, height);
    if (single) return validationCurveDrawing({ ...axes, points: single.points, baseline }, at, height);
    return learningCurvesDrawing({ ...axes, curves: named, baseline }, at, height);
  };
  const legend = single
    ? lineLegend([
        { kind: "training", name: "training", reading: twoDigits(last?.trainScore) },
        { kind: "validation", name: "validation", reading: twoDigits(last?.validationScore) },
      ])
    : seriesLegend(
        named.map(({ name, points }) => ({ name, reading: twoDigits(points.at(-1)?.validationScore) })),
      );
  const describe = all.length < sizes.length ? `${known} ${endings}` : endings;
  return figure({
    name:
      options.name ??
      `${single ? "Training and validation" : "Validation"} ${scoreName} by number of ${label}`,
    description: describe,
    caption: all.length > 0 ? `The band is one standard error over the folds. ${describe}` : undefined,
    legend,
    node: draw,
    width,
    height,
    table: () => ({
      columns: [
        ...(single ? [] : ["curve"]),
        label,
        `training ${scoreName}`,
        `validation ${scoreName}`,
        "band from",
        "to",
      ],
      rows: named.flatMap(({ name, points }) =>
        points.map((point) => {
          const { value, trainScore = Number.NaN, validationScore = Number.NaN } = point;
          return [...(single ? [] : [name]), value, trainScore, validationScore, ...scoreBand(point)];
        }),
      ),
    }),
  });
}
