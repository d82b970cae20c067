import { type Matching, maximumMatching } from "./matching.ts";

/**
 * The largest matching of reference and estimated times that are at most `window` seconds apart (mir_eval's
 * match_events). Both are sorted.
 */
export function matchEvents(
  reference: ArrayLike<number>,
  estimated: ArrayLike<number>,
  window: number,
): Matching {
  const references: number[][] = [];
  const order: number[] = [];
  let from = 0;
  for (let j = 0; j < estimated.length; j++) {
    // These two sums, not the distance, are what mir_eval compares: they decide about events just at the edge.
    const earliest = estimated[j] - window;
    const latest = estimated[j] + window;
    while (from < reference.length && reference[from] < earliest) from++;
    const near: number[] = [];
    for (let i = from; i < reference.length && reference[i] <= latest; i++) near.push(i);
    references.push(near);
    if (near.length > 0) order.push(j);
  }
  return maximumMatching({ order, references }, reference.length, estimated.length);
}
