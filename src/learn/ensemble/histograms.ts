import type { Bins } from "./bins.ts";

/** What a bin holds: the sums of gradients and of hessians, and the number of rows. */
const FIELDS = 3;

/** Where a node is best parted: rows with `feature` in bins up to `bin` go left. */
export type BinSplit = {
  gain: number;
  feature: number;
  bin: number;
  leftGradient: number;
  leftHessian: number;
};

export type SplitRules = { minSamplesLeaf: number; l2Regularization: number };

/** Less curvature than this on one side is too little to part. */
const LEAST_HESSIAN = 1e-3;

/** What a leaf adds: one Newton step. */
export function leafValue(gradient: number, hessian: number, l2Regularization: number): number {
  return -gradient / (hessian + l2Regularization + 1e-15);
}

/** Histograms of all features of one node, feature after feature. */
export class Histograms {
  readonly sums: Float64Array;
  private readonly offsets: Int32Array;

  constructor({ thresholds }: Bins) {
    this.offsets = new Int32Array(thresholds.length + 1);
    for (const [j, { length }] of thresholds.entries()) {
      this.offsets[j + 1] = this.offsets[j]! + FIELDS * (length + 1);
    }
    this.sums = new Float64Array(this.offsets[thresholds.length]!);
  }

  /** Sums up the rows from `start` to `end` in `rows`; the gradients and hessians are given in their order. */
  build(
    { codes }: Bins,
    rows: Int32Array,
    start: number,
    end: number,
    gradients: Float64Array,
    hessians: Float64Array,
  ): void {
    const { sums, offsets } = this;
    sums.fill(0);
    const all = rows.length;
    for (let j = 0; j < offsets.length - 1; j++) {
      const first = j * all;
      const offset = offsets[j]!;
      for (let p = start; p < end; p++) {
        const at = offset + FIELDS * codes[first + rows[p]!]!;
        sums[at] = sums[at]! + gradients[p]!;
        sums[at + 1] = sums[at + 1]! + hessians[p]!;
        sums[at + 2] = sums[at + 2]! + 1;
      }
    }
  }

  /** Takes those of one child from these, which are the parent's: the other child's remain. */
  subtract(child: Histograms): void {
    const mine = this.sums;
    const others = child.sums;
    for (let i = 0; i < mine.length; i++) mine[i] = mine[i]! - others[i]!;
  }

  /** The best split of a node with these sums, whose value is `value`, kept in `best`; its gain is 0 if there is none. */
  findBest(
    count: number,
    gradient: number,
    hessian: number,
    value: number,
    { minSamplesLeaf, l2Regularization }: SplitRules,
    best: BinSplit,
  ): void {
    const { sums, offsets } = this;
    const before = gradient * value;
    best.gain = 0;
    for (let j = 0; j < offsets.length - 1; j++) {
      const first = offsets[j]!;
      const last = offsets[j + 1]! - FIELDS;
      let leftGradient = 0;
      let leftHessian = 0;
      let leftCount = 0;
      for (let at = first; at < last; at += FIELDS) {
        leftGradient += sums[at]!;
        leftHessian += sums[at + 1]!;
        leftCount += sums[at + 2]!;
        if (leftCount < minSamplesLeaf) continue;
        if (count - leftCount < minSamplesLeaf) break;
        const rightHessian = hessian - leftHessian;
        if (leftHessian < LEAST_HESSIAN) continue;
        if (rightHessian < LEAST_HESSIAN) break;
        const rightGradient = gradient - leftGradient;
        const left = -leftGradient / (leftHessian + l2Regularization + 1e-15);
        const right = -rightGradient / (rightHessian + l2Regularization + 1e-15);
        const gain = before - leftGradient * left - rightGradient * right;
        if (gain > best.gain) {
          best.gain = gain;
          best.feature = j;
          best.bin = (at - first) / FIELDS;
          best.leftGradient = leftGradient;
          best.leftHessian = leftHessian;
        }
      }
    }
  }
}
