import { requirePositive } from "../base/signal.ts";
import { requireNotNegative } from "./events.ts";
import { type FMeasure, fMeasureOf } from "./f-measure.ts";
import { matchNotes, secondsApart, within } from "./match-notes.ts";
import type { Matching } from "./matching.ts";
import { type EvaluatedNote, octavesOf, requireIntervals } from "./notes.ts";
import type { FiguresOnly, MaybeSteps, WithSteps } from "./steps.ts";

/** How notes are compared. */
export type NoteFOptions = {
  /** The farthest that an onset may be from the reference's, in seconds. Default 0.05. */
  onsetTolerance?: number;
  /** The farthest that a pitch may be from the reference's, in cents. Default 50. */
  pitchTolerance?: number;
  /** The farthest that an offset may be, as a part of the reference note's length; null: ends do not count. Default 0.2. */
  offsetRatio?: number | null;
  /** What an offset may be off at least, however short the note, in seconds. Default 0.05. */
  offsetMinTolerance?: number;
  /** True: a deviation just as large as allowed is wrong. Default false. */
  strict?: boolean;
  /** How much recall counts against precision in F. Default 1. */
  beta?: number;
};

/** How well two lists of notes agree. */
export type NoteF = FMeasure & {
  /** Of matched notes, the mean of the time in both by the time in either. 0 where none match. */
  averageOverlapRatio: number;
};

/**
 * Precision, recall and F-measure of transcribed notes, and how well right ones overlap with the reference
 * (mir_eval.transcription.precision_recall_f1_overlap). A note is right when its onset is within 50 ms, its pitch
 * within 50 cents and its offset within 20 % of the length (50 ms at least) of a reference note that no other stands
 * for; of all pairings one with most pairs counts. `offsetRatio: null` leaves ends out. Times are compared to a tenth
 * of a millisecond; of pitches just 50 cents apart, rounding decides. Where either list is empty, all are 0. With
 * `steps`, also `matching`.
 *
 * Throws when a note begins before 0 s, does not end after it begins, or has no pitch above 0 Hz.
 *
 * @param reference the true notes, in any order
 * @param estimated the notes found, in any order
 * @example
 * const reference = [{onset: 0, offset: 0.5, midi: 60}, {onset: 0.5, offset: 1, midi: 64}];
 * const estimated = [{onset: 0.01, offset: 0.3, midi: 60}, {onset: 0.5, offset: 1, midi: 63.8}];
 * display(music.noteF(reference, estimated));
 * display(music.noteF(reference, estimated, {offsetRatio: null}));
 */
export function noteF(
  reference: readonly EvaluatedNote[],
  estimated: readonly EvaluatedNote[],
  options?: NoteFOptions & FiguresOnly,
): NoteF;
export function noteF(
  reference: readonly EvaluatedNote[],
  estimated: readonly EvaluatedNote[],
  options: NoteFOptions & WithSteps,
): NoteF & { matching: Matching };
export function noteF(
  reference: readonly EvaluatedNote[],
  estimated: readonly EvaluatedNote[],
  options: NoteFOptions & MaybeSteps = {},
): NoteF & { matching?: Matching } {
  const { beta = 1, steps = false } = options;
  requirePositive(beta, "beta", "noteF");
  const matching = noteMatching("noteF", reference, estimated, options);
  const figures = noteFigures(reference, estimated, matching, beta);
  return steps ? { ...figures, matching } : figures;
}

/** The figures of a matching. */
export function noteFigures(
  reference: readonly EvaluatedNote[],
  estimated: readonly EvaluatedNote[],
  matching: Matching,
  beta: number,
): NoteF {
  let overlap = 0;
  for (const [i, j] of matching.right) {
    const [a, b] = [reference[i], estimated[j]];
    const shared = Math.min(a.offset, b.offset) - Math.max(a.onset, b.onset);
    overlap += shared / (Math.max(a.offset, b.offset) - Math.min(a.onset, b.onset));
  }
  const averageOverlapRatio = matching.right.length === 0 ? 0 : overlap / matching.right.length;
  return { ...fMeasureOf(matching, beta), averageOverlapRatio };
}

/** The largest matching of notes by onset, pitch and, unless `offsetRatio` is null, offset. */
export function noteMatching(
  caller: string,
  reference: readonly EvaluatedNote[],
  estimated: readonly EvaluatedNote[],
  options: NoteFOptions,
): Matching {
  const { onsetTolerance = 0.05, pitchTolerance = 50, offsetRatio = 0.2 } = options;
  const { offsetMinTolerance = 0.05, strict = false } = options;
  requireIntervals(reference, "reference", caller);
  requireIntervals(estimated, "estimated", caller);
  requireNotNegative(onsetTolerance, "onsetTolerance", caller);
  requireNotNegative(pitchTolerance, "pitchTolerance", caller);
  if (offsetRatio !== null) requireNotNegative(offsetRatio, "offsetRatio", caller);
  requireNotNegative(offsetMinTolerance, "offsetMinTolerance", caller);
  const octaves = octavesOf(reference, "reference", caller);
  const estimatedOctaves = octavesOf(estimated, "estimated", caller);
  return matchNotes(reference, estimated, (i, j) => {
    const [a, b] = [reference[i], estimated[j]];
    if (!within(secondsApart(a.onset, b.onset), onsetTolerance, strict)) return false;
    if (!within(Math.abs(1200 * (octaves[i] - estimatedOctaves[j])), pitchTolerance, strict)) return false;
    if (offsetRatio === null) return true;
    const tolerance = Math.max(offsetRatio * (a.offset - a.onset), offsetMinTolerance);
    return within(secondsApart(a.offset, b.offset), tolerance, strict);
  });
}
