import { requirePositive } from "../base/signal.ts";
import { requireNotNegative } from "./events.ts";
import type { FiguresOnly, MaybeSteps, WithSteps } from "./steps.ts";

/** How tempi are compared. */
export type TempoAccuracyOptions = {
  /** The largest deviation, as a part of the tempo it is compared with. Default 0.04, which is 4 %. */
  tolerance?: number;
};

/** The other tempi that listeners may tap to: multiples of the true one. */
const metricLevels = [1, 2, 3, 1 / 2, 1 / 3];

/**
 * 1 when the estimated tempo is within 4 % of the true one, else 0 (accuracy 1 of Gouyon et al., IEEE Trans. Audio,
 * Speech and Language Processing 14, 2006, and of MIREX). The mean over many pieces is the accuracy of a method.
 *
 * Throws when the reference is not above 0 or the estimate is below it.
 *
 * @param reference the true tempo, in beats a minute
 * @param estimated the tempo found, in beats a minute; 0 when none was
 * @example
 * [118, 60].map((bpm) => music.tempoAccuracy1(120, bpm))
 */
export function tempoAccuracy1(
  reference: number,
  estimated: number,
  options: TempoAccuracyOptions = {},
): number {
  return matchedLevel("tempoAccuracy1", reference, estimated, [1], options) === null ? 0 : 1;
}

/**
 * 1 when the estimated tempo is within 4 % of the true one, or of its double, triple, half or third, else 0
 * (accuracy 2 of Gouyon et al., 2006, and of MIREX): it forgives tapping at another level of the metre. With `steps`,
 * `{accuracy, factor}`, where `factor` is the multiple that was met, or null.
 *
 * Throws when the reference is not above 0 or the estimate is below it.
 *
 * @param reference the true tempo, in beats a minute
 * @param estimated the tempo found, in beats a minute; 0 when none was
 * @example
 * [118, 60, 100].map((bpm) => music.tempoAccuracy2(120, bpm))
 */
export function tempoAccuracy2(
  reference: number,
  estimated: number,
  options?: TempoAccuracyOptions & FiguresOnly,
): number;
export function tempoAccuracy2(
  reference: number,
  estimated: number,
  options: TempoAccuracyOptions & WithSteps,
): { accuracy: number; factor: number | null };
export function tempoAccuracy2(
  reference: number,
  estimated: number,
  options: TempoAccuracyOptions & MaybeSteps = {},
): number | { accuracy: number; factor: number | null } {
  const factor = matchedLevel("tempoAccuracy2", reference, estimated, metricLevels, options);
  const accuracy = factor === null ? 0 : 1;
  return options.steps ? { accuracy, factor } : accuracy;
}

/** The first of `levels` whose multiple of the reference the estimate meets, or null. */
function matchedLevel(
  caller: string,
  reference: number,
  estimated: number,
  levels: number[],
  { tolerance = 0.04 }: TempoAccuracyOptions,
): number | null {
  requirePositive(reference, "reference", caller);
  requireNotNegative(estimated, "estimated", caller);
  requireNotNegative(tolerance, "tolerance", caller);
  const met = levels.find(
    (level) => Math.abs(estimated - level * reference) <= tolerance * level * reference,
  );
  return met ?? null;
}
