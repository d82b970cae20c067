import type { Labels } from "../base/labels.ts";
import { checkOptions } from "../base/options.ts";
import { checkedLabels, metricWeights } from "./checked.ts";
import { classCounts } from "./class-counts.ts";

/**
 * The mean over the true classes of the part of each that was recognised: as accuracy, but a rare class counts
 * as much as a common one. Throws when the lengths differ or nothing was predicted.
 *
 * @param yTrue the true classes
 * @param yPred what was predicted, in the same order
 * @example
 * metrics.balancedAccuracy(["kick", "kick", "kick", "tom"], ["kick", "kick", "kick", "kick"])
 */
export function balancedAccuracy(
  yTrue: Labels,
  yPred: Labels,
  options: {
    /** Whether to stretch the scale so that guessing has 0 and perfection 1. */
    adjusted?: boolean;
    /** For each row how much it counts, 0 or more; all the same unless given. */
    sampleWeight?: ArrayLike<number> | null;
  } = {},
): number {
  checkOptions("balancedAccuracy", ["adjusted", "sampleWeight"], options);
  const { adjusted = false, sampleWeight } = options;
  const pairs = checkedLabels("balancedAccuracy", yTrue, yPred);
  const { right, inTruth } = classCounts(pairs, metricWeights(sampleWeight, yTrue.length));
  const recalls = Array.from(right, (count, c) => count / inTruth[c]!).filter((_, c) => inTruth[c] !== 0);
  const mean = recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
  if (!adjusted) return mean;
  if (recalls.length < 2) {
    throw new RangeError(
      "balancedAccuracy with adjusted: true needs at least two classes in yTrue, but it has one",
    );
  }
  return (mean - 1 / recalls.length) / (1 - 1 / recalls.length);
}
