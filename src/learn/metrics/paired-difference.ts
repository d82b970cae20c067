import type { Labels } from "../base/labels.ts";
import { checkPair } from "./checked.ts";
import { BELL_95 } from "./wilson-interval.ts";

/** How two who answered the same questions compare. */
export type PairedDifference = {
  /** Accuracy of the first less that of the second. */
  difference: number;
  /** The lower end of the interval of the difference. */
  low: number;
  /** The upper end. When 0 lies between both, the answers do not show who is better. */
  high: number;
  /** How sure the interval is: 0.95. */
  level: number;
  /** How often both were right, only the first, only the second, and neither. */
  counts: { both: number; first: number; second: number; neither: number };
  /**
   * How likely it is, if both were equally good, that the questions that only one got right fall at least as
   * unevenly as they did: a coin thrown for each of them. 1 when there is none.
   */
  pValue: number;
};

/**
 * Compares two who answered the same questions: two models, or a model and a listener. Only the questions that one
 * got right and the other wrong tell them apart, so their scores are not compared as if they were asked different
 * ones. The interval of the difference is that of Bonett and Price (2012), which is never empty; `pValue` is that of
 * the exact test of McNemar (1947). Rows are taken as independent of each other.
 *
 * Throws when lengths differ or there is no question.
 *
 * @param yTrue the true classes
 * @param first what the first answered, in the same order
 * @param second what the second answered
 * @example
 * const truth = ["kick", "kick", "snare", "tom", "tom"];
 * display(metrics.pairedDifference(truth, ["kick", "tom", "snare", "tom", "tom"], ["kick", "kick", "tom", "kick", "tom"]));
 */
export function pairedDifference(yTrue: Labels, first: Labels, second: Labels): PairedDifference {
  checkPair("pairedDifference", yTrue, first, "first");
  checkPair("pairedDifference", yTrue, second, "second");
  const counts = { both: 0, first: 0, second: 0, neither: 0 };
  const n = yTrue.length;
  for (let i = 0; i < n; i++) {
    const [a, b] = [first[i] === yTrue[i], second[i] === yTrue[i]];
    counts[a && b ? "both" : a ? "first" : b ? "second" : "neither"]++;
  }
  // One more of each kind of disagreement keeps the interval from closing where there was none.
  const [a, b] = [(counts.first + 1) / (n + 2), (counts.second + 1) / (n + 2)];
  const half = BELL_95 * Math.sqrt((a + b - (a - b) ** 2) / (n + 2));
  return {
    difference: (counts.first - counts.second) / n,
    low: Math.max(-1, a - b - half),
    high: Math.min(1, a - b + half),
    level: 0.95,
    counts,
    pValue: coinTest(counts.first, counts.second),
  };
}

/** The probability that a fair coin thrown `a + b` times falls at least as unevenly as `a` to `b`. */
function coinTest(a: number, b: number): number {
  const n = a + b;
  let probability = 0.5 ** n;
  let tail = 0;
  for (let k = 0; k <= Math.min(a, b); k++) {
    tail += probability;
    probability *= (n - k) / (k + 1);
  }
  return Math.min(1, 2 * tail);
}
