import type { Criterion, Parts, Scanned } from "./criterion.ts";
import { type Best, keep, sameValue } from "./split.ts";

/**
 * The mean squared distance to the mean. Sums of numbers round, and their last bit decides between equally good
 * splits, so they are added up in scikit-learn's order: to a threshold from the nearer end.
 */
export class SquaredError implements Criterion {
  readonly width = 1;
  weight = 0;
  private readonly target: Float64Array;
  private readonly weights: Float64Array;
  /** Each number times its weight. */
  private readonly weighted: Float64Array;
  private sum = 0;
  private squares = 0;

  constructor(target: Float64Array, weights: Float64Array) {
    this.target = target;
    this.weights = weights;
    this.weighted = target.map((value, row) => weights[row]! * value);
  }

  open(rows: Int32Array, start: number, end: number): void {
    const { target, weights, weighted } = this;
    let weight = 0;
    let sum = 0;
    let squares = 0;
    for (let p = start; p < end; p++) {
      const row = rows[p]!;
      weight += weights[row]!;
      sum += weighted[row]!;
      squares += weighted[row]! * target[row]!;
    }
    this.weight = weight;
    this.sum = sum;
    this.squares = squares;
  }

  impurity(): number {
    const mean = this.sum / this.weight;
    return this.squares / this.weight - mean * mean;
  }

  writeValue(into: Float64Array, at: number): void {
    into[at] = this.sum / this.weight;
  }

  part(rows: Int32Array, start: number, middle: number, end: number): Parts {
    const { target, weights, weighted, weight, sum, squares } = this;
    let leftWeight = 0;
    let leftSum = 0;
    if (middle - start <= end - middle) {
      for (let p = start; p < middle; p++) {
        leftSum += weighted[rows[p]!]!;
        leftWeight += weights[rows[p]!]!;
      }
    } else {
      leftSum = sum;
      leftWeight = weight;
      for (let p = end - 1; p >= middle; p--) {
        leftSum -= weighted[rows[p]!]!;
        leftWeight -= weights[rows[p]!]!;
      }
    }
    let leftSquares = 0;
    for (let p = start; p < middle; p++) {
      leftSquares += weighted[rows[p]!]! * target[rows[p]!]!;
    }
    const rightWeight = weight - leftWeight;
    const leftMean = leftSum / leftWeight;
    const rightMean = (sum - leftSum) / rightWeight;
    return {
      leftWeight,
      rightWeight,
      leftImpurity: leftSquares / leftWeight - leftMean * leftMean,
      rightImpurity: (squares - leftSquares) / rightWeight - rightMean * rightMean,
    };
  }

  scan({ feature, column, order, start, end, minSamplesLeaf, leastLeafWeight }: Scanned, best: Best): void {
    const { weights, weighted, weight, sum } = this;
    let at = start;
    let leftSum = 0;
    let leftWeight = 0;
    const last = end - minSamplesLeaf;
    let next = column[order[start + minSamplesLeaf - 1]!]!;
    for (let p = start + minSamplesLeaf; p <= last; p++) {
      const value = next;
      next = column[order[p]!]!;
      if (sameValue(value, next)) continue;
      if (p - at <= end - p) {
        for (; at < p; at++) {
          const row = order[at]!;
          leftSum += weighted[row]!;
          leftWeight += weights[row]!;
        }
      } else {
        leftSum = sum;
        leftWeight = weight;
        for (let q = end - 1; q >= p; q--) {
          const row = order[q]!;
          leftSum -= weighted[row]!;
          leftWeight -= weights[row]!;
        }
        at = p;
      }
      const rightWeight = weight - leftWeight;
      if (leftWeight < leastLeafWeight || rightWeight < leastLeafWeight) continue;
      const rightSum = sum - leftSum;
      const proxy = (leftSum * leftSum) / leftWeight + (rightSum * rightSum) / rightWeight;
      if (proxy > best.proxy) keep(best, feature, value, next, p - start, proxy);
    }
  }
}
