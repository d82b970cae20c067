/** Ellis's beats as librosa finds them: the frames, the best sum up to each frame, and the beat before. */
export type PlainBeats = {
  beats: number[];
  local: Float64Array;
  cumulative: Float64Array;
  previous: Int32Array;
};

/** librosa.beat's dynamic programming, with `trim`, on an onset curve: beats `period` frames apart. */
export function plainBeats(onsets: Float64Array, period: number, tightness: number): PlainBeats {
  const local = localScore(onsets, period);
  const { cumulative, previous } = bestSums(local, period, tightness);
  const chain: number[] = [];
  for (let t = lastBeat(cumulative); t >= 0; t = previous[t]) chain.push(t);
  return { beats: trimmed(local, chain.reverse()), local, cumulative, previous };
}

/** The curve, in standard deviations, through a Gaussian of a 32nd of a period. */
function localScore(onsets: Float64Array, period: number): Float64Array {
  const count = onsets.length;
  let mean = 0;
  for (const value of onsets) mean += value / count;
  let square = 0;
  for (const value of onsets) square += (value - mean) ** 2 / Math.max(1, count - 1);
  const deviation = Math.sqrt(square) || 1;
  const out = new Float64Array(count);
  for (let t = 0; t < count; t++) {
    for (let d = -period; d <= period; d++) {
      const value = onsets[t + d];
      if (value) out[t] += (value / deviation) * Math.exp(-0.5 * ((32 * d) / period) ** 2);
    }
  }
  return out;
}

function bestSums(local: Float64Array, period: number, tightness: number) {
  const cumulative = new Float64Array(local.length);
  const previous = new Int32Array(local.length).fill(-1);
  const threshold = 0.01 * local.reduce((most, value) => Math.max(most, value), 0);
  const nearest = Math.max(1, halfEven(period / 2));
  let first = true;
  for (let t = 0; t < local.length; t++) {
    let best = -Infinity;
    let from = -1;
    for (let d = 2 * period; d >= nearest; d--) {
      const before = t >= d ? cumulative[t - d] : 0;
      const value = before - tightness * Math.log(d / period) ** 2;
      if (value > best) {
        best = value;
        from = t - d;
      }
    }
    cumulative[t] = local[t] + best;
    if (first && local[t] < threshold) continue;
    first = false;
    previous[t] = Math.max(-1, from);
  }
  return { cumulative, previous };
}

/** The last local maximum that is at least half as good as the middle one of them. */
function lastBeat(cumulative: Float64Array): number {
  const peaks: number[] = [];
  for (let t = 1; t < cumulative.length; t++) {
    const next = t + 1 < cumulative.length ? cumulative[t + 1] : cumulative[t];
    if (cumulative[t] > cumulative[t - 1] && cumulative[t] >= next) peaks.push(t);
  }
  const values = Float64Array.from(peaks, (t) => cumulative[t]).sort();
  const middle = values.length >> 1;
  const median = values.length % 2 === 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  return peaks.findLast((t) => 2 * cumulative[t] > median) ?? -1;
}

/** Without weak beats at the ends: those whose score, smoothed over five beats, is not above half its effective value. */
function trimmed(local: Float64Array, beats: number[]): number[] {
  const weights = [0.5, 1, 0.5];
  const smooth = beats.map((_, i) =>
    weights.reduce((sum, weight, k) => sum + weight * (local[beats[i + k - 1]] ?? 0), 0),
  );
  const square = smooth.reduce((sum, value) => sum + value ** 2, 0) / Math.max(1, smooth.length);
  const threshold = 0.5 * Math.sqrt(square);
  const from = smooth.findIndex((value) => value > threshold);
  const to = smooth.findLastIndex((value) => value > threshold);
  return from < 0 ? [] : beats.slice(from, to + 1);
}

/** The nearest whole number, the even one of two (Python's round). */
function halfEven(x: number): number {
  const below = Math.floor(x);
  return x - below === 0.5 ? below + (below % 2) : Math.round(x);
}
