/** The place of the event nearest to `time`; of two equally near, the earlier one. There is at least one. */
export function nearestEvent(events: ArrayLike<number>, time: number): number {
  // Sorted, so that it is one of the two on either side.
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (events[middle] < time) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return 0;
  const distance = (i: number) => Math.abs(time - events[i]);
  if (low < events.length && distance(low) < distance(low - 1)) return low;
  // The first of several that are just as near.
  let nearest = low - 1;
  while (nearest > 0 && distance(nearest - 1) === distance(nearest)) nearest--;
  return nearest;
}
