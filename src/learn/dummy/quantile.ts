/** The quantile `part` (0 to 1) of some numbers, between two of them by linear interpolation. */
export function quantileOf(values: Float64Array, part: number): number {
  const sorted = values.slice().sort();
  const place = part * (sorted.length - 1);
  const before = Math.floor(place);
  const low = sorted[before]!;
  const high = sorted[Math.min(before + 1, sorted.length - 1)]!;
  // From the nearer end, so that both ends are met exactly.
  const share = place - before;
  return share < 0.5 ? low + (high - low) * share : high - (high - low) * (1 - share);
}

/** The first of the sorted numbers at which the weights so far reach `part` (0 to 1) of all; one that has weight. */
export function weightedQuantile(values: Float64Array, weights: Float64Array, part: number): number {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  let total = 0;
  for (const i of order) total += weights[i]!;
  let sum = 0;
  for (const i of order) {
    sum += weights[i]!;
    if (sum > 0 && sum >= part * total) return values[i]!;
  }
  return values[order.at(-1)!]!;
}
