import { checkSettings } from "../check-arguments.ts";
import { binaryCurveDrawing } from "./binary-curve-drawing.ts";
import { binaryCurveLegend, binaryCurveRows, withInterval } from "./binary-curve-words.ts";
import { type BinaryCurve, placeOf, precisionRecallOfScores, type Scored } from "./binary-curves.ts";
import { readable } from "./data-table.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import { scoredList } from "./scored-argument.ts";

export interface PrecisionRecallFigureOptions {
  /** The chosen threshold, to mark on the curve: the class is found where the score is at least that. */
  threshold?: number;
  /** Title; default "Precision by recall". */
  name?: string;
  /** Width in pixels; the drawing is about as high. Default 440. */
  width?: number;
}

const emptyMessage = "The curve appears here when there are scores.";

function atThreshold(curve: BinaryCurve, threshold: number): string {
  const place = placeOf(curve, threshold);
  const who = curve.name ? `${curve.name} has` : "it has";
  return `At a threshold of ${readable(threshold)}, ${who} a precision of ${curve.y[place]!.toFixed(2)} and a recall of ${curve.x[place]!.toFixed(2)}.`;
}

/**
 * Precision by recall for every threshold: of what is found, the share that is right, by the share of the class sought
 * that is found. The dotted line is the share of that class in all samples, which guessing gives: where the class is
 * rare, this figure shows what the curve of hits and false alarms hides. The legend says the average precision.
 *
 * @param scored true classes and scores, or a list of these to compare; undefined draws an empty frame
 * @throws TypeError when it is something else, RangeError when the lengths differ or the class sought is not told.
 * @example
 * const drums = await datasets.load("drums"), heard = await datasets.load("drum-test");
 * const features = ["brightness", "level100"];
 * const model = new LogisticRegression().fit(drums.select(features), drums.y);
 * const proba = model.predictProba(heard.select(features));
 * const yScore = heard.y.map((_, i) => proba.row(i)[model.classes.indexOf("snare")]);
 * display(precisionRecallFigure({yTrue: heard.y, yScore, posLabel: "snare"}, {threshold: 0.5}));
 */
export function precisionRecallFigure(
  scored: Scored | readonly Scored[] | undefined,
  options: PrecisionRecallFigureOptions = {},
): HTMLElement {
  const curves = scoredList("precisionRecallFigure", scored).map(precisionRecallOfScores);
  checkSettings("precisionRecallFigure", options, "{threshold: 0.5}");
  const { threshold, width = 440 } = options;
  // At the lowest threshold everything is found: its precision is the share of the class sought.
  const shares = curves.map(({ y }) => y.at(-1)!);
  const same = shares.every((share) => share === shares[0]);
  const share = shares[0] ?? 0;
  const scene = {
    curves,
    xName: "recall",
    yName: "precision",
    chance: same ? { ends: [share, share] as const, name: `guessing: ${share.toFixed(2)}` } : undefined,
    threshold,
    steps: true,
  };
  const areas = curves.map((curve) => `${curve.name ?? "Average precision"}: ${withInterval(curve)}`);
  const chosen = threshold === undefined ? [] : curves.map((curve) => atThreshold(curve, threshold));
  const described = curves.length > 0 ? `${areas.join("; ")}.` : "Nothing is known yet.";
  return figure({
    name: options.name ?? "Precision by recall",
    description: [described, ...chosen].join(" "),
    caption: curves.length > 0 ? [described, ...chosen].join(" ") : undefined,
    legend: binaryCurveLegend(curves, "average precision"),
    node: (at) => (curves.length > 0 ? binaryCurveDrawing(scene, at) : emptyDrawing(emptyMessage, at, at)),
    width,
    table: () => ({
      columns: ["curve", "threshold", "recall", "precision"],
      rows: binaryCurveRows(curves),
    }),
  });
}
