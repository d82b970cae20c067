import type { Labels } from "../base/labels.ts";
import { checkedClusterings } from "./checked-clusterings.ts";
import { contingency } from "./contingency.ts";

/**
 * How far two groupings of the same rows agree, whatever the groups are called: of all pairs of rows, how many are
 * together in both or apart in both, less what chance would give (Hubert and Arabie, 1985). 1 is the same
 * grouping, 0 is chance. Throws when the lengths differ or there is nothing.
 *
 * @param labelsTrue the true groups
 * @param labelsPred the groups that were found, in the same order
 * @example
 * metrics.adjustedRand(["kick", "kick", "tom", "tom"], [1, 1, 0, 2])
 */
export function adjustedRand(labelsTrue: Labels, labelsPred: Labels): number {
  const pairs = checkedClusterings("adjustedRand", labelsTrue, labelsPred);
  const counts = contingency(pairs);
  const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + value * value, 0);
  const n = labelsTrue.length;
  const inBoth = squares(counts.pairs.map(({ count }) => count));
  const together = inBoth - n;
  const onlyTrue = squares(counts.rows) - inBoth;
  const onlyPred = squares(counts.cols) - inBoth;
  const apart = n * n - onlyTrue - onlyPred - inBoth;
  if (onlyTrue === 0 && onlyPred === 0) return 1;
  const byTrue = (together + onlyTrue) * (onlyTrue + apart);
  const byPred = (together + onlyPred) * (onlyPred + apart);
  return (2 * (together * apart - onlyTrue * onlyPred)) / (byTrue + byPred);
}
