import { checkSameLength } from "../base/labels.ts";
import { checkedNumbers } from "../base/targets.ts";

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
export function r2(yTrue: ArrayLike<number>, yPred: ArrayLike<number>): number {
  const truth = checkedNumbers(yTrue, "yTrue");
  const predicted = checkedNumbers(yPred, "yPred");
  checkSameLength("yTrue", truth.length, "yPred", predicted.length);
  if (truth.length < 2) throw new RangeError(`r2 needs at least two numbers, but yTrue has ${truth.length}`);
  const mean = truth.reduce((sum, value) => sum + value, 0) / truth.length;
  let residual = 0;
  let total = 0;
  for (let i = 0; i < truth.length; i++) {
    residual += (truth[i]! - predicted[i]!) ** 2;
    total += (truth[i]! - mean) ** 2;
  }
  if (total === 0) return residual === 0 ? 1 : 0;
  return 1 - residual / total;
}
