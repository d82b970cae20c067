import { pairwiseSum } from "../base/pairwise-sum.ts";

/** The mean, as numpy computes it. */
export function mean(values: ArrayLike<number>): number {
  return pairwiseSum(values) / values.length;
}

/** The standard deviation of all the values (divided by their number), as numpy computes it. */
export function deviation(values: ArrayLike<number>): number {
  const middle = mean(values);
  return Math.sqrt(mean(Array.from(values, (value) => (value - middle) * (value - middle))));
}
