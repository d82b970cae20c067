import type { Labels } from "../base/labels.ts";
import { checkOptions } from "../base/options.ts";
import { checkedLabels, metricWeights, type WeightOption } from "./checked.ts";
import { classCounts } from "./class-counts.ts";

/**
 * Matthews' correlation of true and predicted classes: 1 is perfect, 0 no better than guessing, also where one
 * class is rare. 0 where only one class is true, or only one is predicted. Throws when the lengths differ or
 * nothing was predicted.
 *
 * @param yTrue the true classes
 * @param yPred what was predicted, in the same order
 * @example
 * metrics.matthewsCorrcoef(["kick", "kick", "kick", "tom"], ["kick", "tom", "kick", "tom"])
 */
export function matthewsCorrcoef(yTrue: Labels, yPred: Labels, options: WeightOption = {}): number {
  checkOptions("matthewsCorrcoef", ["sampleWeight"], options);
  const pairs = checkedLabels("matthewsCorrcoef", yTrue, yPred);
  const { right, inTruth, inPredicted } = classCounts(
    pairs,
    metricWeights(options.sampleWeight, yTrue.length),
  );
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  const total = inTruth.reduce((sum, value) => sum + value, 0);
  const hits = right.reduce((sum, value) => sum + value, 0);
  const ofTruth = total ** 2 - dot(inTruth, inTruth);
  const ofPredicted = total ** 2 - dot(inPredicted, inPredicted);
  if (ofTruth * ofPredicted === 0) return 0;
  return (hits * total - dot(inTruth, inPredicted)) / Math.sqrt(ofTruth * ofPredicted);
}
