/**
 * Where the part that is seen has to begin so that a time is in it: where it is, if the time is seen already, else a
 * tenth of a page before the time.
 *
 * @param from where it begins now, in seconds
 * @param across how much is seen
 * @param last where it can begin at the latest
 */
export function pageOf(seconds: number, from: number, across: number, last: number): number {
  if (seconds >= from && seconds <= from + across) return from;
  return Math.min(last, Math.max(0, seconds - across / 10));
}
