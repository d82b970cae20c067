import type { FrequencyScale } from "./frequency-scale.ts";

/** A place in a spectrum. */
export interface SpectrumPoint {
  hz: number;
  /** Below the loudest. */
  db: number;
}

/**
 * The points of a spectrum that a drawing of so many pixels shows: of those in one pixel, the loudest.
 *
 * @param points by rising frequency
 */
export function visiblePoints(
  points: readonly SpectrumPoint[],
  scale: FrequencyScale,
  pixels: number,
): SpectrumPoint[] {
  const kept: SpectrumPoint[] = [];
  let pixel = Number.NaN;
  for (const point of points) {
    if (point.hz < scale.low || point.hz > scale.high) continue;
    const at = Math.floor(scale.position(point.hz) * pixels);
    if (at !== pixel) kept.push(point);
    else if (point.db > kept.at(-1)!.db) kept[kept.length - 1] = point;
    pixel = at;
  }
  return kept;
}

/**
 * The loudest peaks, between the frequencies by interpolation, each above all within an eighth of an octave of it, so that the feet of one peak are no others.
 *
 * @param points by rising frequency
 * @param count how many, the loudest first
 * @param floorDb peaks below this level do not count
 */
export function spectrumPeaks(
  points: readonly SpectrumPoint[],
  count: number,
  floorDb: number,
): SpectrumPoint[] {
  const reach = 2 ** (1 / 8);
  const highest = (point: SpectrumPoint, i: number) => {
    if (!(point.db > floorDb) || point.hz <= 0) return false;
    for (let j = i - 1; j >= 0 && points[j]!.hz * reach >= point.hz; j--)
      if (points[j]!.db >= point.db) return false;
    for (let j = i + 1; j < points.length && points[j]!.hz <= point.hz * reach; j++)
      if (points[j]!.db > point.db) return false;
    // The ends of the axis are no peaks.
    return i > 0 && i < points.length - 1 && points[i - 1]!.db < point.db && points[i + 1]!.db <= point.db;
  };
  return points
    .flatMap((point, i) => (highest(point, i) ? [refined(points, i)] : []))
    .toSorted((a, b) => b.db - a.db)
    .slice(0, count);
}

/** The top of the parabola through a peak and its neighbours, which are as far apart (Smith, PARSHL, 1987). */
function refined(points: readonly SpectrumPoint[], i: number): SpectrumPoint {
  const [before, peak, after] = [points[i - 1]!, points[i]!, points[i + 1]!];
  const curvature = before.db - 2 * peak.db + after.db;
  const offset = curvature < 0 ? (before.db - after.db) / (2 * curvature) : 0;
  return {
    hz: peak.hz + (offset * (after.hz - before.hz)) / 2,
    db: peak.db - ((before.db - after.db) * offset) / 4,
  };
}
