/** For each of the times `at`, the index of the frame whose time is nearest; both lists increase. */
export function nearestFrames(times: number[], at: number[]): number[] {
  let i = 0;
  return at.map((time) => {
    while (i + 1 < times.length && Math.abs(times[i + 1] - time) <= Math.abs(times[i] - time)) i++;
    return i;
  });
}
