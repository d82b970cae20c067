// How far before and after a moment its level is looked at, in seconds.
const BESIDE_SECONDS = 0.05;
const APART_FRAMES = 6;
const BEFORE_END_FRAMES = 4;
// What is 40 dB below the loudest moment might as well be silence.
const RANGE_DB = 40;

/** How much the level rises about each frame: the most of the next 0.05 s against the least of the last 0.05 s, in dB. */
export function levelRise(level: Float64Array, hopSeconds: number): Float64Array {
  const beside = Math.max(1, Math.round(BESIDE_SECONDS / hopSeconds));
  const floor = level.reduce((most, value) => Math.max(most, value), -Infinity) - RANGE_DB;
  return level.map((_, t) => {
    let [low, high] = [Infinity, -Infinity];
    for (let u = Math.max(0, t - beside); u <= t; u++) low = Math.min(low, level[u]);
    for (let u = t; u < Math.min(level.length, t + beside); u++) high = Math.max(high, level[u]);
    return Math.max(0, high - Math.max(low, floor));
  });
}

/** The frames in which a note that is held from `start` to `end` is begun: its first, and where it is struck again. */
export function strokes(
  rise: Float64Array,
  start: number,
  end: number,
  againDb: number,
  hopSeconds: number,
): number[] {
  const beside = Math.max(1, Math.round(BESIDE_SECONDS / hopSeconds));
  const found = [start];
  for (let t = start + APART_FRAMES; t < end - BEFORE_END_FRAMES; t++) {
    if (rise[t] <= againDb) continue;
    let steepest = t;
    for (let u = t; u < Math.min(end, t + 2 * beside); u++) if (rise[u] > rise[steepest]) steepest = u;
    if (steepest - found[found.length - 1] > APART_FRAMES) found.push(steepest);
    t = steepest + beside;
  }
  return found;
}
