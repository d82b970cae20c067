/**
 * The positions 0 to n - 1 in an order that covers the range at once and then fills it in: the first, the last,
 * the middle, the quarters, and so on.
 */
export function coarseFirst(n: number): number[] {
  const order = new Set<number>();
  for (let parts = 1; order.size < n; parts *= 2) {
    for (let i = 0; i <= parts; i++) order.add(Math.round((i * (n - 1)) / parts));
  }
  return [...order];
}
