import type { Matrix } from "../base/matrix.ts";
import { pairwiseSum } from "../base/pairwise-sum.ts";

/** What a round of AdaBoost says of its classifier, and how the rows count in the next round (null: there is none). */
export type Round = {
  /** The share, by weight, of rows that are wrong. */
  error: number;
  /** How much the classifier counts. */
  weight: number;
  next: Float64Array | null;
};

/** What is judged: the classes predicted for the rows and the true ones, and how much the rows counted. */
export type Judged = {
  predicted: Int32Array;
  codes: Int32Array;
  classCount: number;
  weights: Float64Array;
  learningRate: number;
};

/** SAMME.R: rows gain weight by how improbable their class was said to be. */
export function realRound(judged: Judged, probabilities: Matrix): Round {
  const { codes, classCount, weights, learningRate } = judged;
  const error = errorOf(judged);
  if (error <= 0) return { error: 0, weight: 1, next: null };
  const next = weights.slice();
  const terms = new Float64Array(classCount);
  for (let i = 0; i < codes.length; i++) {
    for (let c = 0; c < classCount; c++) {
      const probability = Math.max(Number.EPSILON, probabilities.data[i * classCount + c]!);
      terms[c] = (c === codes[i] ? 1 : -1 / (classCount - 1)) * Math.log(probability);
    }
    const gain = -learningRate * ((classCount - 1) / classCount) * pairwiseSum(terms);
    if (weights[i]! > 0 || gain < 0) next[i] = weights[i]! * Math.exp(gain);
  }
  return { error, weight: 1, next };
}

/** SAMME: wrong rows gain weight, all the same; null when the classifier is no better than guessing. */
export function discreteRound(judged: Judged): Round | null {
  const { predicted, codes, classCount, weights, learningRate } = judged;
  const error = errorOf(judged);
  if (error <= 0) return { error: 0, weight: 1, next: null };
  if (error >= 1 - 1 / classCount) return null;
  const weight = learningRate * (Math.log((1 - error) / error) + Math.log(classCount - 1));
  const next = weights.map((value, i) =>
    value > 0 && predicted[i] !== codes[i] ? Math.exp(Math.log(value) + weight) : value,
  );
  return { error, weight, next };
}

function errorOf({ predicted, codes, weights }: Judged): number {
  const wrong = weights.map((weight, i) => (predicted[i] === codes[i] ? 0 : weight));
  return pairwiseSum(wrong) / pairwiseSum(weights);
}

/** What a classifier's probabilities, rows × classes, say for each class in SAMME.R: logarithms, less their mean. */
export function realVotes({ data, rows, cols }: Matrix): Float64Array {
  const votes = new Float64Array(data.length);
  const logs = new Float64Array(cols);
  for (let i = 0; i < rows; i++) {
    for (let c = 0; c < cols; c++) logs[c] = Math.log(Math.max(Number.EPSILON, data[i * cols + c]!));
    const mean = (1 / cols) * pairwiseSum(logs);
    for (let c = 0; c < cols; c++) votes[i * cols + c] = (cols - 1) * (logs[c]! - mean);
  }
  return votes;
}
