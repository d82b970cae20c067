import { requirePositive } from "../base/signal.ts";
import { requireNotNegative } from "./events.ts";
import { type FMeasure, fMeasureOf } from "./f-measure.ts";
import { matchNotes, secondsApart, within } from "./match-notes.ts";
import type { Matching } from "./matching.ts";
import type { NoteFOptions } from "./note-f.ts";
import { type NoteTimes, requireIntervals } from "./notes.ts";
import type { FiguresOnly, MaybeSteps, WithSteps } from "./steps.ts";

/** How onsets of notes are compared. */
export type NoteOnsetFOptions = Pick<NoteFOptions, "onsetTolerance" | "strict" | "beta">;

/**
 * Precision, recall and F-measure of the onsets of notes, whatever their pitch and end
 * (mir_eval.transcription.onset_precision_recall_f1): one is right within 50 ms of a reference onset that no other
 * stands for. Where either list is empty, all are 0. With `steps`, also `matching`.
 *
 * Throws when a note begins before 0 s or does not end after it begins.
 *
 * @param reference the true notes, in any order
 * @param estimated the notes found, in any order
 * @example
 * music.noteOnsetF([{onset: 0, offset: 1}, {onset: 1, offset: 2}], [{onset: 0.04, offset: 2}, {onset: 1.06, offset: 2}])
 */
export function noteOnsetF(
  reference: readonly NoteTimes[],
  estimated: readonly NoteTimes[],
  options?: NoteOnsetFOptions & FiguresOnly,
): FMeasure;
export function noteOnsetF(
  reference: readonly NoteTimes[],
  estimated: readonly NoteTimes[],
  options: NoteOnsetFOptions & WithSteps,
): FMeasure & { matching: Matching };
export function noteOnsetF(
  reference: readonly NoteTimes[],
  estimated: readonly NoteTimes[],
  options: NoteOnsetFOptions & MaybeSteps = {},
): FMeasure & { matching?: Matching } {
  const { onsetTolerance = 0.05, strict = false, beta = 1, steps = false } = options;
  requireIntervals(reference, "reference", "noteOnsetF");
  requireIntervals(estimated, "estimated", "noteOnsetF");
  requireNotNegative(onsetTolerance, "onsetTolerance", "noteOnsetF");
  requirePositive(beta, "beta", "noteOnsetF");
  const matching = matchNotes(reference, estimated, (i, j) =>
    within(secondsApart(reference[i].onset, estimated[j].onset), onsetTolerance, strict),
  );
  const figures = fMeasureOf(matching, beta);
  return steps ? { ...figures, matching } : figures;
}
