import type { Label, Labels } from "../base/labels.ts";
import type { Matrix } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { type BinaryScores, checkedBinary, ranking } from "./score-ranking.ts";

/** For each threshold, falling: what a decision "the score is at least that" gets wrong and right. */
export type RocCurve = {
  /** The part of the other rows that is taken for the class sought, 0 to 1. */
  fpr: Float64Array;
  /** The part of the class sought that is found, 0 to 1. */
  tpr: Float64Array;
  /** The thresholds; the first, at which nothing is found, is the highest score plus 1. */
  thresholds: Float64Array;
};

/**
 * The receiver operating characteristic of scores for one class: how many false alarms each further hit costs.
 * It begins at (0, 0), with a threshold of the highest score plus 1, and ends at (1, 1).
 *
 * Throws when the lengths differ, the class sought is not told (by default 1 where the labels are 0 and 1, or -1
 * and 1), or only one class is there.
 *
 * @param yTrue the true classes
 * @param yScore for each row a score, higher where the class sought is more likely
 * @example
 * metrics.rocCurve(["tom", "tom", "kick", "kick"], [0.1, 0.4, 0.35, 0.8], {posLabel: "kick"})
 */
export function rocCurve(
  yTrue: Labels,
  yScore: ArrayLike<number> | Matrix,
  options: {
    /** The class sought. */
    posLabel?: Label | null;
    /** Whether to leave out points that lie on a line between their neighbours. */
    dropIntermediate?: boolean;
    /** For each row how much it counts, 0 or more; all the same unless given. */
    sampleWeight?: ArrayLike<number> | null;
  } = {},
): RocCurve {
  checkOptions("rocCurve", ["posLabel", "dropIntermediate", "sampleWeight"], options);
  const { posLabel, dropIntermediate = true, sampleWeight } = options;
  return rocOf(
    "rocCurve",
    checkedBinary("rocCurve", yTrue, yScore, posLabel, sampleWeight),
    dropIntermediate,
  );
}

/** The curve of scores that were checked; `who` needs both classes. */
export function rocOf(who: string, binary: BinaryScores, dropIntermediate: boolean): RocCurve {
  const { falseAlarms, hits, thresholds } = ranking(binary);
  const last = thresholds.length - 1;
  if (!(hits[last]! > 0) || !(falseAlarms[last]! > 0)) {
    const there = hits[last]! > 0 ? "only rows of the class sought are" : "no row of the class sought is";
    throw new RangeError(`${who} compares two classes, but ${there} in yTrue: it is not defined then`);
  }
  const kept = Array.from(thresholds, (_, i) => i).filter(
    (i) => !dropIntermediate || i === 0 || i === last || bends(falseAlarms, i) || bends(hits, i),
  );
  const from0 = (values: Float64Array) =>
    Float64Array.from([0, ...kept.map((i) => values[i]! / values[last]!)]);
  return {
    fpr: from0(falseAlarms),
    tpr: from0(hits),
    thresholds: Float64Array.from([thresholds[0]! + 1, ...kept.map((i) => thresholds[i]!)]),
  };
}

function bends(values: Float64Array, i: number): boolean {
  return values[i + 1]! - values[i]! - (values[i]! - values[i - 1]!) !== 0;
}
