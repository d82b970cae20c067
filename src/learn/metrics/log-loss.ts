import { type Label, type Labels, uniqueLabels } from "../base/labels.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { shown } from "../base/shown.ts";
import { checkedNumbers } from "../base/targets.ts";
import { checkProbabilities } from "./check-probabilities.ts";
import { checkPair, metricWeights, weightedMean } from "./checked.ts";
import { checkedChosen, encodedAs } from "./chosen-labels.ts";

/** Probabilities are kept this far from 0 and 1, whose logarithm would be infinite. */
const LEAST = Number.EPSILON;

/**
 * The mean of −ln(the probability that was given to what is true): 0 is perfect, ln(number of classes) is
 * guessing, and a confident error costs much. Probabilities are kept 2.2e-16 away from 0 and 1, then each row is
 * divided by its sum. Throws when the lengths differ, one is outside 0 to 1, or there is only one class.
 *
 * @param yTrue the true classes
 * @param yProba the probabilities, a row for each sample and a column for each class (sorted); or, of two
 *   classes, only those of the greater one
 * @example
 * metrics.logLoss(["kick", "tom", "tom"], [[0.9, 0.1], [0.2, 0.8], [0.6, 0.4]])
 */
export function logLoss(
  yTrue: Labels,
  yProba: MatrixLike | ArrayLike<number>,
  options: {
    /** The classes of the columns, sorted, where not all of them are in `yTrue`. */
    labels?: readonly Label[] | null;
    /** For each row how much it counts, 0 or more; all the same unless given. */
    sampleWeight?: ArrayLike<number> | null;
  } = {},
): number {
  checkOptions("logLoss", ["labels", "sampleWeight"], options);
  const { labels, sampleWeight } = options;
  checkPair("logLoss", yTrue, yProba instanceof Matrix ? { length: yProba.rows } : yProba, "yProba");
  const weights = metricWeights(sampleWeight, yTrue.length);
  const isList = typeof (yProba as ArrayLike<unknown>)[0] === "number";
  const list = isList ? checkedNumbers(yProba as ArrayLike<number>, "yProba") : null;
  const given = list ? new Matrix(list, list.length, 1) : Matrix.from(yProba as MatrixLike, "yProba");
  checkProbabilities("logLoss", given);
  const table = given.cols === 1 ? ofBoth(given) : given;
  const there = uniqueLabels(labels ?? yTrue, labels ? "labels" : "yTrue");
  if (there.length < 2) {
    throw new RangeError(
      `logLoss needs at least two classes, but there is only ${shown(there[0])}: name all of them, by labels`,
    );
  }
  const codes = encodedAs("logLoss", yTrue, checkedChosen("logLoss", yTrue, labels, table.cols));
  const losses = new Float64Array(table.rows);
  for (let i = 0; i < table.rows; i++) {
    let sum = 0;
    for (const probability of table.row(i)) sum += clipped(probability);
    losses[i] = -Math.log(clipped(table.row(i)[codes[i]!]!) / sum);
  }
  return weightedMean(losses, weights);
}

function clipped(probability: number): number {
  return Math.min(Math.max(probability, LEAST), 1 - LEAST);
}

/** The probabilities of both classes, from those of the second. */
function ofBoth({ data, rows }: Matrix): Matrix {
  const both = new Float64Array(2 * rows);
  for (let i = 0; i < rows; i++) {
    both[2 * i + 1] = clipped(data[i]!);
    both[2 * i] = 1 - both[2 * i + 1]!;
  }
  return new Matrix(both, rows, 2);
}
