import { encodeLabels, type Labels } from "../base/labels.ts";
import { checkOptions } from "../base/options.ts";
import { RandomState } from "../random-state.ts";
import { accuracy } from "./accuracy.ts";
import { checkPair } from "./checked.ts";

/** An accuracy and the interval within which it would stay, `level` of the time, with other groups of the kind. */
export type Interval = {
  /** The accuracy, 0 to 1. */
  score: number;
  /** The lower end of the interval. */
  low: number;
  /** The upper end. */
  high: number;
  /** How sure it is, 0.95 unless asked otherwise. */
  level: number;
};

/**
 * The accuracy of predictions with an interval by resampling whole groups (kits, players): rows of one group
 * stand or fall together, so resampling single rows would give an interval that is too narrow. Without `groups`
 * every row is a group of its own.
 *
 * The percentile bootstrap (Efron, 1979): `draws` times as many groups as there are, drawn with replacement.
 * The same `randomState` gives the same interval. `yPred` may have null for rows never held out: they are left
 * out. Throws when lengths differ or nothing was predicted.
 *
 * @param yTrue the true classes
 * @param yPred what was predicted, in the same order
 * @param groups the group of each row, such as its kit
 * @example
 * const truth = ["kick", "kick", "tom", "tom"];
 * metrics.groupedInterval(truth, ["kick", "tom", "tom", "tom"], ["kit 1", "kit 1", "kit 2", "kit 2"])
 */
export function groupedInterval(
  yTrue: Labels,
  yPred: ArrayLike<number | string | null>,
  groups?: Labels | null,
  options: {
    /** How sure the interval is to hold it. */
    level?: number;
    /** How often groups are drawn. */
    draws?: number;
    /** The seed of the draws. */
    randomState?: number;
  } = {},
): Interval {
  checkOptions("groupedInterval", ["level", "draws", "randomState"], options);
  const { level = 0.95, draws = 1000, randomState = 0 } = options;
  checkPair("groupedInterval", yTrue, yPred);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be between 0 and 1, but it is ${level}`);
  if (!Number.isInteger(draws) || draws < 1) {
    throw new RangeError(`draws must be a whole number of at least 1, but it is ${draws}`);
  }
  if (groups) checkPair("groupedInterval", yTrue, groups, "groups");
  const held = Array.from(yTrue, (_, row) => row).filter((row) => yPred[row] !== null);
  const groupOf = groups
    ? encodeLabels(
        held.map((row) => groups[row]!),
        "groups",
      ).codes
    : held.map((_, i) => i);
  const score = accuracy(
    held.map((row) => yTrue[row]!),
    held.map((row) => yPred[row]!),
  );

  const sizes: number[] = [];
  const rights: number[] = [];
  for (const [i, row] of held.entries()) {
    const group = groupOf[i]!;
    sizes[group] = (sizes[group] ?? 0) + 1;
    rights[group] = (rights[group] ?? 0) + (yTrue[row] === yPred[row] ? 1 : 0);
  }
  const random = new RandomState(randomState);
  const scores = Float64Array.from({ length: draws }, () => {
    let size = 0;
    let right = 0;
    for (let i = 0; i < sizes.length; i++) {
      const group = random.integers(0, sizes.length);
      size += sizes[group]!;
      right += rights[group]!;
    }
    return right / size;
  }).sort();
  return { score, low: quantile(scores, (1 - level) / 2), high: quantile(scores, (1 + level) / 2), level };
}

/** The value below which a share of `sorted` lies, interpolated linearly between neighbours (numpy's default). */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const next = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return sorted[below]! + (at - below) * (next - sorted[below]!);
}
