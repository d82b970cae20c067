import type { Arranger } from "./arranger.ts";
import type { Criterion } from "./criterion.ts";
import { type FlatTree, GrowingTree } from "./flat-tree.ts";
import { pruned } from "./prune.ts";
import { Splitter } from "./splitter.ts";
import type { Xorshift } from "./xorshift.ts";

export type GrowthOptions = {
  maxDepth: number | null;
  maxLeafNodes: number | null;
  minSamplesSplit: number;
  minSamplesLeaf: number;
  minWeightFractionLeaf: number;
  minImpurityDecrease: number;
  ccpAlpha: number;
};

/** What a tree is grown from: the rows, what it is to make small, how many features it looks at, and chance. */
export type Growth = {
  arranger: Arranger;
  criterion: Criterion;
  /** The weight of all rows. */
  totalWeight: number;
  maxFeatures: number;
  random: Xorshift;
  options: GrowthOptions;
};

/** A node to be: the rows from `start` to `end`. */
export type Place = {
  start: number;
  end: number;
  depth: number;
  impurity: number;
  /** How many features are known to be constant. */
  constants: number;
  parent: number;
  isLeft: boolean;
};

/** How a node is parted: the question, how much purer that makes all rows, and both children. */
export type Parted = { feature: number; threshold: number; gain: number; left: Place; right: Place };

/**
 * Grows a tree node by node: the same as scikit-learn 1.2 grows from the same seed.
 *
 * CART: Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984.
 */
export abstract class Grower {
  readonly tree: GrowingTree;
  /** How many features there are. */
  readonly cols: number;
  /** How deep the node is that `next` told of last, and how many rows its question sends to the left; 0 in a leaf. */
  depth = 0;
  leftSize = 0;
  protected readonly root: Place;
  private readonly growth: Growth;
  private readonly splitter: Splitter;
  private readonly isInherited: boolean;
  private readonly allWeight: number;
  private readonly leastLeafWeight: number;

  /**
   * @param growth what the tree is grown from
   * @param isInherited whether a node's children follow on it, so that they can rely on what was constant in it
   */
  constructor(growth: Growth, isInherited: boolean) {
    const { arranger, criterion, maxFeatures, random, options } = growth;
    const { minSamplesLeaf } = options;
    this.growth = growth;
    this.isInherited = isInherited;
    this.cols = arranger.columns.length;
    // Above 0: where weights differ very much, subtracting them may leave nothing.
    this.leastLeafWeight = Math.max(Number.MIN_VALUE, options.minWeightFractionLeaf * growth.totalWeight);
    const rules = { maxFeatures, minSamplesLeaf, leastLeafWeight: this.leastLeafWeight };
    this.splitter = new Splitter(arranger, criterion, random, rules);
    this.tree = new GrowingTree(criterion.width, 64);
    const end = arranger.rows.length;
    criterion.open(arranger.rows, 0, end);
    this.allWeight = criterion.weight;
    const impurity = criterion.impurity();
    this.root = { start: 0, end, depth: 0, impurity, constants: 0, parent: -1, isLeft: false };
  }

  /** Decides whether the next node is parted, and returns its position, or -1 when there is none. */
  abstract next(): number;

  /** The tree when all its nodes are made: pruned as the options say. */
  done(): FlatTree {
    return pruned(this.tree.done(), this.growth.options.ccpAlpha);
  }

  /** Adds a node to the tree, a leaf for now; the criterion is then that of its rows. Returns its position. */
  protected add({ start, end, impurity, parent, isLeft }: Place): number {
    const { arranger, criterion } = this.growth;
    criterion.open(arranger.rows, start, end);
    const at = this.tree.add(end - start, criterion.weight, impurity);
    const { nodes } = this.tree;
    criterion.writeValue(nodes.values, at * nodes.width);
    if (parent >= 0) (isLeft ? nodes.left : nodes.right)[parent] = at;
    return at;
  }

  /** How the node that was just added at `at` is best parted, its rows put into two parts; null if it stays a leaf. */
  protected part(place: Place, at: number): Parted | null {
    const { splitter, allWeight } = this;
    const { arranger, criterion, options } = this.growth;
    const { start, end, impurity } = place;
    if (!this.mayPart(place) || !splitter.find(start, end, place.constants)) return null;
    const { feature, threshold, leftSize } = splitter.best;
    const middle = start + leftSize;
    arranger.part(feature, threshold, start, end, this.isInherited ? splitter.varying : splitter.all);
    const parts = criterion.part(arranger.rows, start, middle, end);
    const { weight } = criterion;
    const fromRight = (parts.rightWeight / weight) * parts.rightImpurity;
    const fromLeft = (parts.leftWeight / weight) * parts.leftImpurity;
    const gain = (weight / allWeight) * (impurity - fromRight - fromLeft);
    // A split that makes nothing purer may still be worth it; one that makes it worse by rounding is not.
    if (gain + Number.EPSILON < options.minImpurityDecrease) return null;
    const child = {
      depth: place.depth + 1,
      constants: this.isInherited ? splitter.constants : 0,
      parent: at,
    };
    return {
      feature,
      threshold,
      gain,
      left: { ...child, start, end: middle, impurity: parts.leftImpurity, isLeft: true },
      right: { ...child, start: middle, end, impurity: parts.rightImpurity, isLeft: false },
    };
  }

  /** Makes a question of what `part` found. */
  protected ask(at: number, { feature, threshold, left }: Parted): void {
    const { nodes } = this.tree;
    this.leftSize = left.end - left.start;
    nodes.feature[at] = feature;
    nodes.threshold[at] = threshold;
  }

  private mayPart({ start, end, depth, impurity }: Place): boolean {
    const { maxDepth, minSamplesSplit, minSamplesLeaf } = this.growth.options;
    const size = end - start;
    return (
      (maxDepth === null || depth < maxDepth) &&
      size >= minSamplesSplit &&
      size >= 2 * minSamplesLeaf &&
      this.growth.criterion.weight >= 2 * this.leastLeafWeight &&
      impurity > Number.EPSILON
    );
  }
}
