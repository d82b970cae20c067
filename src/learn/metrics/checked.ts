import { checkedWeights } from "../base/fit-options.ts";
import { checkSameLength, type Label, type Labels, uniqueLabels } from "../base/labels.ts";
import { shown } from "../base/shown.ts";
import { checkedNumbers } from "../base/targets.ts";

/** What most metrics take: how much each row counts. */
export type WeightOption = {
  /** For each row how much it counts, 0 or more; all the same unless given. */
  sampleWeight?: ArrayLike<number> | null;
};

/** True and predicted classes as positions in `labels`, which are all that occur in either, sorted. */
export type LabelPairs = { labels: Label[]; truth: Int32Array; predicted: Int32Array };

/** Throws unless both are arrays of one length and there is at least one item; `who` needs them. */
export function checkPair(
  who: string,
  yTrue: unknown,
  other: unknown,
  otherName = "yPred",
  trueName = "yTrue",
): void {
  for (const [name, value] of [
    [trueName, yTrue],
    [otherName, other],
  ] as const) {
    if (value === null || typeof value !== "object" || !("length" in value)) {
      throw new TypeError(`${who}: ${name} must be an array, but it is ${shown(value)}`);
    }
  }
  const { length } = yTrue as ArrayLike<unknown>;
  checkSameLength(trueName, length, otherName, (other as ArrayLike<unknown>).length);
  if (length === 0) throw new RangeError(`${who} needs at least one row, but ${trueName} is empty`);
}

/** The labels of both arguments, checked and as positions. */
export function checkedLabels(who: string, yTrue: Labels, yPred: Labels, otherName = "yPred"): LabelPairs {
  checkPair(who, yTrue, yPred, otherName);
  const both = [...uniqueLabels(yTrue, "yTrue"), ...uniqueLabels(yPred, otherName)];
  const labels = uniqueLabels(both, `yTrue and ${otherName} together`);
  const position = new Map(labels.map((label, code) => [label, code]));
  const codes = (y: Labels) => Int32Array.from(y as Label[], (label) => position.get(label)!);
  return { labels, truth: codes(yTrue), predicted: codes(yPred) };
}

/** The numbers of both arguments, checked. */
export function checkedNumberPair(
  who: string,
  yTrue: ArrayLike<number>,
  yPred: ArrayLike<number>,
  least = 1,
): { truth: Float64Array; predicted: Float64Array } {
  const truth = checkedNumbers(yTrue, "yTrue");
  const predicted = checkedNumbers(yPred, "yPred");
  checkSameLength("yTrue", truth.length, "yPred", predicted.length);
  if (truth.length < least) {
    const needed = least === 1 ? "one number" : "two numbers";
    throw new RangeError(`${who} needs at least ${needed}, but yTrue has ${truth.length}`);
  }
  return { truth, predicted };
}

/** The weights of the rows, or null where all count the same. Throws as `fit` does. */
export function metricWeights(
  sampleWeight: ArrayLike<number> | null | undefined,
  rows: number,
): Float64Array | null {
  if (sampleWeight === undefined || sampleWeight === null) return null;
  // What is no array gets its message below.
  if (typeof sampleWeight === "object" && "length" in sampleWeight) {
    checkSameLength("yTrue", rows, "sampleWeight", sampleWeight.length);
  }
  const weights = checkedWeights({ sampleWeight }, rows);
  if (weights) checkedNumbers(weights, "sampleWeight");
  return weights;
}

/** The mean of `values`, weighted where there are weights. */
export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number> | null): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = weights === null ? 1 : weights[i]!;
    sum += weight * values[i]!;
    total += weight;
  }
  return sum / total;
}
