import { checkOptions } from "../base/options.ts";
import { checkedNumberPair, metricWeights, weightedMean } from "./checked.ts";

/**
 * The mean of the squared errors, in the square of the unit of `yTrue`; with `squared: false` its root, in that
 * unit. 0 is perfect. Throws when the lengths differ or there is none.
 *
 * @param yTrue the true numbers
 * @param yPred what was predicted, in the same order
 * @example
 * metrics.meanSquaredError([100, 120], [103, 116], {squared: false}) // beats per minute
 */
export function meanSquaredError(
  yTrue: ArrayLike<number>,
  yPred: ArrayLike<number>,
  options: {
    /** Whether the mean of the squares is wanted, or its root. */
    squared?: boolean;
    /** For each row how much it counts, 0 or more; all the same unless given. */
    sampleWeight?: ArrayLike<number> | null;
  } = {},
): number {
  checkOptions("meanSquaredError", ["squared", "sampleWeight"], options);
  const { squared = true, sampleWeight } = options;
  const { truth, predicted } = checkedNumberPair("meanSquaredError", yTrue, yPred);
  const weights = metricWeights(sampleWeight, truth.length);
  const mean = weightedMean(
    truth.map((value, i) => (value - predicted[i]!) ** 2),
    weights,
  );
  return squared ? mean : Math.sqrt(mean);
}
