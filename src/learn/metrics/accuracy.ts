import { type Labels, uniqueLabels } from "../base/labels.ts";
import { checkOptions } from "../base/options.ts";
import { checkPair, metricWeights, type WeightOption } from "./checked.ts";

/**
 * The part of the predictions that are right, 0 to 1. Throws when the lengths differ, nothing was predicted, or
 * text is compared with numbers.
 *
 * @param yTrue the true classes
 * @param yPred what was predicted, in the same order
 * @example
 * metrics.accuracy(["kick", "snare", "tom"], ["kick", "snare", "kick"])
 */
export function accuracy(yTrue: Labels, yPred: Labels, options: WeightOption = {}): number {
  checkOptions("accuracy", ["sampleWeight"], options);
  checkPair("accuracy", yTrue, yPred);
  const weights = metricWeights(options.sampleWeight, yTrue.length);
  const kind = typeof yTrue[0];
  let right = 0;
  let total = 0;
  for (let i = 0; i < yTrue.length; i++) {
    if (!isLabel(yTrue[i], kind) || !isLabel(yPred[i], kind)) throw mixedLabels(yTrue, yPred);
    const weight = weights === null ? 1 : weights[i]!;
    if (yTrue[i] === yPred[i]) right += weight;
    total += weight;
  }
  return right / total;
}

function isLabel(label: unknown, kind: string): boolean {
  return typeof label === kind && (kind === "string" || Number.isFinite(label));
}

/** The error for labels of which one is unfit: it is found again, with its place, off the fast path. */
function mixedLabels(yTrue: Labels, yPred: Labels): unknown {
  try {
    uniqueLabels(yTrue, "yTrue");
    uniqueLabels(yPred, "yPred");
    uniqueLabels([yTrue[0]!, yPred[0]!], "yTrue and yPred together");
  } catch (error) {
    return error;
  }
}
