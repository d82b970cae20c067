import { couple } from "./couple.ts";
import { probability, type Sigmoid } from "./sigmoid.ts";

// In all of these `values` has, row after row, a number for each pair of classes (0-1, 0-2, …, 1-2, …) that speaks
// for the first of the two when it is above 0.

const pairsOf = (classes: number) => (classes * (classes - 1)) / 2;

/** The votes that each class gets: rows × classes. */
export function votesOf(values: Float64Array, classes: number): Float64Array {
  const rows = values.length / pairsOf(classes);
  const votes = new Float64Array(rows * classes);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let i = 0; i < classes; i++) {
      for (let j = i + 1; j < classes; j++, at++) {
        const winner = row * classes + (values[at]! > 0 ? i : j);
        votes[winner] = votes[winner]! + 1;
      }
    }
  }
  return votes;
}

/** As `votesOf`, but less than a third more or less by how clearly they were won. (Here a value of 0 is for the first.) */
export function confidences(values: Float64Array, classes: number): Float64Array {
  const rows = values.length / pairsOf(classes);
  const result = new Float64Array(rows * classes);
  const sums = new Float64Array(classes);
  for (let row = 0, at = 0; row < rows; row++) {
    sums.fill(0);
    for (let i = 0; i < classes; i++) {
      for (let j = i + 1; j < classes; j++, at++) {
        const value = values[at]!;
        sums[i] = sums[i]! + value;
        sums[j] = sums[j]! - value;
        const winner = row * classes + (value < 0 ? j : i);
        result[winner] = result[winner]! + 1;
      }
    }
    for (let c = 0; c < classes; c++) {
      const sum = sums[c]!;
      result[row * classes + c] = result[row * classes + c]! + sum / (3 * (Math.abs(sum) + 1));
    }
  }
  return result;
}

/** The probability of each class, that of a pair not below `least`: rows × classes. */
export function pairProbabilities(
  values: Float64Array,
  sigmoids: readonly Sigmoid[],
  classes: number,
  least: number,
): Float64Array {
  const rows = values.length / pairsOf(classes);
  const result = new Float64Array(rows * classes);
  const pairs = new Float64Array(classes * classes);
  for (let row = 0, at = 0; row < rows; row++) {
    let pair = 0;
    for (let i = 0; i < classes; i++) {
      for (let j = i + 1; j < classes; j++, at++, pair++) {
        const likely = Math.min(Math.max(probability(sigmoids[pair]!, values[at]!), least), 1 - least);
        pairs[i * classes + j] = likely;
        pairs[j * classes + i] = 1 - likely;
      }
    }
    result.set(couple(pairs, classes), row * classes);
  }
  return result;
}
