// Different strokes of one drum correlate up to 0.9965 in these kits; the same recording, only louder or cut
// elsewhere, above 0.9996.
const SAME_RECORDING = 0.999;

/**
 * Finds recordings that are the same stroke, whatever their level: twin → the recording that stays. The last in
 * order stays: the hardest stroke of an instrument, where the layers go from soft to hard.
 */
export function findTwins<T extends { stroke: Float64Array }>(recordings: T[]): Map<T, T> {
  const twins = new Map<T, T>();
  for (let i = recordings.length - 1; i >= 0; i--) {
    if (twins.has(recordings[i])) continue;
    for (let j = i - 1; j >= 0; j--) {
      if (twins.has(recordings[j])) continue;
      if (correlation(recordings[i].stroke, recordings[j].stroke) > SAME_RECORDING) {
        twins.set(recordings[j], recordings[i]);
      }
    }
  }
  return twins;
}

function correlation(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
