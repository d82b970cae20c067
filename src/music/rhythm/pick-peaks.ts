/** How peaks are picked, in frames. */
export type PeakSettings = {
  /** Frames before that must not be higher. */
  preMax: number;
  /** Frames after that must not be higher. */
  postMax: number;
  /** Frames before that are averaged for the threshold. */
  preAvg: number;
  /** Frames after that are averaged for the threshold. */
  postAvg: number;
  /** How far above that average a peak must be. */
  delta: number;
  /** Frames that must pass after a peak before the next. */
  wait: number;
};

/**
 * The frames of the peaks of `novelty` (Böck, Krebs and Schedl, ISMIR 2012; librosa.util.peak_pick): a peak is the
 * greatest of the frames from preMax before to postMax after it, at least `delta` above the mean of the frames from
 * preAvg before to postAvg after it, and more than `wait` frames after the last.
 */
export function pickPeaks(novelty: Float64Array, settings: PeakSettings, threshold: Float64Array): number[] {
  const { preMax, postMax, preAvg, postAvg, delta, wait } = settings;
  const count = novelty.length;
  const peaks: number[] = [];
  for (let t = 0; t < count; t++) {
    // Summed anew each time, so that a stream, which knows only these, finds the same to the last bit.
    const from = Math.max(0, t - preAvg);
    const to = Math.min(count, t + postAvg + 1);
    let sum = 0;
    for (let i = from; i < to; i++) sum += novelty[i];
    threshold[t] = sum / (to - from) + delta;
    if (novelty[t] < threshold[t] || novelty[t] <= 0) continue;
    if (peaks.length > 0 && t - peaks[peaks.length - 1] <= wait) continue;
    let greatest = true;
    const end = Math.min(count - 1, t + postMax);
    for (let i = Math.max(0, t - preMax); i <= end && greatest; i++) greatest = novelty[i] <= novelty[t];
    if (greatest) peaks.push(t);
  }
  return peaks;
}
