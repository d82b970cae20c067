import type { Labels } from "../base/labels.ts";
import { checkOptions } from "../base/options.ts";
import { type Average, figures, type PrecisionOptions } from "./precision-recall-fscore-support.ts";

/**
 * Of what is a class, the part that was predicted as it: how much was found. By default of the class `posLabel`
 * where there are two; with more say by `average` how their figures become one, or null for one each.
 * Throws as `precisionRecallFscoreSupport`.
 *
 * @param yTrue the true classes
 * @param yPred what was predicted, in the same order
 * @example
 * metrics.recall(["kick", "tom", "tom"], ["kick", "kick", "tom"], {posLabel: "tom"})
 */
export function recall(
  yTrue: Labels,
  yPred: Labels,
  options?: PrecisionOptions & {
    /** How the figures of the classes become one; null leaves them apart. */
    average?: Average;
  },
): number;
export function recall(yTrue: Labels, yPred: Labels, options: PrecisionOptions & { average: null }): number[];
export function recall(
  yTrue: Labels,
  yPred: Labels,
  options: PrecisionOptions & { average?: Average | null } = {},
): number | number[] {
  checkOptions("recall", ["labels", "average", "posLabel", "zeroDivision", "sampleWeight"], options);
  return figures("recall", yTrue, yPred, { average: "binary", ...options }).recall;
}
