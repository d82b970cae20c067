/** What a decision "the score is at least the threshold" gets right and wrong. */
export interface ThresholdCounts {
  /** Of the class sought, found. */
  hits: number;
  /** Of the class sought, not found. */
  misses: number;
  /** Of the others, taken for it. */
  falseAlarms: number;
  /** Of the others, left alone. */
  leftAlone: number;
}

/** Counts the four kinds of answers at a threshold. */
export function thresholdCounts(
  positive: readonly boolean[],
  scores: readonly number[],
  threshold: number,
): ThresholdCounts {
  const counts = { hits: 0, misses: 0, falseAlarms: 0, leftAlone: 0 };
  for (const [i, sought] of positive.entries()) {
    const found = scores[i]! >= threshold;
    if (sought) counts[found ? "hits" : "misses"] += 1;
    else counts[found ? "falseAlarms" : "leftAlone"] += 1;
  }
  return counts;
}

/** A bar of a histogram: its ends on the axis, how many values it holds, and their share of all. */
export interface Bar {
  from: number;
  to: number;
  count: number;
  share: number;
}

/** A histogram with bars of equal width between two ends; a value at the upper end belongs to the last bar. */
export function histogram(
  values: readonly number[],
  [low, high]: readonly [number, number],
  bins: number,
): Bar[] {
  const width = (high - low) / bins;
  const bars = Array.from({ length: bins }, (_, i) => {
    return { from: low + i * width, to: low + (i + 1) * width, count: 0, share: 0 };
  });
  for (const value of values) {
    const bar = bars[Math.min(bins - 1, Math.floor((value - low) / width))];
    if (bar) bar.count += 1;
  }
  return bars.map((bar) => ({ ...bar, share: bar.count / Math.max(1, values.length) }));
}
