import { beatVariations, type MetricVariation, metricVariations } from "./beat-variations.ts";
import { requireEvents, requireNotNegative } from "./events.ts";
import { nearestEvent } from "./nearest.ts";
import type { FiguresOnly, MaybeSteps, WithSteps } from "./steps.ts";

/** When a beat counts as right. */
export type ContinuityOptions = {
  /** How far from the beat, as a part of the interval between beats. Default 0.175. */
  continuityPhaseThreshold?: number;
  /** How far the interval may be from the reference's, as a part of that. Default 0.175. */
  continuityPeriodThreshold?: number;
};

/** Which part of the beats was followed, from 0 to 1. */
export type Continuity = {
  /** Correct metrical level, continuous: the longest run of right beats. */
  cmlc: number;
  /** Correct metrical level, total: all right beats. */
  cmlt: number;
  /** Any metrical level, continuous: the same at the best of five levels. */
  amlc: number;
  /** Any metrical level, total: the same at the best of five levels. */
  amlt: number;
};

/** For each level of the metre, which estimated beats were right. */
export type ContinuitySteps = Continuity & { right: Record<MetricVariation, boolean[]> };

/**
 * Which part of the beats a tracker followed: CMLc, CMLt, AMLc, AMLt (mir_eval.beat.continuity; Davies, Degara and
 * Plumbley, tech. report C4DM-TR-09-06, 2009). A beat is right when it is near a reference beat that is not used yet
 * and the step to it is as long as the reference's. "Any level" takes the best of the beats as they are, off the
 * beat, twice as many, and every second one. Where either list has fewer than two beats, all are 0. With `steps`,
 * also `right`. The first 5 s are usually left out before: see trimBeats.
 *
 * Throws when times are not in increasing order or above 30,000 s.
 *
 * @param reference the true beats, in seconds
 * @param estimated the beats found, in seconds
 * @example
 * const beats = Array.from({length: 20}, (_, i) => 5 + i / 2);
 * music.continuity(beats, beats.map((beat) => beat + 0.25)) // always off the beat
 */
export function continuity(
  reference: ArrayLike<number>,
  estimated: ArrayLike<number>,
  options?: ContinuityOptions & FiguresOnly,
): Continuity;
export function continuity(
  reference: ArrayLike<number>,
  estimated: ArrayLike<number>,
  options: ContinuityOptions & WithSteps,
): ContinuitySteps;
export function continuity(
  reference: ArrayLike<number>,
  estimated: ArrayLike<number>,
  options: ContinuityOptions & MaybeSteps = {},
): Continuity | ContinuitySteps {
  const { continuityPhaseThreshold = 0.175, continuityPeriodThreshold = 0.175, steps = false } = options;
  requireEvents(reference, "reference", "continuity");
  requireEvents(estimated, "estimated", "continuity");
  requireNotNegative(continuityPhaseThreshold, "continuityPhaseThreshold", "continuity");
  requireNotNegative(continuityPeriodThreshold, "continuityPeriodThreshold", "continuity");
  const enough = reference.length > 1 && estimated.length > 1;
  const variations = beatVariations(reference);
  const right = {} as Record<MetricVariation, boolean[]>;
  const continuous: number[] = [];
  const total: number[] = [];
  for (const name of metricVariations) {
    right[name] = enough
      ? rightBeats(variations[name], estimated, continuityPhaseThreshold, continuityPeriodThreshold)
      : new Array<boolean>(estimated.length).fill(false);
    const places = Math.max(variations[name].length, estimated.length, 1);
    continuous.push(longestRun(right[name]) / places);
    total.push(right[name].filter(Boolean).length / places);
  }
  const figures = {
    cmlc: continuous[0],
    cmlt: total[0],
    amlc: Math.max(...continuous),
    amlt: Math.max(...total),
  };
  return steps ? { ...figures, right } : figures;
}

/** Which of the estimated beats (two at least) are near a beat that no earlier one took, at the right pace. */
function rightBeats(
  reference: Float64Array,
  estimated: ArrayLike<number>,
  maxPhase: number,
  maxPeriod: number,
): boolean[] {
  const used = new Uint8Array(reference.length);
  return Array.from(estimated, (beat, m) => {
    const nearest = nearestEvent(reference, beat);
    if (used[nearest] === 1) return false;
    // The step to this beat; for the first ones, which have none before them, the step from it.
    const first = m === 0 || nearest === 0;
    const interval = first ? stepFrom(reference, nearest) : reference[nearest] - reference[nearest - 1];
    const estimatedInterval = first ? stepFrom(estimated, m) : beat - estimated[m - 1];
    const distance = Math.abs(beat - reference[nearest]);
    // Two beats at one time: mir_eval gives them a phase of 1, and a period of 0 where the estimate has two as well.
    const phase = interval === 0 ? (distance === 0 ? 1 : Infinity) : distance / interval;
    const period =
      interval === 0 ? (estimatedInterval === 0 ? 0 : Infinity) : Math.abs(1 - estimatedInterval / interval);
    const right = phase < maxPhase && period < maxPeriod;
    if (right) used[nearest] = 1;
    return right;
  });
}

/** The interval that begins at beat `i`; at the last one, the interval that ends there; 0 where there is one beat. */
function stepFrom(beats: ArrayLike<number>, i: number): number {
  if (i + 1 < beats.length) return beats[i + 1] - beats[i];
  return i > 0 ? beats[i] - beats[i - 1] : 0;
}

/** How many times in a row, at most, it is true. */
function longestRun(flags: boolean[]): number {
  let longest = 0;
  let run = 0;
  for (const flag of flags) {
    run = flag ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
