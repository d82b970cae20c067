import type { Label, Labels } from "../base/labels.ts";
import { checkOptions } from "../base/options.ts";
import { shown } from "../base/shown.ts";
import { checkedLabels, type LabelPairs, metricWeights } from "./checked.ts";
import { distinctLabels } from "./chosen-labels.ts";
import { type ClassCounts, classCounts } from "./class-counts.ts";

/** How the figures of several classes become one. */
export type Average = "binary" | "micro" | "macro" | "weighted";

/** What precision, recall and their combination take. */
export type PrecisionOptions = {
  /** The classes to look at, in this order; by default all that occur, sorted. Not used where average is "binary". */
  labels?: readonly Label[] | null;
  /** Which class is the one sought; used only where average is "binary". */
  posLabel?: Label;
  /** What a figure is whose divisor is 0, such as the precision of a class that was never predicted. */
  zeroDivision?: 0 | 1;
  /** For each row how much it counts, 0 or more; all the same unless given. */
  sampleWeight?: ArrayLike<number> | null;
};

/** The figures of each class, in the order of `labels`. */
export type FiguresByClass = {
  /** The classes. */
  labels: Label[];
  /** Of what was predicted as the class, the part that is it. */
  precision: number[];
  /** Of what is the class, the part that was predicted as it. */
  recall: number[];
  /** The weighted harmonic mean of the two. */
  fscore: number[];
  /** How often the class is true. */
  support: number[];
};

/** One figure over all classes, or of the class sought. */
export type AveragedFigures = { precision: number; recall: number; fscore: number; support: null };

const known = ["labels", "beta", "average", "posLabel", "zeroDivision", "sampleWeight"];

/**
 * Precision, recall, F-score and number of each class; or, with `average`, one figure each: of the class sought
 * ("binary"), of all decisions counted together ("micro"), the mean over classes ("macro"), or that mean weighted
 * by how often each class is true ("weighted"). Where `zeroDivision` is not given, a figure without a divisor is 0.
 *
 * Throws when the lengths differ or nothing was predicted; with "binary" also when there are more than two
 * classes, or the class sought is not among them.
 *
 * @param yTrue the true classes
 * @param yPred what was predicted, in the same order
 * @example
 * metrics.precisionRecallFscoreSupport(["kick", "tom", "tom"], ["kick", "kick", "tom"])
 */
export function precisionRecallFscoreSupport(
  yTrue: Labels,
  yPred: Labels,
  options?: PrecisionOptions & {
    /** How much more recall counts than precision; 1 is F1. */
    beta?: number;
    /** How the figures of the classes become one; null leaves them apart. */
    average?: null;
  },
): FiguresByClass;
export function precisionRecallFscoreSupport(
  yTrue: Labels,
  yPred: Labels,
  options: PrecisionOptions & { beta?: number; average: Average },
): AveragedFigures;
export function precisionRecallFscoreSupport(
  yTrue: Labels,
  yPred: Labels,
  options?: PrecisionOptions & { beta?: number; average?: Average | null },
): FiguresByClass | AveragedFigures;
export function precisionRecallFscoreSupport(
  yTrue: Labels,
  yPred: Labels,
  options: PrecisionOptions & { beta?: number; average?: Average | null } = {},
): FiguresByClass | AveragedFigures {
  checkOptions("precisionRecallFscoreSupport", known, options);
  return figures("precisionRecallFscoreSupport", yTrue, yPred, options);
}

/** The figures, for `who`; its options have known names only. */
export function figures(
  who: string,
  yTrue: Labels,
  yPred: Labels,
  options: PrecisionOptions & { beta?: number; average?: Average | null },
): FiguresByClass | AveragedFigures {
  const { beta = 1, average = null, posLabel = 1, zeroDivision = 0, sampleWeight } = options;
  checkChoices(who, beta, average, zeroDivision);
  const pairs = checkedLabels(who, yTrue, yPred);
  if (average === "binary") checkBinary(who, pairs.labels, posLabel);
  const labels = average === "binary" ? [posLabel] : distinctLabels(who, options.labels ?? pairs.labels);
  const counts = chosen(classCounts(pairs, metricWeights(sampleWeight, yTrue.length)), pairs, labels);
  const { right, inTruth, inPredicted } = average === "micro" ? summed(counts) : counts;

  const share = (part: number, whole: number) => (whole === 0 ? zeroDivision : part / whole);
  const precision = right.map((count, c) => share(count, inPredicted[c]!));
  const recall = right.map((count, c) => share(count, inTruth[c]!));
  const fscore = precision.map((p, c) => combined(p, recall[c]!, beta));
  if (average === null) return { labels, precision, recall, fscore, support: inTruth };
  if (average === "weighted") {
    const total = inTruth.reduce((sum, value) => sum + value, 0);
    if (total === 0) {
      const none = inPredicted.every((count) => count === 0) ? zeroDivision : 0;
      return { precision: none, recall: zeroDivision, fscore: none, support: null };
    }
    const mean = (values: number[]) => values.reduce((sum, value, c) => sum + value * inTruth[c]!, 0) / total;
    return { precision: mean(precision), recall: mean(recall), fscore: mean(fscore), support: null };
  }
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { precision: mean(precision), recall: mean(recall), fscore: mean(fscore), support: null };
}

function combined(precision: number, recall: number, beta: number): number {
  if (beta === Number.POSITIVE_INFINITY) return recall;
  const divisor = beta ** 2 * precision + recall;
  return divisor === 0 ? 0 : ((1 + beta ** 2) * precision * recall) / divisor;
}

/** The counts of the chosen labels; one that does not occur has 0. */
function chosen(counts: ClassCounts, { labels }: LabelPairs, wanted: readonly Label[]) {
  const of = (values: Float64Array) =>
    wanted.map((label) => {
      const at = labels.indexOf(label);
      return at < 0 ? 0 : values[at]!;
    });
  return { right: of(counts.right), inTruth: of(counts.inTruth), inPredicted: of(counts.inPredicted) };
}

function summed(counts: { right: number[]; inTruth: number[]; inPredicted: number[] }) {
  const sum = (values: number[]) => [values.reduce((total, value) => total + value, 0)];
  return { right: sum(counts.right), inTruth: sum(counts.inTruth), inPredicted: sum(counts.inPredicted) };
}

function checkBinary(who: string, labels: readonly Label[], posLabel: Label): void {
  if (labels.length > 2) {
    throw new RangeError(
      `${who}: average "binary" is for two classes, but there are ${labels.length}: choose average "macro" (every class counts the same), "weighted" (by how often it occurs) or "micro" (every row counts the same)`,
    );
  }
  const isOther = labels.length === 2 || typeof posLabel !== typeof labels[0];
  if (!labels.includes(posLabel) && isOther) {
    throw new RangeError(
      `${who}: posLabel says which class is sought: it must be ${labels.map(shown).join(" or ")}, but it is ${shown(posLabel)}`,
    );
  }
}

function checkChoices(who: string, beta: unknown, average: unknown, zeroDivision: unknown): void {
  if (typeof beta !== "number" || !(beta >= 0)) {
    throw new RangeError(`${who}: beta must be a number of at least 0, but it is ${shown(beta)}`);
  }
  if (average !== null && !["binary", "micro", "macro", "weighted"].includes(average as string)) {
    throw new RangeError(
      `${who}: average must be null, "binary", "micro", "macro" or "weighted", but it is ${shown(average)}`,
    );
  }
  if (zeroDivision !== 0 && zeroDivision !== 1) {
    throw new RangeError(`${who}: zeroDivision must be 0 or 1, but it is ${shown(zeroDivision)}`);
  }
}
