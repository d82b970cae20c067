import type { Label, Labels } from "../../learn/base/labels.ts";
import { precisionRecallCurve } from "../../learn/metrics/precision-recall-curve.ts";
import { rocCurve } from "../../learn/metrics/roc-curve.ts";

/** Scores of samples for one class, higher where it is more likely. */
export interface Scored {
  /** What the curve is called, where there are several. */
  name?: string;
  /** The true classes. */
  yTrue: Labels;
  /** One score a sample. */
  yScore: ArrayLike<number>;
  /** The class sought; default 1 where the labels are 0 and 1, or -1 and 1. */
  posLabel?: Label;
  /** Lowest and highest value that the area under the curve may well have, such as `bootstrap` gives. */
  interval?: readonly [number, number];
}

/** A curve of decisions "the score is at least the threshold", from the highest threshold to the lowest. */
export interface BinaryCurve {
  name?: string;
  x: readonly number[];
  y: readonly number[];
  /** Falling; at the first, infinity, nothing is found. */
  thresholds: readonly number[];
  /** Area under the curve, or the average precision. */
  area: number;
  interval?: readonly [number, number];
}

/** The area under a curve of straight pieces, by the trapezoidal rule. */
function areaUnder(x: readonly number[], y: readonly number[]): number {
  let area = 0;
  for (let i = 1; i < x.length; i++) area += ((x[i]! - x[i - 1]!) * (y[i]! + y[i - 1]!)) / 2;
  return area;
}

/** False alarms along, hits up; the area is the chance that a sample of the class outscores another. */
export function rocOfScores({ name, yTrue, yScore, posLabel, interval }: Scored): BinaryCurve {
  // With every threshold, so that the chosen one is marked where it is.
  const { fpr, tpr, thresholds } = rocCurve(yTrue, yScore, { posLabel, dropIntermediate: false });
  const [x, y] = [Array.from(fpr), Array.from(tpr)];
  // The curve begins at the highest score plus 1, but a chosen threshold may lie beyond that.
  const falling = [Number.POSITIVE_INFINITY, ...Array.from(thresholds).slice(1)];
  return { name, x, y, thresholds: falling, area: areaUnder(x, y), interval };
}

/** Recall along, precision up; the area is the average precision: each step of recall times the precision after it. */
export function precisionRecallOfScores(scored: Scored): BinaryCurve {
  const { name, yTrue, yScore, posLabel, interval } = scored;
  const { precision, recall, thresholds } = precisionRecallCurve(yTrue, yScore, { posLabel });
  const [x, y] = [Array.from(recall).reverse(), Array.from(precision).reverse()];
  const area = x.reduce((sum, each, i) => sum + (i === 0 ? 0 : (each - x[i - 1]!) * y[i]!), 0);
  return {
    name,
    x,
    y,
    thresholds: [Number.POSITIVE_INFINITY, ...Array.from(thresholds).reverse()],
    area,
    interval,
  };
}

/** The place on a curve of the decision "the score is at least this". */
export function placeOf(curve: BinaryCurve, threshold: number): number {
  return curve.thresholds.findLastIndex((each) => each >= threshold);
}
