import { checkSameLength, type Labels } from "../base/labels.ts";

/**
 * The part of the predictions that are right, 0 to 1. Throws when the lengths differ or nothing was predicted.
 *
 * @param yTrue the true classes
 * @param yPred what was predicted, in the same order
 * @example
 * metrics.accuracy(["kick", "snare", "tom"], ["kick", "snare", "kick"])
 */
export function accuracy(yTrue: Labels, yPred: Labels): number {
  checkSameLength("yTrue", yTrue.length, "yPred", yPred.length);
  if (yTrue.length === 0) throw new RangeError("accuracy needs at least one prediction, but yTrue is empty");
  let right = 0;
  for (let i = 0; i < yTrue.length; i++) if (yTrue[i] === yPred[i]) right++;
  return right / yTrue.length;
}
