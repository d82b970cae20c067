import { bestSetting, type Complexity, standardError, type ValidationPoint } from "./best-setting.ts";

/** Settings at one end of a validation curve that do clearly worse than the best one. */
export interface FittingZone {
  kind: "underfitting" | "overfitting";
  /** Ends on the axis: the outermost setting, and the middle between the innermost and its better neighbour. */
  ends: readonly [number, number];
  /** The setting in it that is nearest to the good ones. */
  edge: ValidationPoint;
  /** Whether the good settings have larger values than it. */
  below: boolean;
}

function between(a: number, b: number, scale: "log" | "linear"): number {
  return scale === "log" ? Math.sqrt(a * b) : (a + b) / 2;
}

/**
 * Where a model underfits and where it overfits: the settings beyond all that come within one standard error of the
 * best validation score. On the simple side it underfits if it knows its training samples less well than the best
 * model does; on the complex side it overfits if the gap between its scores is wider.
 *
 * @param points all settings of a complete curve, by rising value
 */
export function fittingZones(
  points: readonly ValidationPoint[],
  complexity: Complexity,
  scale: "log" | "linear",
): FittingZone[] {
  const scored = points.filter((point) => Number.isFinite(point.validationScore));
  const best = bestSetting(scored, "max", complexity);
  if (!best) return [];
  const enough = best.validationScore! - standardError(best);
  const good = scored.map((point) => point.validationScore! >= enough);
  const gap = ({ trainScore = Number.NaN, validationScore = Number.NaN }: ValidationPoint) =>
    trainScore - validationScore;
  const zone = (outer: number, edge: number, next: number): FittingZone[] => {
    if (edge < 0 || edge >= scored.length) return [];
    const below = edge < next;
    const [end, last, neighbour] = [scored[outer]!, scored[edge]!, scored[next]!];
    const simple = below === (complexity === "rising");
    const fits = simple ? end.trainScore! < best.trainScore! : gap(end) > gap(best);
    if (!fits) return [];
    const inner = between(last.value, neighbour.value, scale);
    const ends = below ? ([end.value, inner] as const) : ([inner, end.value] as const);
    return [{ kind: simple ? "underfitting" : "overfitting", ends, edge: last, below }];
  };
  const [first, last] = [good.indexOf(true), good.lastIndexOf(true)];
  return [...zone(0, first - 1, first), ...zone(scored.length - 1, last + 1, last)];
}
