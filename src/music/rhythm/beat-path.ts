/** The best chain of beats through a curve. */
export type BeatPath = {
  /** The frames of the beats. */
  beats: number[];
  /** The value of the best chain that ends in each frame. */
  cumulative: Float64Array;
  /** The beat before, in that chain; −1 for none. */
  previous: Int32Array;
};

/** So many beats go on in silence: the last note of a piece may be long. */
const BEATS_ON = 4;
/** What counts as something that happens, as a share of the greatest value. */
const EVENT = 0.1;

/**
 * Beats that fall on high values of the curve and keep their distance (Ellis, J. New Music Research 36, 2007): the
 * chain with the greatest sum of values less tightness × ln²(distance / period) for each distance, from half a period
 * to two. A chain whose value is not above 0 begins anew; the last beat is the best of the last period of the sound, or
 * of the fourth after the last thing that happens.
 */
export function beatPath(curve: Float64Array, period: number, tightness: number): BeatPath {
  const frames = curve.length;
  const cumulative = new Float64Array(frames);
  const previous = new Int32Array(frames).fill(-1);
  const shortest = Math.max(1, Math.round(period / 2));
  const longest = Math.max(shortest, Math.round(2 * period));
  const cost = Float64Array.from(
    { length: longest + 1 },
    (_, d) => tightness * Math.log(Math.max(1, d) / period) ** 2,
  );
  for (let t = 0; t < frames; t++) {
    let best = 0;
    let from = -1;
    const last = Math.min(longest, t);
    for (let d = shortest; d <= last; d++) {
      const value = cumulative[t - d] - cost[d];
      if (value > best) {
        best = value;
        from = t - d;
      }
    }
    cumulative[t] = curve[t] + best;
    previous[t] = from;
  }
  const over = Math.min(frames, lastEvent(curve) + Math.round(BEATS_ON * period));
  let end = over - 1;
  for (let t = Math.max(0, over - Math.round(period)); t < over; t++) {
    if (cumulative[t] > cumulative[end]) end = t;
  }
  const beats: number[] = [];
  for (let t = end; t >= 0; t = previous[t]) beats.push(t);
  return { beats: beats.reverse(), cumulative, previous };
}

/** The last frame with a tenth of the greatest value. */
function lastEvent(curve: Float64Array): number {
  const least = EVENT * curve.reduce((most, value) => Math.max(most, value), 0);
  let t = curve.length - 1;
  while (t > 0 && curve[t] < least) t--;
  return t;
}
