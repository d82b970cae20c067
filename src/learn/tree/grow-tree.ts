import type { Arranger } from "./arranger.ts";
import type { Criterion } from "./criterion.ts";
import { type FlatTree, GrowingTree } from "./flat-tree.ts";
import { Splitter } from "./splitter.ts";
import type { Xorshift } from "./xorshift.ts";

export type GrowthOptions = {
  maxDepth: number | null;
  minSamplesSplit: number;
  minSamplesLeaf: number;
  minImpurityDecrease: number;
};

/** What a tree is grown from: the rows, what it is to make small, how many features it looks at, and chance. */
export type Growth = {
  arranger: Arranger;
  criterion: Criterion;
  maxFeatures: number;
  random: Xorshift;
  options: GrowthOptions;
};

/** A node that is still to be looked at: the rows from `start` to `end`. */
type Pending = {
  start: number;
  end: number;
  depth: number;
  impurity: number;
  constants: number;
  parent: number;
  isLeft: boolean;
};

/** As `Grower`, at once. */
export function growTree(growth: Growth): FlatTree {
  const grower = new Grower(growth);
  while (grower.next() >= 0);
  return grower.tree.done();
}

/**
 * Grows a tree depth first, left before right: the same as scikit-learn 1.2 grows from the same seed.
 *
 * CART: Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984.
 */
export class Grower {
  readonly tree: GrowingTree;
  /** How many features there are. */
  readonly cols: number;
  /** How deep the node is that was made last, and how many rows its split sends to the left; 0 in a leaf. */
  depth = 0;
  leftSize = 0;
  private readonly growth: Growth;
  private readonly splitter: Splitter;
  private readonly pending: Pending[];
  private readonly allWeight: number;

  constructor(growth: Growth) {
    const { arranger, criterion, maxFeatures, random, options } = growth;
    const { minSamplesLeaf } = options;
    this.growth = growth;
    this.cols = arranger.columns.length;
    this.splitter = new Splitter(arranger, criterion, random, { maxFeatures, minSamplesLeaf });
    this.tree = new GrowingTree(criterion.width, 64);
    const end = arranger.rows.length;
    criterion.open(arranger.rows, 0, end);
    this.allWeight = criterion.weight;
    const impurity = criterion.impurity();
    this.pending = [{ start: 0, end, depth: 0, impurity, constants: 0, parent: -1, isLeft: false }];
  }

  /** Makes the next node and returns its position, or -1 when there is none. */
  next(): number {
    const current = this.pending.pop();
    if (current === undefined) return -1;
    const { arranger, criterion } = this.growth;
    const { start, end, impurity, parent } = current;
    this.depth = current.depth;
    this.leftSize = 0;
    criterion.open(arranger.rows, start, end);
    const at = this.tree.add(end - start, criterion.weight, impurity);
    const { nodes } = this.tree;
    criterion.writeValue(nodes.values, at * nodes.width);
    if (parent >= 0) (current.isLeft ? nodes.left : nodes.right)[parent] = at;
    if (this.mayPart(current)) this.tryToPart(current, at);
    return at;
  }

  private mayPart({ start, end, depth, impurity }: Pending): boolean {
    const { maxDepth, minSamplesSplit, minSamplesLeaf } = this.growth.options;
    const size = end - start;
    return (
      (maxDepth === null || depth < maxDepth) &&
      size >= minSamplesSplit &&
      size >= 2 * minSamplesLeaf &&
      impurity > Number.EPSILON
    );
  }

  private tryToPart({ start, end, depth, impurity, constants: known }: Pending, at: number): void {
    const { splitter, allWeight } = this;
    const { arranger, criterion, options } = this.growth;
    if (!splitter.find(start, end, known)) return;
    const { feature, threshold, leftSize } = splitter.best;
    const { constants } = splitter;
    const middle = start + leftSize;
    arranger.part(feature, threshold, start, end, splitter.varying);
    const parts = criterion.part(arranger.rows, start, middle, end);
    const { weight } = criterion;
    const fromRight = (parts.rightWeight / weight) * parts.rightImpurity;
    const fromLeft = (parts.leftWeight / weight) * parts.leftImpurity;
    const improvement = (weight / allWeight) * (impurity - fromRight - fromLeft);
    // A split that makes nothing purer may still be worth it; one that makes it worse by rounding is not.
    if (improvement + Number.EPSILON < options.minImpurityDecrease) return;
    this.leftSize = leftSize;
    const { nodes } = this.tree;
    nodes.feature[at] = feature;
    nodes.threshold[at] = threshold;
    const child = { depth: depth + 1, constants, parent: at };
    this.pending.push({ ...child, start: middle, end, impurity: parts.rightImpurity, isLeft: false });
    this.pending.push({ ...child, start, end: middle, impurity: parts.leftImpurity, isLeft: true });
  }
}
