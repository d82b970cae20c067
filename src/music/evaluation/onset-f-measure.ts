import { requireEvents, requireNotNegative } from "./events.ts";
import { type FMeasure, fMeasureOf } from "./f-measure.ts";
import { matchEvents } from "./match-events.ts";
import type { Matching } from "./matching.ts";
import type { FiguresOnly, MaybeSteps, WithSteps } from "./steps.ts";

/** How onsets are compared. */
export type OnsetFMeasureOptions = {
  /** The farthest that an onset may be from the one it stands for, in seconds. Default 0.05. */
  window?: number;
};

/**
 * Precision, recall and F-measure of estimated onsets: one is right when it lies within `window` of a reference
 * onset that no other stands for; of all pairings the one with most pairs counts (mir_eval.onset.f_measure). Where
 * either list is empty, all are 0. With `steps`, also `matching`.
 *
 * Throws when times are not in increasing order or above 30,000 s.
 *
 * @param reference the true onsets, in seconds
 * @param estimated the onsets found, in seconds
 * @example
 * const {matching, ...figures} = music.onsetFMeasure([0.5, 1, 1.5], [0.51, 1.2, 1.49], {steps: true});
 * display(figures);
 * display(matching);
 */
export function onsetFMeasure(
  reference: ArrayLike<number>,
  estimated: ArrayLike<number>,
  options?: OnsetFMeasureOptions & FiguresOnly,
): FMeasure;
export function onsetFMeasure(
  reference: ArrayLike<number>,
  estimated: ArrayLike<number>,
  options: OnsetFMeasureOptions & WithSteps,
): FMeasure & { matching: Matching };
export function onsetFMeasure(
  reference: ArrayLike<number>,
  estimated: ArrayLike<number>,
  options: OnsetFMeasureOptions & MaybeSteps = {},
): FMeasure & { matching?: Matching } {
  const { window = 0.05, steps = false } = options;
  requireEvents(reference, "reference", "onsetFMeasure");
  requireEvents(estimated, "estimated", "onsetFMeasure");
  requireNotNegative(window, "window", "onsetFMeasure");
  const matching = matchEvents(reference, estimated, window);
  const figures = fMeasureOf(matching);
  return steps ? { ...figures, matching } : figures;
}
