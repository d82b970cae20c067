import { Matrix } from "./matrix.ts";

/**
 * The logarithms of the probabilities that add up to 1 in each row and are in proportion to e to the power of
 * `scores` (rows × width). Works on `scores` itself. Throws, naming the row, when a row has no finite score.
 */
export function logProbabilities(scores: Float64Array, width: number): Matrix {
  for (let at = 0; at < scores.length; at += width) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < width; c++) largest = Math.max(largest, scores[at + c]!);
    // Less the largest, so that no power is too large or all too small.
    let total = 0;
    for (let c = 0; c < width; c++) total += Math.exp(scores[at + c]! - largest);
    const log = largest + Math.log(total);
    for (let c = 0; c < width; c++) scores[at + c] = scores[at + c]! - log;
  }
  return new Matrix(scores, scores.length / width, width);
}

/** The probabilities that these are the logarithms of; works on `logs` itself. */
export function exponentials(logs: Matrix): Matrix {
  const { data } = logs;
  for (let i = 0; i < data.length; i++) data[i] = Math.exp(data[i]!);
  return logs;
}

/** Throws, naming the row, when there is one whose scores (rows × width) say nothing: none is finite, or one is NaN. */
export function checkScores(scores: Float64Array, width: number): void {
  for (let at = 0; at < scores.length; at += width) {
    let finite = false;
    for (let c = 0; c < width; c++) {
      const score = scores[at + c]!;
      // -Infinity is the score of a class that has no weight at all.
      if (Number.isFinite(score)) finite = true;
      else if (score !== Number.NEGATIVE_INFINITY) throw tooFar(at / width);
    }
    if (!finite) throw tooFar(at / width);
  }
}

function tooFar(row: number): RangeError {
  return new RangeError(
    `X: row ${row} is so far from all training rows that its probabilities cannot be computed: look for a wrong value in it`,
  );
}
