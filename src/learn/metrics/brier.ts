import { type Label, type Labels, uniqueLabels } from "../base/labels.ts";
import { Matrix } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { shown } from "../base/shown.ts";
import { checkProbabilities } from "./check-probabilities.ts";
import { checkPair, metricWeights, weightedMean } from "./checked.ts";
import { checkedScores } from "./score-ranking.ts";

/**
 * The mean squared difference between the probability of one class and what came true (1 or 0): 0 is perfect,
 * 0.25 is always saying one half (Brier, 1950). Throws when the lengths differ, a probability is outside 0 to 1,
 * there are more than two classes, or the class is not told.
 *
 * @param yTrue the true classes
 * @param yProba for each row the probability of the class `posLabel`
 * @example
 * metrics.brier(["tom", "kick", "kick"], [0.1, 0.9, 0.6], {posLabel: "kick"})
 */
export function brier(
  yTrue: Labels,
  yProba: ArrayLike<number> | Matrix,
  options: {
    /** The class whose probabilities these are; of numbers the greater one unless given. */
    posLabel?: Label | null;
    /** For each row how much it counts, 0 or more; all the same unless given. */
    sampleWeight?: ArrayLike<number> | null;
  } = {},
): number {
  checkOptions("brier", ["posLabel", "sampleWeight"], options);
  const probabilities = checkedScores(yProba, "yProba");
  checkPair("brier", yTrue, probabilities, "yProba");
  checkProbabilities("brier", new Matrix(probabilities, probabilities.length, 1));
  const weights = metricWeights(options.sampleWeight, yTrue.length);
  const sought = checkedPositive(uniqueLabels(yTrue, "yTrue"), options.posLabel);
  const squares = probabilities.map((value, i) => ((yTrue[i] === sought ? 1 : 0) - value) ** 2);
  return weightedMean(squares, weights);
}

function checkedPositive(classes: readonly Label[], posLabel: Label | null | undefined): Label {
  const names = classes.map(shown).join(" or ");
  if (classes.length > 2) throw new RangeError(`brier is for two classes, but yTrue has ${classes.length}`);
  if (posLabel == null) {
    if (typeof classes[0] === "string") {
      throw new RangeError(`brier needs to know whose probabilities they are: give posLabel, ${names}`);
    }
    // A lone 0 or -1 is the usual "no".
    return classes.length === 1 && (classes[0] === 0 || classes[0] === -1) ? 1 : classes[classes.length - 1]!;
  }
  if (typeof posLabel !== typeof classes[0] || (classes.length === 2 && !classes.includes(posLabel))) {
    throw new RangeError(`brier: posLabel must be ${names}, as in yTrue, but it is ${shown(posLabel)}`);
  }
  return posLabel;
}
