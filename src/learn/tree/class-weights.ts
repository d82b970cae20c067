import type { Criterion, Parts, Scanned } from "./criterion.ts";
import { entropy, gini, type Impurity, impurity } from "./impurity.ts";
import { type Best, keep, sameValue } from "./split.ts";

/**
 * Gini's index or the entropy of classes where weights are any numbers: sums round, and their last bit decides
 * between equally good splits, so they are added up in scikit-learn's order: to a threshold from the nearer end.
 */
export class ClassWeights implements Criterion {
  readonly width: number;
  weight = 0;
  private readonly codes: Int32Array;
  private readonly weights: Float64Array;
  private readonly kind: Impurity;
  private readonly total: Float64Array;
  private readonly left: Float64Array;
  private readonly right: Float64Array;
  private leftSquares = 0;
  private rightSquares = 0;
  /** Where the sums on the left end, and their weight. */
  private at = 0;
  private leftWeight = 0;

  constructor(codes: Int32Array, weights: Float64Array, classCount: number, kind: Impurity) {
    this.codes = codes;
    this.weights = weights;
    this.kind = kind;
    this.width = classCount;
    this.total = new Float64Array(classCount);
    this.left = new Float64Array(classCount);
    this.right = new Float64Array(classCount);
  }

  open(rows: Int32Array, start: number, end: number): void {
    const { codes, weights, total } = this;
    total.fill(0);
    this.weight = 0;
    for (let p = start; p < end; p++) {
      const row = rows[p]!;
      const code = codes[row]!;
      total[code] = total[code]! + weights[row]!;
      this.weight += weights[row]!;
    }
  }

  impurity(): number {
    return impurity(this.kind, this.total, this.weight);
  }

  writeValue(into: Float64Array, at: number): void {
    into.set(this.total, at);
  }

  part(rows: Int32Array, start: number, middle: number, end: number): Parts {
    this.reset(start);
    this.moveTo(middle, rows, end);
    const { leftWeight } = this;
    const rightWeight = this.weight - leftWeight;
    return {
      leftWeight,
      rightWeight,
      leftImpurity: this.leftImpurity(leftWeight),
      rightImpurity: this.rightImpurity(rightWeight),
    };
  }

  scan({ feature, column, order, start, end, minSamplesLeaf, leastLeafWeight }: Scanned, best: Best): void {
    this.reset(start);
    for (let p = start + minSamplesLeaf; p <= end - minSamplesLeaf; p++) {
      const value = column[order[p - 1]!]!;
      const next = column[order[p]!]!;
      if (sameValue(value, next)) continue;
      this.moveTo(p, order, end);
      const { leftWeight } = this;
      const rightWeight = this.weight - leftWeight;
      if (leftWeight < leastLeafWeight || rightWeight < leastLeafWeight) continue;
      const proxy =
        -rightWeight * this.rightImpurity(rightWeight) - leftWeight * this.leftImpurity(leftWeight);
      if (proxy > best.proxy) keep(best, feature, value, next, p - start, proxy);
    }
  }

  private leftImpurity(weight: number): number {
    return this.kind === "gini" ? gini(this.leftSquares, weight) : entropy(this.left, weight);
  }

  private rightImpurity(weight: number): number {
    return this.kind === "gini" ? gini(this.rightSquares, weight) : entropy(this.right, weight);
  }

  private reset(start: number): void {
    this.left.fill(0);
    this.right.set(this.total);
    this.leftWeight = 0;
    this.at = start;
  }

  private moveTo(position: number, rows: Int32Array, end: number): void {
    const { codes, weights, left, right, total } = this;
    let sum = this.leftWeight;
    if (position - this.at <= end - position) {
      for (let p = this.at; p < position; p++) {
        const row = rows[p]!;
        const code = codes[row]!;
        left[code] = left[code]! + weights[row]!;
        sum += weights[row]!;
      }
    } else {
      left.set(total);
      sum = this.weight;
      for (let p = end - 1; p >= position; p--) {
        const row = rows[p]!;
        const code = codes[row]!;
        left[code] = left[code]! - weights[row]!;
        sum -= weights[row]!;
      }
    }
    let leftSquares = 0;
    let rightSquares = 0;
    for (let c = 0; c < total.length; c++) {
      const below = left[c]!;
      const above = total[c]! - below;
      right[c] = above;
      leftSquares += below * below;
      rightSquares += above * above;
    }
    this.leftSquares = leftSquares;
    this.rightSquares = rightSquares;
    this.leftWeight = sum;
    this.at = position;
  }
}
