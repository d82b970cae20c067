import type { Labels } from "../base/labels.ts";
import { checkedClusterings } from "./checked-clusterings.ts";
import { contingency } from "./contingency.ts";

/**
 * How much one grouping of rows tells about another, whatever the groups are called: their mutual information,
 * divided by the mean of their entropies. 1 where each tells all of the other, 0 where nothing. Unlike
 * `adjustedRand` it is not corrected for chance. Throws when the lengths differ or there is nothing.
 *
 * @param labelsTrue the true groups
 * @param labelsPred the groups that were found, in the same order
 * @example
 * metrics.normalizedMutualInfo(["kick", "kick", "tom", "tom"], [1, 1, 0, 2])
 */
export function normalizedMutualInfo(labelsTrue: Labels, labelsPred: Labels): number {
  const { pairs, rows, cols } = contingency(
    checkedClusterings("normalizedMutualInfo", labelsTrue, labelsPred),
  );
  const [ofTrue, ofPred] = [entropy(rows), entropy(cols)];
  if (ofTrue === 0 && ofPred === 0) return 1;
  if (ofTrue === 0 || ofPred === 0) return 0;
  const n = labelsTrue.length;
  let shared = 0;
  for (const { row, col, count } of pairs) {
    const share = count / n;
    const term =
      share * (Math.log(count) - Math.log(n)) + share * (2 * Math.log(n) - Math.log(rows[row]! * cols[col]!));
    // What is only rounding counts as nothing.
    if (Math.abs(term) >= Number.EPSILON) shared += term;
  }
  return Math.max(shared, 0) / ((ofTrue + ofPred) / 2);
}

/** The entropy of groups of these sizes, in nats. */
function entropy(sizes: readonly number[]): number {
  const there = sizes.filter((size) => size > 0);
  if (there.length === 1) return 0;
  const n = there.reduce((sum, size) => sum + size, 0);
  return -there.reduce((sum, size) => sum + (size / n) * (Math.log(size) - Math.log(n)), 0);
}
