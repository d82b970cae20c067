import { GainHeap } from "../tree/gain-heap.ts";
import type { Bins } from "./bins.ts";
import { type BinSplit, Histograms, leafValue } from "./histograms.ts";

/** A tree of a boosted model: one item a node, the root first; `feature` is -1 in a leaf. */
export type BoostedTree = {
  feature: Int32Array;
  threshold: Float64Array;
  left: Int32Array;
  right: Int32Array;
  value: Float64Array;
};

export type BoostedGrowth = {
  learningRate: number;
  maxLeafNodes: number | null;
  maxDepth: number | null;
  minSamplesLeaf: number;
  l2Regularization: number;
};

type Node = BinSplit & {
  at: number;
  depth: number;
  start: number;
  end: number;
  gradient: number;
  hessian: number;
  value: number;
  histograms: Histograms | null;
};

/**
 * Grows the trees of a boosted model, always parting the leaf next that gains most. A node's histograms are the
 * parent's less its sibling's where the sibling has fewer rows.
 *
 * Ke et al., LightGBM, NIPS 2017; Chen and Guestrin, XGBoost, KDD 2016, equation 7.
 */
export class BoostedTreeGrower {
  private readonly bins: Bins;
  private readonly options: BoostedGrowth;
  private readonly rows: Int32Array;
  private readonly spare: Int32Array;
  private readonly gradients: Float64Array;
  private readonly hessians: Float64Array;
  /** Histograms that no node uses any more. */
  private readonly free: Histograms[] = [];

  constructor(bins: Bins, rows: number, options: BoostedGrowth) {
    this.bins = bins;
    this.options = options;
    this.rows = new Int32Array(rows);
    this.spare = new Int32Array(rows);
    this.gradients = new Float64Array(rows);
    this.hessians = new Float64Array(rows);
  }

  /** Grows one tree and adds its values to `raw`; gradients and hessians are one a row. */
  grow(gradients: Float32Array, hessians: Float32Array, raw: Float64Array): BoostedTree {
    const { options, rows } = this;
    const nodes: Node[] = [];
    const splits: { feature: number; bin: number; left: number; right: number }[] = [];
    const add = (
      depth: number,
      start: number,
      end: number,
      gradient: number,
      hessian: number,
      value: number,
    ) => {
      const split = { gain: 0, feature: -1, bin: 0, leftGradient: 0, leftHessian: 0 };
      const place = { at: nodes.length, depth, start, end };
      const node: Node = { ...place, gradient, hessian, value, histograms: null, ...split };
      nodes.push(node);
      splits.push({ feature: -1, bin: 0, left: 0, right: 0 });
      return node;
    };
    const heap = new GainHeap<Node>();
    let leaves = 0;
    const close = (node: Node) => {
      leaves++;
      this.release(node);
    };
    const consider = (node: Node) => {
      const { start, end, gradient, hessian, value } = node;
      node.histograms!.findBest(end - start, gradient, hessian, value, options, node);
      if (node.gain > 0) heap.push(node);
      else close(node);
    };

    for (let i = 0; i < rows.length; i++) rows[i] = i;
    const root = add(0, 0, rows.length, sum(gradients), sum(hessians), 0);
    if (rows.length >= 2 * options.minSamplesLeaf) {
      root.histograms = this.build(root, gradients, hessians);
      consider(root);
    }
    for (let node = heap.pop(); node !== undefined; node = heap.pop()) {
      const middle = this.part(node);
      const { start, end, depth, gradient, hessian, leftGradient, leftHessian } = node;
      const { l2Regularization } = options;
      const rightGradient = gradient - leftGradient;
      const rightHessian = hessian - leftHessian;
      const leftValue = leafValue(leftGradient, leftHessian, l2Regularization);
      const rightValue = leafValue(rightGradient, rightHessian, l2Regularization);
      const left = add(depth + 1, start, middle, leftGradient, leftHessian, leftValue);
      const right = add(depth + 1, middle, end, rightGradient, rightHessian, rightValue);
      splits[node.at] = { feature: node.feature, bin: node.bin, left: left.at, right: right.at };
      const isFull = options.maxLeafNodes !== null && leaves + heap.size + 2 === options.maxLeafNodes;
      const isDeep = options.maxDepth !== null && depth + 1 === options.maxDepth;
      if (isFull) {
        this.release(node);
        for (let rest = heap.pop(); rest !== undefined; rest = heap.pop()) close(rest);
        break;
      }
      const mayPart = (child: Node) => !isDeep && child.end - child.start >= 2 * options.minSamplesLeaf;
      const partLeft = mayPart(left);
      const partRight = mayPart(right);
      if (partLeft || partRight) this.divide(node, left, right, gradients, hessians);
      else this.release(node);
      if (partLeft) consider(left);
      else close(left);
      if (partRight) consider(right);
      else close(right);
    }
    return this.finish(nodes, splits, raw);
  }

  /** Gives the parent's histograms to its larger child, less those of the smaller one. */
  private divide(
    parent: Node,
    left: Node,
    right: Node,
    gradients: Float32Array,
    hessians: Float32Array,
  ): void {
    const isLeftSmaller = left.end - left.start < right.end - right.start;
    const [small, large] = isLeftSmaller ? [left, right] : [right, left];
    small.histograms = this.build(small, gradients, hessians);
    large.histograms = parent.histograms;
    parent.histograms = null;
    large.histograms!.subtract(small.histograms);
  }

  private build({ start, end }: Node, gradients: Float32Array, hessians: Float32Array): Histograms {
    const { rows } = this;
    for (let p = start; p < end; p++) {
      this.gradients[p] = gradients[rows[p]!]!;
      this.hessians[p] = hessians[rows[p]!]!;
    }
    const histograms = this.free.pop() ?? new Histograms(this.bins);
    histograms.build(this.bins, rows, start, end, this.gradients, this.hessians);
    return histograms;
  }

  private release(node: Node): void {
    if (node.histograms) this.free.push(node.histograms);
    node.histograms = null;
  }

  /** Brings the rows that go left to the front, all in their order; returns where the others begin. */
  private part({ start, end, feature, bin }: Node): number {
    const { rows, spare } = this;
    const { codes } = this.bins;
    const first = feature * rows.length;
    let left = start;
    let right = 0;
    for (let p = start; p < end; p++) {
      const row = rows[p]!;
      if (codes[first + row]! <= bin) rows[left++] = row;
      else spare[right++] = row;
    }
    for (let p = 0; p < right; p++) rows[left + p] = spare[p]!;
    return left;
  }

  private finish(
    nodes: readonly Node[],
    splits: readonly { feature: number; bin: number; left: number; right: number }[],
    raw: Float64Array,
  ): BoostedTree {
    const { learningRate } = this.options;
    const value = Float64Array.from(nodes, (node) => node.value * learningRate);
    for (const [at, { start, end }] of nodes.entries()) {
      if (splits[at]!.feature >= 0) continue;
      for (let p = start; p < end; p++) {
        const row = this.rows[p]!;
        raw[row] = raw[row]! + value[at]!;
      }
    }
    return {
      feature: Int32Array.from(splits, ({ feature }) => feature),
      threshold: Float64Array.from(splits, ({ feature, bin }) => this.bins.thresholds[feature]?.[bin] ?? 0),
      left: Int32Array.from(splits, ({ left }) => left),
      right: Int32Array.from(splits, ({ right }) => right),
      value,
    };
  }
}

function sum(values: Float32Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}
