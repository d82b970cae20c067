import type { Labels } from "../base/labels.ts";
import { checkOptions } from "../base/options.ts";
import { type Average, figures, type PrecisionOptions } from "./precision-recall-fscore-support.ts";

/**
 * Of what was predicted as a class, the part that is it: how far a finding can be trusted. By default of the class `posLabel`
 * where there are two; with more say by `average` how their figures become one, or null for one each.
 * Throws as `precisionRecallFscoreSupport`.
 *
 * @param yTrue the true classes
 * @param yPred what was predicted, in the same order
 * @example
 * metrics.precision(["kick", "tom", "tom"], ["kick", "kick", "tom"], {posLabel: "tom"})
 */
export function precision(
  yTrue: Labels,
  yPred: Labels,
  options?: PrecisionOptions & {
    /** How the figures of the classes become one; null leaves them apart. */
    average?: Average;
  },
): number;
export function precision(
  yTrue: Labels,
  yPred: Labels,
  options: PrecisionOptions & { average: null },
): number[];
export function precision(
  yTrue: Labels,
  yPred: Labels,
  options: PrecisionOptions & { average?: Average | null } = {},
): number | number[] {
  checkOptions("precision", ["labels", "average", "posLabel", "zeroDivision", "sampleWeight"], options);
  return figures("precision", yTrue, yPred, { average: "binary", ...options }).precision;
}
