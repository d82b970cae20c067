/**
 * For each of the `peaks` of a curve, the last low point before it, where it begins to rise
 * (librosa.onset.onset_backtrack). Where there is none, the beginning.
 *
 * @param peaks numbers of values, in increasing order
 * @param novelty the curve
 * @example
 * music.onsetBacktrack([4], [0, 2, 1, 3, 5, 1])
 */
export function onsetBacktrack(peaks: ArrayLike<number>, novelty: ArrayLike<number>): number[] {
  return Array.from(peaks, (peak) => {
    let t = Math.min(peak, novelty.length - 2);
    while (t > 0 && !(novelty[t] <= novelty[t - 1] && novelty[t] < novelty[t + 1])) t--;
    return Math.max(0, t);
  });
}
