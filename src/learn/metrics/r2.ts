import { checkOptions } from "../base/options.ts";
import { checkedNumberPair, metricWeights, type WeightOption, weightedMean } from "./checked.ts";

/**
 * The coefficient of determination R²: the part of the variance of `yTrue` that the predictions explain. 1 is
 * perfect, 0 no better than always the mean, below 0 worse. Where all of `yTrue` are equal it is 1 if the
 * predictions are exact, else 0. Throws when the lengths differ or there are fewer than two.
 *
 * @param yTrue the true numbers
 * @param yPred what was predicted, in the same order
 * @example
 * metrics.r2([100, 120, 140], [104, 118, 141])
 */
export function r2(yTrue: ArrayLike<number>, yPred: ArrayLike<number>, options: WeightOption = {}): number {
  checkOptions("r2", ["sampleWeight"], options);
  const { truth, predicted } = checkedNumberPair("r2", yTrue, yPred, 2);
  const weights = metricWeights(options.sampleWeight, truth.length);
  const mean = weightedMean(truth, weights);
  let residual = 0;
  let total = 0;
  for (let i = 0; i < truth.length; i++) {
    const weight = weights === null ? 1 : weights[i]!;
    residual += weight * (truth[i]! - predicted[i]!) ** 2;
    total += weight * (truth[i]! - mean) ** 2;
  }
  if (residual === 0) return 1;
  // The mean of equal numbers may differ from them in the last digit.
  return total === 0 || truth.every((value) => value === truth[0]) ? 0 : 1 - residual / total;
}
