/**
 * Makes of the logarithms of densities, rows × k, each component's part of the row (its responsibility), in place,
 * and returns the logarithm of the sum of each row.
 */
export function normalise(logs: Float64Array, k: number): Float64Array {
  const sums = new Float64Array(logs.length / k);
  for (let i = 0; i < sums.length; i++) {
    const first = i * k;
    let most = logs[first]!;
    for (let at = first + 1; at < first + k; at++) most = Math.max(most, logs[at]!);
    let sum = 0;
    for (let at = first; at < first + k; at++) sum += Math.exp(logs[at]! - most);
    sums[i] = most + Math.log(sum);
    for (let at = first; at < first + k; at++) logs[at] = Math.exp(logs[at]! - sums[i]!);
  }
  return sums;
}

/** The mean of some numbers, at least one. */
export function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
