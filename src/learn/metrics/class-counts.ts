import type { LabelPairs } from "./checked.ts";

/** For each class how often (or with what weight) it was recognised, is true, and was predicted. */
export type ClassCounts = { right: Float64Array; inTruth: Float64Array; inPredicted: Float64Array };

/** Counts, class by class, in the order of the labels. */
export function classCounts(
  { labels, truth, predicted }: LabelPairs,
  weights: Float64Array | null,
): ClassCounts {
  const right = new Float64Array(labels.length);
  const inTruth = new Float64Array(labels.length);
  const inPredicted = new Float64Array(labels.length);
  for (let i = 0; i < truth.length; i++) {
    const weight = weights === null ? 1 : weights[i]!;
    inTruth[truth[i]!]! += weight;
    inPredicted[predicted[i]!]! += weight;
    if (truth[i] === predicted[i]) right[truth[i]!]! += weight;
  }
  return { right, inTruth, inPredicted };
}
