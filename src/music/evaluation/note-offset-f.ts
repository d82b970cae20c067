import { requirePositive } from "../base/signal.ts";
import { requireNotNegative } from "./events.ts";
import { type FMeasure, fMeasureOf } from "./f-measure.ts";
import { matchNotes, secondsApart, within } from "./match-notes.ts";
import type { Matching } from "./matching.ts";
import type { NoteFOptions } from "./note-f.ts";
import { type NoteTimes, requireIntervals } from "./notes.ts";
import type { FiguresOnly, MaybeSteps, WithSteps } from "./steps.ts";

/** How ends of notes are compared. */
export type NoteOffsetFOptions = Pick<NoteFOptions, "offsetMinTolerance" | "strict" | "beta"> & {
  /** The farthest that an offset may be, as a part of the reference note's length. Default 0.2. */
  offsetRatio?: number;
};

/**
 * Precision, recall and F-measure of the ends of notes, whatever their pitch and onset
 * (mir_eval.transcription.offset_precision_recall_f1): one is right within 20 % of the length (50 ms at least) of a
 * reference note that no other stands for. Where either list is empty, all are 0. With `steps`, also `matching`.
 *
 * Throws when a note begins before 0 s or does not end after it begins.
 *
 * @param reference the true notes, in any order
 * @param estimated the notes found, in any order
 * @example
 * music.noteOffsetF([{onset: 0, offset: 1}, {onset: 1, offset: 2}], [{onset: 0, offset: 1.1}, {onset: 1, offset: 1.7}])
 */
export function noteOffsetF(
  reference: readonly NoteTimes[],
  estimated: readonly NoteTimes[],
  options?: NoteOffsetFOptions & FiguresOnly,
): FMeasure;
export function noteOffsetF(
  reference: readonly NoteTimes[],
  estimated: readonly NoteTimes[],
  options: NoteOffsetFOptions & WithSteps,
): FMeasure & { matching: Matching };
export function noteOffsetF(
  reference: readonly NoteTimes[],
  estimated: readonly NoteTimes[],
  options: NoteOffsetFOptions & MaybeSteps = {},
): FMeasure & { matching?: Matching } {
  const { offsetRatio = 0.2, offsetMinTolerance = 0.05, strict = false, beta = 1, steps = false } = options;
  requireIntervals(reference, "reference", "noteOffsetF");
  requireIntervals(estimated, "estimated", "noteOffsetF");
  requireNotNegative(offsetRatio, "offsetRatio", "noteOffsetF");
  requireNotNegative(offsetMinTolerance, "offsetMinTolerance", "noteOffsetF");
  requirePositive(beta, "beta", "noteOffsetF");
  const matching = matchNotes(reference, estimated, (i, j) => {
    const { onset, offset } = reference[i];
    const tolerance = Math.max(offsetRatio * (offset - onset), offsetMinTolerance);
    return within(secondsApart(offset, estimated[j].offset), tolerance, strict);
  });
  const figures = fMeasureOf(matching, beta);
  return steps ? { ...figures, matching } : figures;
}
