import { type Label, type Labels, uniqueLabels } from "../base/labels.ts";
import type { Matrix } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { shown } from "../base/shown.ts";
import { precisionRecallOf } from "./precision-recall-curve.ts";
import { checkedBinary } from "./score-ranking.ts";

/**
 * The mean of the precision over all hits, in the order of their scores: the area under the precision-recall
 * curve, by steps. 1 where all rows of the class sought come first; 0 where there is none.
 * Throws when the lengths differ, there are more than two classes, or `posLabel` is none of two.
 *
 * @param yTrue the true classes
 * @param yScore for each row a score, higher where the class sought is more likely
 * @example
 * metrics.averagePrecision(["tom", "tom", "kick", "kick"], [0.1, 0.4, 0.35, 0.8], {posLabel: "kick"})
 */
export function averagePrecision(
  yTrue: Labels,
  yScore: ArrayLike<number> | Matrix,
  options: {
    /** The class sought. */
    posLabel?: Label;
    /** For each row how much it counts, 0 or more; all the same unless given. */
    sampleWeight?: ArrayLike<number> | null;
  } = {},
): number {
  checkOptions("averagePrecision", ["posLabel", "sampleWeight"], options);
  const { posLabel = 1, sampleWeight } = options;
  const binary = checkedBinary("averagePrecision", yTrue, yScore, posLabel, sampleWeight);
  const classes = uniqueLabels(yTrue, "yTrue");
  if (classes.length > 2) {
    throw new RangeError(
      `averagePrecision is for two classes, but yTrue has ${classes.map(shown).join(", ")}: compare one with the rest, such as yTrue.map(c => c === ${shown(posLabel)} ? 1 : 0)`,
    );
  }
  const { precision, recall } = precisionRecallOf(binary);
  let area = 0;
  for (let i = 1; i < recall.length; i++) area += (recall[i - 1]! - recall[i]!) * precision[i - 1]!;
  return area;
}
