import { requireEvents, requireNotNegative } from "./events.ts";
import { fMeasureOf } from "./f-measure.ts";
import { matchEvents } from "./match-events.ts";
import type { Matching } from "./matching.ts";
import type { FiguresOnly, MaybeSteps, WithSteps } from "./steps.ts";

/** How beats are compared. */
export type BeatFMeasureOptions = {
  /** The farthest that a beat may be from the one it stands for, in seconds. Default 0.07. */
  fMeasureThreshold?: number;
};

/**
 * The F-measure of estimated beats, from 0 to 1: one is right when it lies within `fMeasureThreshold` of a reference
 * beat that no other stands for (mir_eval.beat.f_measure). Where either list is empty it is 0. With `steps`,
 * `{fMeasure, precision, recall, matching}`. The first 5 s are usually left out before: see trimBeats.
 *
 * Throws when times are not in increasing order or above 30,000 s.
 *
 * @param reference the true beats, in seconds
 * @param estimated the beats found, in seconds
 * @example
 * music.beatFMeasure([5, 5.5, 6, 6.5], [5.02, 5.6, 6.01, 6.5])
 */
export function beatFMeasure(
  reference: ArrayLike<number>,
  estimated: ArrayLike<number>,
  options?: BeatFMeasureOptions & FiguresOnly,
): number;
export function beatFMeasure(
  reference: ArrayLike<number>,
  estimated: ArrayLike<number>,
  options: BeatFMeasureOptions & WithSteps,
): BeatFMeasureSteps;
export function beatFMeasure(
  reference: ArrayLike<number>,
  estimated: ArrayLike<number>,
  options: BeatFMeasureOptions & MaybeSteps = {},
): number | BeatFMeasureSteps {
  const { fMeasureThreshold = 0.07, steps = false } = options;
  requireEvents(reference, "reference", "beatFMeasure");
  requireEvents(estimated, "estimated", "beatFMeasure");
  requireNotNegative(fMeasureThreshold, "fMeasureThreshold", "beatFMeasure");
  const matching = matchEvents(reference, estimated, fMeasureThreshold);
  const figures = fMeasureOf(matching);
  return steps ? { ...figures, matching } : figures.fMeasure;
}

/** What beatFMeasure tells with `steps`. */
export type BeatFMeasureSteps = { fMeasure: number; precision: number; recall: number; matching: Matching };
