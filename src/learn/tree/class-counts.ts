import type { Criterion, Parts, Scanned } from "./criterion.ts";
import { entropy, gini, type Impurity, impurity } from "./impurity.ts";
import { type Best, keep, sameValue } from "./split.ts";

/**
 * Gini's index or the entropy of classes where every weight is a whole number: all sums are exact, so that squares
 * of counts can be carried along and the order of rows with equal values makes no difference.
 */
export class ClassCounts implements Criterion {
  readonly width: number;
  weight = 0;
  private readonly codes: Int32Array;
  private readonly weights: Float64Array;
  private readonly kind: Impurity;
  private readonly counts: Float64Array;
  private readonly left: Float64Array;
  private readonly right: Float64Array;

  constructor(codes: Int32Array, weights: Float64Array, classCount: number, kind: Impurity) {
    this.codes = codes;
    this.weights = weights;
    this.kind = kind;
    this.width = classCount;
    this.counts = new Float64Array(classCount);
    this.left = new Float64Array(classCount);
    this.right = new Float64Array(classCount);
  }

  open(rows: Int32Array, start: number, end: number): void {
    this.weight = this.count(rows, start, end, this.counts);
  }

  impurity(): number {
    return impurity(this.kind, this.counts, this.weight);
  }

  writeValue(into: Float64Array, at: number): void {
    into.set(this.counts, at);
  }

  part(rows: Int32Array, start: number, middle: number, end: number): Parts {
    const { left, right, kind } = this;
    const leftWeight = this.count(rows, start, middle, left);
    const rightWeight = this.count(rows, middle, end, right);
    return {
      leftWeight,
      rightWeight,
      leftImpurity: impurity(kind, left, leftWeight),
      rightImpurity: impurity(kind, right, rightWeight),
    };
  }

  scan({ feature, column, order, start, end, minSamplesLeaf, leastLeafWeight }: Scanned, best: Best): void {
    const { codes, weights, counts, left, right } = this;
    const isGini = this.kind === "gini";
    let leftSquares = 0;
    let rightSquares = 0;
    for (let c = 0; c < counts.length; c++) {
      const count = counts[c]!;
      left[c] = 0;
      right[c] = count;
      rightSquares += count * count;
    }
    let leftWeight = 0;
    let rightWeight = this.weight;
    const lastStart = end - minSamplesLeaf;
    let row = order[start]!;
    let next = column[row]!;
    for (let p = start + 1; p <= lastStart; p++) {
      const code = codes[row]!;
      const weight = weights[row]!;
      const before = left[code]!;
      const after = right[code]!;
      leftSquares += weight * (2 * before + weight);
      rightSquares -= weight * (2 * after - weight);
      left[code] = before + weight;
      right[code] = after - weight;
      leftWeight += weight;
      rightWeight -= weight;
      const value = next;
      row = order[p]!;
      next = column[row]!;
      if (sameValue(value, next) || p - start < minSamplesLeaf) continue;
      if (leftWeight < leastLeafWeight || rightWeight < leastLeafWeight) continue;
      // The part of the improvement that depends on the split, in scikit-learn's order of operations: the last
      // bit decides between equally good splits.
      const proxy = isGini
        ? -rightWeight * gini(rightSquares, rightWeight) - leftWeight * gini(leftSquares, leftWeight)
        : -rightWeight * entropy(right, rightWeight) - leftWeight * entropy(left, leftWeight);
      if (proxy > best.proxy) keep(best, feature, value, next, p - start, proxy);
    }
  }

  private count(rows: Int32Array, start: number, end: number, into: Float64Array): number {
    const { codes, weights } = this;
    let total = 0;
    into.fill(0);
    for (let p = start; p < end; p++) {
      const row = rows[p]!;
      const weight = weights[row]!;
      const code = codes[row]!;
      into[code] = into[code]! + weight;
      total += weight;
    }
    return total;
  }
}
