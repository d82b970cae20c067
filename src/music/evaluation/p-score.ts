import { requireEvents, requireNotNegative } from "./events.ts";
import { roundHalfEven } from "./round.ts";

/** How beats are compared. */
export type PScoreOptions = {
  /** How far a beat may be away, as a part of the median interval between reference beats. Default 0.2. */
  pScoreThreshold?: number;
};

/** Times are compared in hundredths of a second. */
const ticksPerSecond = 100;

/**
 * McKinney's P-score: the pairs of reference and estimated beats that are within a fifth of a beat of each other, by
 * the number of beats in the longer list (mir_eval.beat.p_score; McKinney et al., Journal of New Music Research 36,
 * 2007). Where either list has fewer than two beats, or all reference beats fall together, it is 0.
 *
 * Throws when times are not in increasing order or above 30,000 s.
 *
 * @param reference the true beats, in seconds
 * @param estimated the beats found, in seconds
 * @example
 * music.pScore([5, 5.5, 6, 6.5], [5.02, 5.6, 6.01, 6.7])
 */
export function pScore(
  reference: ArrayLike<number>,
  estimated: ArrayLike<number>,
  options: PScoreOptions = {},
): number {
  const { pScoreThreshold = 0.2 } = options;
  requireEvents(reference, "reference", "pScore");
  requireEvents(estimated, "estimated", "pScore");
  requireNotNegative(pScoreThreshold, "pScoreThreshold", "pScore");
  if (reference.length < 2 || estimated.length < 2) return 0;
  const start = Math.min(reference[0], estimated[0]);
  const referenceTicks = ticksOf(reference, start);
  const estimatedTicks = ticksOf(estimated, start);
  if (referenceTicks.length < 2) return 0;
  const window = roundHalfEven(pScoreThreshold * medianInterval(referenceTicks));
  let pairs = 0;
  let first = 0;
  for (const tick of referenceTicks) {
    while (first < estimatedTicks.length && estimatedTicks[first] < tick - window) first++;
    for (let j = first; j < estimatedTicks.length && estimatedTicks[j] <= tick + window; j++) pairs++;
  }
  return pairs / Math.max(reference.length, estimated.length);
}

/** The hundredths of a second, counted from `start`, in which there is a beat: each once, as in a train of pulses. */
function ticksOf(beats: ArrayLike<number>, start: number): number[] {
  return [...new Set(Array.from(beats, (beat) => Math.ceil((beat - start) * ticksPerSecond)))];
}

function medianInterval(ticks: number[]): number {
  const intervals = Float64Array.from(ticks.slice(1), (tick, i) => tick - ticks[i]).sort();
  const middle = intervals.length >> 1;
  return intervals.length % 2 === 1 ? intervals[middle] : (intervals[middle - 1] + intervals[middle]) / 2;
}
