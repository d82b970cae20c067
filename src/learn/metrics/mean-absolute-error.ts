import { checkOptions } from "../base/options.ts";
import { checkedNumberPair, metricWeights, type WeightOption, weightedMean } from "./checked.ts";

/**
 * The mean of the errors' sizes, in the unit of `yTrue`. 0 is perfect. Throws when the lengths differ or there
 * is none.
 *
 * @param yTrue the true numbers
 * @param yPred what was predicted, in the same order
 * @example
 * metrics.meanAbsoluteError([100, 120], [103, 116]) // beats per minute
 */
export function meanAbsoluteError(
  yTrue: ArrayLike<number>,
  yPred: ArrayLike<number>,
  options: WeightOption = {},
): number {
  checkOptions("meanAbsoluteError", ["sampleWeight"], options);
  const { truth, predicted } = checkedNumberPair("meanAbsoluteError", yTrue, yPred);
  const weights = metricWeights(options.sampleWeight, truth.length);
  return weightedMean(
    truth.map((value, i) => Math.abs(value - predicted[i]!)),
    weights,
  );
}
