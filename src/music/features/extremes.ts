const LEAP = 16;

/**
 * Puts the least of values[start … end − 1] into `least`, the greatest into `greatest`, `count` of each, in order from
 * the outermost. Most values are passed over at the first look.
 */
export function extremes(
  values: Float64Array,
  start: number,
  end: number,
  count: number,
  least: Float64Array,
  greatest: Float64Array,
): void {
  const last = count - 1;
  least.fill(Infinity, 0, count);
  greatest.fill(-Infinity, 0, count);
  // In leaps: where values fall or rise steadily, as spectra do, each would otherwise be a new extreme.
  for (let first = start; first < start + LEAP; first++) {
    for (let i = first; i < end; i += LEAP) {
      const value = values[i];
      if (value < least[last]) {
        let place = last;
        for (; place > 0 && least[place - 1] > value; place--) least[place] = least[place - 1];
        least[place] = value;
      }
      if (value > greatest[last]) {
        let place = last;
        for (; place > 0 && greatest[place - 1] < value; place--) greatest[place] = greatest[place - 1];
        greatest[place] = value;
      }
    }
  }
}
