import type { ChordComparison } from "./chord-comparisons.ts";
import {
  adjustSegments,
  type LabeledSegment,
  type LabelPair,
  mergeSegments,
  requireIntervalsInOrder,
  requireReference,
} from "./chord-segments.ts";
import { compareLabels } from "./compare-chords.ts";
import type { FiguresOnly, MaybeSteps, WithSteps } from "./steps.ts";

/** How chord segments are compared. */
export type ChordAccuracyOptions = {
  /** What of the chords; see compareChords. Default "majmin". */
  comparison?: ChordComparison;
};

/** A piece of time, its labels, and 1 (right), 0 (wrong) or −1 (not compared). */
export type ComparedPiece = LabelPair & { score: number };

/**
 * The part of the time in which the estimated chord agrees with the reference, from 0 to 1: chord symbol recall
 * (mir_eval.chord.weighted_accuracy, with the segments prepared as in mir_eval.chord.evaluate). The estimate is cut or
 * filled up with N to the time of the reference; time whose reference chord is not among those compared does not
 * count. 0 where nothing can be compared. With `steps`, `{accuracy, pieces}`.
 *
 * Throws when the reference is empty, segments are not in order or have no length, or a label is none.
 *
 * @param reference the true chords
 * @param estimated the chords found
 * @example
 * const reference = [{start: 0, end: 2, label: "C:maj"}, {start: 2, end: 4, label: "A:min"}];
 * const estimated = [{start: 0, end: 2.5, label: "C:maj"}, {start: 2.5, end: 4, label: "A:min7"}];
 * music.chordWeightedAccuracy(reference, estimated, {comparison: "majmin"})
 */
export function chordWeightedAccuracy(
  reference: readonly LabeledSegment[],
  estimated: readonly LabeledSegment[],
  options?: ChordAccuracyOptions & FiguresOnly,
): number;
export function chordWeightedAccuracy(
  reference: readonly LabeledSegment[],
  estimated: readonly LabeledSegment[],
  options: ChordAccuracyOptions & WithSteps,
): { accuracy: number; pieces: ComparedPiece[] };
export function chordWeightedAccuracy(
  reference: readonly LabeledSegment[],
  estimated: readonly LabeledSegment[],
  options: ChordAccuracyOptions & MaybeSteps = {},
): number | { accuracy: number; pieces: ComparedPiece[] } {
  const { comparison = "majmin", steps = false } = options;
  const caller = "chordWeightedAccuracy";
  requireIntervalsInOrder(reference, "reference", caller);
  requireIntervalsInOrder(estimated, "estimated", caller);
  requireReference(reference, caller);
  const adjusted = adjustSegments(estimated, reference[0].start, reference[reference.length - 1].end);
  const merged = mergeSegments(reference, adjusted);
  const labels = (side: "reference" | "estimated") => merged.map((piece) => piece[side]);
  const scores = compareLabels(caller, labels("reference"), labels("estimated"), comparison);
  const pieces = merged.map((piece, i) => ({ ...piece, score: scores[i] }));
  let agreed = 0;
  let compared = 0;
  for (const { start, end, score } of pieces) {
    if (score >= 0) compared += end - start;
    if (score > 0) agreed += end - start;
  }
  const accuracy = compared === 0 ? 0 : agreed / compared;
  return steps ? { accuracy, pieces } : accuracy;
}
