/** Where an α is: at 0, between, or at its upper bound. */
export const AT_LOWER = 0;
export const FREE = 1;
export const AT_UPPER = 2;

/** The mean slope of the first `count` variables that are free; if none is, the middle of what the others allow. */
export function middleSlope(slope: Float64Array, y: Int8Array, status: Uint8Array, count: number): number {
  let free = 0;
  let sum = 0;
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const value = slope[i]!;
    if (status[i] === FREE) {
      free++;
      sum += value;
    } else if ((status[i] === AT_UPPER) === (y[i] === 1)) least = Math.max(least, value);
    else most = Math.min(most, value);
  }
  return free > 0 ? sum / free : (most + least) / 2;
}
