import { checkSettings } from "../check-arguments.ts";
import { binaryCurveDrawing } from "./binary-curve-drawing.ts";
import { binaryCurveLegend, binaryCurveRows, withInterval } from "./binary-curve-words.ts";
import { type BinaryCurve, placeOf, rocOfScores, type Scored } from "./binary-curves.ts";
import { readable } from "./data-table.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import { scoredList } from "./scored-argument.ts";

export interface RocFigureOptions {
  /** The chosen threshold, to mark on the curve: the class is found where the score is at least that. */
  threshold?: number;
  /** Title; default "Hits by false alarms". */
  name?: string;
  /** Width in pixels; the drawing is about as high. Default 440. */
  width?: number;
}

const emptyMessage = "The curve appears here when there are scores.";

function atThreshold(curve: BinaryCurve, threshold: number): string {
  const place = placeOf(curve, threshold);
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  return `At a threshold of ${readable(threshold)}, ${curve.name ? `${curve.name} finds` : "it finds"} ${percent(curve.y[place]!)} of the class sought, with false alarms for ${percent(curve.x[place]!)} of the others.`;
}

/**
 * The receiver operating characteristic: which share of the class sought is found, by the share of the others that is
 * taken for it, for every threshold. The dotted line is what guessing gives. The legend says the area under the curve.
 *
 * @param scored true classes and scores, or a list of these to compare; undefined draws an empty frame
 * @throws TypeError when it is something else, RangeError when the lengths differ or the class sought is not told.
 * @example
 * const drums = await datasets.load("drums"), heard = await datasets.load("drum-test");
 * const features = ["brightness", "level100"];
 * const model = new LogisticRegression().fit(drums.select(features), drums.y);
 * const proba = model.predictProba(heard.select(features));
 * const yScore = heard.y.map((_, i) => proba.row(i)[model.classes.indexOf("snare")]);
 * display(rocFigure({yTrue: heard.y, yScore, posLabel: "snare"}, {threshold: 0.5}));
 */
export function rocFigure(
  scored: Scored | readonly Scored[] | undefined,
  options: RocFigureOptions = {},
): HTMLElement {
  const curves = scoredList("rocFigure", scored).map(rocOfScores);
  checkSettings("rocFigure", options, "{threshold: 0.5}");
  const { threshold, width = 440 } = options;
  const scene = {
    curves,
    xName: "false alarms, of the others",
    yName: "hits, of the class sought",
    chance: { ends: [0, 1] as const, name: "guessing" },
    threshold,
    steps: false,
  };
  const areas = curves.map((curve) => `${curve.name ?? "Area under the curve"}: ${withInterval(curve)}`);
  const chosen = threshold === undefined ? [] : curves.map((curve) => atThreshold(curve, threshold));
  const described = curves.length > 0 ? `${areas.join("; ")}.` : "Nothing is known yet.";
  return figure({
    name: options.name ?? "Hits by false alarms",
    description: [described, ...chosen].join(" "),
    caption: curves.length > 0 ? [`${areas.join("; ")}.`, ...chosen].join(" ") : undefined,
    legend: binaryCurveLegend(curves, "area"),
    node: (at) => (curves.length > 0 ? binaryCurveDrawing(scene, at) : emptyDrawing(emptyMessage, at, at)),
    width,
    table: () => ({
      columns: ["curve", "threshold", "false alarms", "hits"],
      rows: binaryCurveRows(curves),
    }),
  });
}
