import type { EncodedLabels } from "../base/labels.ts";
import type { Matrix } from "../base/matrix.ts";
import { RandomState } from "../random-state.ts";
import { BestSplitter, improvement, type Split } from "./best-splitter.ts";
import { type Criterion, impurity } from "./impurity.ts";
import { sortedColumns } from "./sorted-columns.ts";
import { Xorshift } from "./xorshift.ts";

/** One node; a leaf has `split` null and no children. `counts` are its training rows by class. */
export type TreeNode = {
  depth: number;
  counts: number[];
  split: Split | null;
  /** The children's positions in the list of nodes; 0, which is the root's, in a leaf. */
  left: number;
  right: number;
};

export type GrowthOptions = {
  criterion: Criterion;
  maxDepth: number | null;
  minSamplesSplit: number;
  minSamplesLeaf: number;
  randomState: number;
};

/** A node that is still to be looked at: its rows are `start` to `end` in each feature's order. */
type Pending = {
  start: number;
  end: number;
  depth: number;
  counts: Float64Array;
  constants: number;
  parent: TreeNode | null;
  side: "left" | "right";
};

const MAX_SEED = 0x7fffffff;

/**
 * Grows a classification tree depth first, left before right; yields each node as it is made and returns all,
 * the root first. The same tree as scikit-learn 1.2 grows from the same seed.
 *
 * CART: Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984.
 */
export function* growTree(
  X: Matrix,
  { classes, codes }: EncodedLabels,
  options: GrowthOptions,
): Generator<TreeNode, TreeNode[]> {
  const { criterion, minSamplesLeaf, minSamplesSplit } = options;
  const maxDepth = options.maxDepth ?? Number.POSITIVE_INFINITY;
  const random = new Xorshift(new RandomState(options.randomState).integers(0, MAX_SEED));
  const splitter = new BestSplitter({
    columns: sortedColumns(X),
    codes,
    classCount: classes.length,
    criterion,
    minSamplesLeaf,
    random,
  });
  const countRows = (feature: number, start: number, end: number) => {
    const counts = new Float64Array(classes.length);
    splitter.count(feature, start, end, counts);
    return counts;
  };

  const nodes: TreeNode[] = [];
  const root = { start: 0, end: X.rows, depth: 0, constants: 0, parent: null, side: "left" } as const;
  const pending: Pending[] = [{ ...root, counts: countRows(0, 0, X.rows) }];
  for (let current = pending.pop(); current; current = pending.pop()) {
    const { start, end, depth, counts, parent, side } = current;
    const node: TreeNode = { depth, counts: Array.from(counts), split: null, left: 0, right: 0 };
    if (parent) parent[side] = nodes.length;
    nodes.push(node);

    const size = end - start;
    const mixed = impurity(criterion, counts, size);
    if (depth < maxDepth && size >= minSamplesSplit && size >= 2 * minSamplesLeaf && mixed > Number.EPSILON) {
      const { split, constants } = splitter.find(start, end, counts, current.constants);
      if (split) {
        const middle = start + split.leftSize;
        const left = { counts: countRows(split.feature, start, middle), size: split.leftSize };
        const right = { counts: countRows(split.feature, middle, end), size: end - middle };
        // A split that makes nothing purer may still be worth it; one that makes it worse by rounding is not.
        const gain = improvement(criterion, { impurity: mixed, size }, left, right, X.rows);
        if (gain + Number.EPSILON >= 0) {
          node.split = split;
          splitter.part(start, end, split, constants);
          const child = { depth: depth + 1, constants, parent: node };
          pending.push({ ...child, start: middle, end, counts: right.counts, side: "right" });
          pending.push({ ...child, start, end: middle, counts: left.counts, side: "left" });
        }
      }
    }
    yield node;
  }
  return nodes;
}
