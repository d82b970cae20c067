import type { Matching } from "./matching.ts";

/** How well two lists agree: each figure from 0 to 1. */
export type FMeasure = {
  /** The weighted harmonic mean of precision and recall; 0 where both are. */
  fMeasure: number;
  /** Of what was estimated, the part that is right. */
  precision: number;
  /** Of what is in the reference, the part that was found. */
  recall: number;
};

/** Precision, recall and F of a matching. Where either list is empty, all three are 0, as in mir_eval. */
export function fMeasureOf(matching: Matching, beta = 1): FMeasure {
  const right = matching.right.length;
  if (right === 0) return { fMeasure: 0, precision: 0, recall: 0 };
  const precision = right / (right + matching.false.length);
  const recall = right / (right + matching.missed.length);
  const fMeasure = ((1 + beta ** 2) * precision * recall) / (beta ** 2 * precision + recall);
  return { fMeasure, precision, recall };
}
