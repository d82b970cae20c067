/** One setting of a model and how it did; what is not known yet is missing. */
export interface ValidationPoint {
  value: number;
  trainScore?: number;
  validationScore?: number;
  /** The validation score of every fold. */
  foldScores?: readonly number[];
  /** An interval for the validation score, where one was worked out; it goes before the folds'. */
  interval?: readonly [number, number];
}

/** Whether a model becomes more complex or simpler as the parameter grows. */
export type Complexity = "rising" | "falling";

const intervalWidthInErrors = 2 * 1.96;

/** Standard error of a validation score: of the folds' mean, or read off a 95 % interval; 0 when neither is there. */
export function standardError({ foldScores, interval }: ValidationPoint): number {
  if (interval) return (interval[1] - interval[0]) / intervalWidthInErrors;
  if (!foldScores || foldScores.length < 2) return 0;
  const n = foldScores.length;
  const mean = foldScores.reduce((sum, score) => sum + score, 0) / n;
  const squares = foldScores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return Math.sqrt(squares / (n - 1) / n);
}

/**
 * The setting to choose from a validation curve.
 *
 * "max" takes the highest validation score, the simpler model on a tie. "one-standard-error" takes the simplest
 * model whose score is at most one standard error of the best one below it (Breiman et al. 1984, section 3.4.3).
 *
 * @returns its point, or undefined while no point has a validation score
 */
export function bestSetting(
  points: readonly ValidationPoint[],
  rule: "max" | "one-standard-error",
  complexity: Complexity,
): ValidationPoint | undefined {
  const scored = points.filter((point) => Number.isFinite(point.validationScore));
  const direction = complexity === "rising" ? 1 : -1;
  scored.sort((a, b) => direction * (a.value - b.value));
  let best = scored[0];
  for (const point of scored) if (point.validationScore! > best!.validationScore!) best = point;
  if (!best || rule === "max") return best;
  const enough = best.validationScore! - standardError(best);
  return scored.find((point) => point.validationScore! >= enough);
}
