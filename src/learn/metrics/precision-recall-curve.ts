import type { Label, Labels } from "../base/labels.ts";
import type { Matrix } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { type BinaryScores, checkedBinary, ranking } from "./score-ranking.ts";

/** For each threshold, rising: how a decision "the score is at least that" does. */
export type PrecisionRecallCurve = {
  /** Of what is found, the part that is right; one longer than `thresholds`, the last is 1. */
  precision: Float64Array;
  /** Of what is sought, the part that is found; one longer than `thresholds`, the last is 0. */
  recall: Float64Array;
  /** The different scores, rising. */
  thresholds: Float64Array;
};

/**
 * Precision and recall of scores for one class, for each threshold. Where no row is of the class sought, recall
 * is 1 throughout. Throws when the lengths differ or the class sought is not told (by default 1 where the labels
 * are 0 and 1, or -1 and 1).
 *
 * @param yTrue the true classes
 * @param yScore for each row a score, higher where the class sought is more likely
 * @example
 * metrics.precisionRecallCurve(["tom", "tom", "kick", "kick"], [0.1, 0.4, 0.35, 0.8], {posLabel: "kick"})
 */
export function precisionRecallCurve(
  yTrue: Labels,
  yScore: ArrayLike<number> | Matrix,
  options: {
    /** The class sought. */
    posLabel?: Label | null;
    /** For each row how much it counts, 0 or more; all the same unless given. */
    sampleWeight?: ArrayLike<number> | null;
  } = {},
): PrecisionRecallCurve {
  checkOptions("precisionRecallCurve", ["posLabel", "sampleWeight"], options);
  const { posLabel, sampleWeight } = options;
  return precisionRecallOf(checkedBinary("precisionRecallCurve", yTrue, yScore, posLabel, sampleWeight));
}

/** The curve of scores that were checked. */
export function precisionRecallOf(binary: BinaryScores): PrecisionRecallCurve {
  const { falseAlarms, hits, thresholds } = ranking(binary);
  const sought = hits[hits.length - 1]!;
  const precision = hits.map((count, i) => count / (count + falseAlarms[i]!));
  const recall = hits.map((count) => (sought === 0 ? 1 : count / sought));
  return {
    precision: Float64Array.from([...precision.reverse(), 1]),
    recall: Float64Array.from([...recall.reverse(), 0]),
    thresholds: thresholds.reverse(),
  };
}
