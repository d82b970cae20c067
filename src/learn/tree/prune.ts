import { type FlatTree, GrowingTree } from "./flat-tree.ts";

/** How large a tree is at best if each leaf costs `alpha`: below that alpha, more; and how impure its leaves are then. */
export type PruningStep = { alpha: number; impurity: number };

/** A tree whose branches can be cut off, the one that helps least for its leaves first. */
class PrunableTree {
  readonly isLeaf: Uint8Array;
  private readonly tree: FlatTree;
  private readonly parent: Int32Array;
  private readonly isIn: Uint8Array;
  /** How impure the rows of a node are, and those of the leaves below it, as a part of all rows. */
  private readonly ofNode: Float64Array;
  private readonly ofBranch: Float64Array;
  private readonly leaves: Int32Array;

  constructor(tree: FlatTree) {
    const { feature, left, right, weight, impurity } = tree;
    const count = feature.length;
    this.tree = tree;
    this.isLeaf = Uint8Array.from(feature, (asked) => (asked < 0 ? 1 : 0));
    this.isIn = new Uint8Array(count).fill(1);
    this.parent = new Int32Array(count).fill(-1);
    this.ofNode = new Float64Array(count);
    this.ofBranch = new Float64Array(count);
    this.leaves = new Int32Array(count);
    for (let at = 0; at < count; at++) {
      this.ofNode[at] = (weight[at]! * impurity[at]!) / weight[0]!;
      if (this.isLeaf[at]) continue;
      this.parent[left[at]!] = at;
      this.parent[right[at]!] = at;
    }
    for (let leaf = 0; leaf < count; leaf++) {
      if (!this.isLeaf[leaf]) continue;
      this.ofBranch[leaf] = this.ofNode[leaf]!;
      this.addAbove(leaf, 1, this.ofNode[leaf]!);
    }
  }

  /** How impure the leaves are together. */
  get impurity(): number {
    return this.ofBranch[0]!;
  }

  /** The branch that helps least for its leaves, and how much for each of them; -1 where there is none. */
  weakest(): { at: number; alpha: number } {
    const { ofNode, ofBranch, leaves } = this;
    let [at, alpha] = [-1, Number.MAX_VALUE];
    for (let node = 0; node < leaves.length; node++) {
      if (!this.isIn[node] || this.isLeaf[node]) continue;
      const its = (ofNode[node]! - ofBranch[node]!) / (leaves[node]! - 1);
      if (its < alpha) [at, alpha] = [node, its];
    }
    return { at, alpha };
  }

  /** Makes a leaf of a node. */
  cut(at: number): void {
    const { feature, left, right } = this.tree;
    const below = [at];
    for (let node = below.pop(); node !== undefined; node = below.pop()) {
      if (!this.isIn[node]) continue;
      this.isIn[node] = 0;
      if (feature[node]! >= 0) below.push(left[node]!, right[node]!);
    }
    this.isIn[at] = 1;
    this.isLeaf[at] = 1;
    const more = this.ofNode[at]! - this.ofBranch[at]!;
    const fewer = this.leaves[at]! - 1;
    this.leaves[at] = 0;
    this.ofBranch[at] = this.ofNode[at]!;
    this.addAbove(at, -fewer, more);
  }

  private addAbove(from: number, leaves: number, impurity: number): void {
    for (let at = this.parent[from]!; at >= 0; at = this.parent[at]!) {
      this.leaves[at] = this.leaves[at]! + leaves;
      this.ofBranch[at] = this.ofBranch[at]! + impurity;
    }
  }
}

/**
 * The part of a tree, from the root, that is best if each leaf costs `ccpAlpha`: branches that make the rows purer by
 * no more than that for each of their leaves are cut off, the weakest first. Takes nodes × cuts steps.
 *
 * Minimal cost-complexity pruning: Breiman, Friedman, Olshen and Stone, 1984, chapter 3.
 */
export function pruned(tree: FlatTree, ccpAlpha: number): FlatTree {
  if (ccpAlpha === 0) return tree;
  const prunable = new PrunableTree(tree);
  while (!prunable.isLeaf[0]) {
    const { at, alpha } = prunable.weakest();
    if (ccpAlpha < alpha) break;
    prunable.cut(at);
  }
  return copied(tree, prunable.isLeaf);
}

/** The costs of a leaf at which more of the tree is cut off, ascending, and how impure its leaves are from there on. */
export function pruningSteps(tree: FlatTree): PruningStep[] {
  const prunable = new PrunableTree(tree);
  const steps = [{ alpha: 0, impurity: prunable.impurity }];
  while (!prunable.isLeaf[0]) {
    const { at, alpha } = prunable.weakest();
    prunable.cut(at);
    steps.push({ alpha, impurity: prunable.impurity });
  }
  return steps;
}

/** The nodes from the root down to those marked as leaves, each left branch before the right one. */
function copied(tree: FlatTree, isLeaf: Uint8Array): FlatTree {
  const { width } = tree;
  const copy = new GrowingTree(width, tree.feature.length);
  const pending = [{ from: 0, parent: -1, isLeft: false }];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const { from, parent, isLeft } = node;
    const at = copy.add(tree.rows[from]!, tree.weight[from]!, tree.impurity[from]!);
    const { nodes } = copy;
    nodes.values.set(tree.values.subarray(from * width, (from + 1) * width), at * width);
    if (parent >= 0) (isLeft ? nodes.left : nodes.right)[parent] = at;
    if (isLeaf[from]) continue;
    nodes.feature[at] = tree.feature[from]!;
    nodes.threshold[at] = tree.threshold[from]!;
    pending.push({ from: tree.right[from]!, parent: at, isLeft: false });
    pending.push({ from: tree.left[from]!, parent: at, isLeft: true });
  }
  return copy.done();
}
