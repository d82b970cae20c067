/** How the values of a table become whole numbers of steps. */
export type Scale = {
  cols: number;
  /** The middle of every column, which becomes 0. */
  middles: Float64Array;
  /** The width of a step. */
  step: number;
  /** The largest number of steps from a middle. */
  most: number;
};

/** Below this a squared distance could lose digits by underflow. */
const LEAST_RANGE = 2 ** -480;

/** Steps so wide that a product of two rows stays within `mostProduct`; null when the rows are too much alike. */
export function scaleFor(data: Float64Array, rows: number, cols: number, mostProduct: number): Scale | null {
  const { middles, range } = middlesOf(data, rows, cols);
  if (!(range > LEAST_RANGE)) return null;
  const most = Math.floor(Math.sqrt(mostProduct / cols));
  return { cols, middles, step: range / most, most };
}

/** The middle between the smallest and the largest value of each column, and half the widest range. */
function middlesOf(data: Float64Array, rows: number, cols: number): { middles: Float64Array; range: number } {
  const least = data.slice(0, cols);
  const largest = data.slice(0, cols);
  for (let i = 1, at = cols; i < rows; i++) {
    for (let j = 0; j < cols; j++, at++) {
      const value = data[at]!;
      if (value < least[j]!) least[j] = value;
      if (value > largest[j]!) largest[j] = value;
    }
  }
  let range = 0;
  const middles = least.map((low, j) => low / 2 + largest[j]! / 2);
  for (let j = 0; j < cols; j++) {
    range = Math.max(range, largest[j]! - middles[j]!, middles[j]! - least[j]!);
  }
  return { middles, range };
}

/** Writes the row that begins at `at` as whole steps, from `to` on; returns how far, in steps, the row is from those. */
export function toSteps(
  { cols, middles, step, most }: Scale,
  data: Float64Array,
  at: number,
  steps: Int16Array,
  to: number,
): number {
  const perUnit = 1 / step;
  let squared = 0;
  for (let j = 0; j < cols; j++) {
    const exact = (data[at + j]! - middles[j]!) * perUnit;
    const value = Math.max(-most, Math.min(most, Math.floor(exact + 0.5)));
    steps[to + j] = value;
    squared += (exact - value) * (exact - value);
  }
  return Math.sqrt(squared);
}

/** The squared length of a row of whole steps. */
export function squaredLength(steps: Int16Array, at: number, cols: number): number {
  let sum = 0;
  for (let j = at; j < at + cols; j++) sum += steps[j]! * steps[j]!;
  return sum;
}
