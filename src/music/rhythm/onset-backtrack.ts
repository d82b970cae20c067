/**
 * For each of the `peaks` of a curve, the last low point before it, where it begins to rise
 * (librosa.onset.onset_backtrack). Where there is none, the beginning. Throws when a peak is not a place of the curve.
 *
 * @param peaks places in the curve, in increasing order
 * @param novelty the curve
 * @example
 * music.onsetBacktrack([4], [0, 2, 1, 3, 5, 1])
 */
export function onsetBacktrack(peaks: ArrayLike<number>, novelty: ArrayLike<number>): number[] {
  return Array.from(peaks, (peak) => {
    if (!(Number.isInteger(peak) && peak >= 0 && peak < novelty.length)) {
      throw new RangeError(
        `onsetBacktrack: a peak is ${peak}; it must be a place of novelty, which has ${novelty.length} values.`,
      );
    }
    let t = Math.min(peak, novelty.length - 2);
    while (t > 0 && !(novelty[t] <= novelty[t - 1] && novelty[t] < novelty[t + 1])) t--;
    return Math.max(0, t);
  });
}
