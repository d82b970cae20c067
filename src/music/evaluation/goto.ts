import { requireEvents, requireNotNegative } from "./events.ts";

/** When a piece counts as followed. */
export type GotoOptions = {
  /** The error, as a part of half a beat, above which a beat is wrong; below 1. Default 0.35. */
  gotoThreshold?: number;
  /** The mean error of right beats must be below this. Default 0.2. */
  gotoMu?: number;
  /** The standard deviation of their errors must be below this. Default 0.2. */
  gotoSigma?: number;
};

/**
 * Goto's score: 1 when the estimated beats follow the reference for at least a quarter of the piece without a break,
 * with little error on average and little scatter, else 0 (mir_eval.beat.goto; Goto and Muraoka, IJCAI workshop on
 * Computational Auditory Scene Analysis, 1997). Where either list is empty it is 0.
 *
 * Throws when times are not in increasing order or above 30,000 s.
 *
 * @param reference the true beats, in seconds
 * @param estimated the beats found, in seconds
 * @example
 * const beats = Array.from({length: 20}, (_, i) => 5 + i / 2);
 * display(music.goto(beats, beats.map((beat) => beat + 0.03)));
 * display(music.goto(beats, beats.map((beat) => beat + 0.1)));
 */
export function goto(
  reference: ArrayLike<number>,
  estimated: ArrayLike<number>,
  options: GotoOptions = {},
): number {
  const { gotoThreshold = 0.35, gotoMu = 0.2, gotoSigma = 0.2 } = options;
  requireEvents(reference, "reference", "goto");
  requireEvents(estimated, "estimated", "goto");
  requireNotNegative(gotoThreshold, "gotoThreshold", "goto");
  if (gotoThreshold >= 1) {
    throw new RangeError(
      `goto: gotoThreshold is ${gotoThreshold}; it must be below 1, or no beat could be wrong.`,
    );
  }
  requireNotNegative(gotoMu, "gotoMu", "goto");
  requireNotNegative(gotoSigma, "gotoSigma", "goto");
  if (reference.length === 0 || estimated.length === 0) return 0;
  const errors = beatErrors(reference, estimated);
  const track = longestTrack(errors, gotoThreshold);
  // Of fewer than two errors there is no scatter, and so no evidence.
  if (track.length < 2) return 0;
  const mean = average(track);
  const meanError = average(track.map(Math.abs));
  const deviation = Math.sqrt(
    track.reduce((sum, error) => sum + (error - mean) ** 2, 0) / (track.length - 1),
  );
  return meanError < gotoMu && deviation < gotoSigma ? 1 : 0;
}

/**
 * The error of each reference beat: how far the one estimated beat around it is away, as a part of half the interval
 * to its neighbour. 1 where there is none or more than one, and for the first and the last beat.
 */
function beatErrors(reference: ArrayLike<number>, estimated: ArrayLike<number>): Float64Array {
  const errors = new Float64Array(reference.length).fill(1);
  const beats = Float64Array.from(estimated);
  for (let n = 1; n < reference.length - 1; n++) {
    const before = 0.5 * (reference[n] - reference[n - 1]);
    const after = 0.5 * (reference[n + 1] - reference[n]);
    const around = beats.filter((beat) => beat >= reference[n] - before && beat < reference[n] + after);
    if (around.length !== 1) continue;
    const offset = around[0] - reference[n];
    errors[n] = offset / (offset < 0 ? before : after);
  }
  return errors;
}

/** The errors of the longest run of right beats, with the wrong ones at its ends; none where it is too short. */
function longestTrack(errors: Float64Array, threshold: number): Float64Array {
  const wrong = Array.from(errors.keys()).filter((n) => Math.abs(errors[n]) > threshold);
  // Only the first and the last, which always are: mir_eval leaves out one more at the end.
  if (wrong.length < 3) return errors.slice(wrong[0] + 1, Math.max(0, wrong[wrong.length - 1] - 1));
  let longest = 0;
  for (let k = 1; k + 1 < wrong.length; k++) {
    if (wrong[k + 1] - wrong[k] > wrong[longest + 1] - wrong[longest]) longest = k;
  }
  const length = wrong[longest + 1] - wrong[longest];
  if (!(length - 1 > 0.25 * (errors.length - 2))) return new Float64Array(0);
  return errors.slice(wrong[longest], wrong[longest + 1] + 1);
}

function average(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
