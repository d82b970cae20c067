import type { Labels } from "../base/labels.ts";
import { accuracy } from "./accuracy.ts";
import type { Interval } from "./grouped-interval.ts";

/** Between this many standard deviations below and above its middle lie 95 % of a bell curve. */
export const BELL_95 = 1.959963984540054;

/**
 * The accuracy of a few predictions with its 95 % interval, by Wilson's formula (1927). It is no narrower for having
 * all right: of 18 right answers to 18 questions it says 0.82 to 1, where resampling would say 1 to 1. It takes every
 * row as a witness of its own: where rows come in groups (kits, players), `groupedInterval` is the better one.
 *
 * Throws as `accuracy` does.
 *
 * @param yTrue the true classes
 * @param yPred what was answered, in the same order
 * @example
 * metrics.wilsonInterval(["kick", "snare", "tom"], ["kick", "snare", "kick"])
 */
export function wilsonInterval(yTrue: Labels, yPred: Labels): Interval {
  const score = accuracy(yTrue, yPred);
  const n = yTrue.length;
  const spread = BELL_95 ** 2 / n;
  const middle = (score + spread / 2) / (1 + spread);
  const half = (BELL_95 / (1 + spread)) * Math.sqrt((score * (1 - score) + spread / 4) / n);
  // At its ends the formula gives 0 and 1 but for the last digit.
  return {
    score,
    low: score === 0 ? 0 : Math.max(0, middle - half),
    high: score === 1 ? 1 : Math.min(1, middle + half),
    level: 0.95,
  };
}
