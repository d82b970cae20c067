import { depthsOf, type FlatTree } from "./flat-tree.ts";
import type { Split } from "./split.ts";

/** One node; a leaf has `split` null and no children. `counts` are its training rows by class, or their weights. */
export type TreeNode = {
  depth: number;
  counts: number[];
  split: Split | null;
  /** The children's positions in the list of nodes; 0, which is the root's, in a leaf. */
  left: number;
  right: number;
};

/** All nodes of a tree, the root first. */
export function nodesOf(tree: FlatTree): TreeNode[] {
  const depths = depthsOf(tree);
  return Array.from(depths, (depth, at) => {
    return nodeAt(tree, at, depth, tree.feature[at]! < 0 ? 0 : tree.rows[tree.left[at]!]!);
  });
}

/** One node of a tree; how deep it is and how many rows go left is not among its arrays. */
export function nodeAt(tree: FlatTree, at: number, depth: number, leftSize: number): TreeNode {
  const { feature, threshold, left, right, values, width } = tree;
  const split = feature[at]! < 0 ? null : { feature: feature[at]!, threshold: threshold[at]!, leftSize };
  const counts = Array.from(values.subarray(at * width, (at + 1) * width));
  return { depth, counts, split, left: left[at]!, right: right[at]! };
}

/** One node of a tree for numbers: `value` is the mean of its `size` training rows. */
export type RegressionNode = Omit<TreeNode, "counts"> & { value: number; size: number };

/** All nodes of a tree for numbers, the root first. */
export function regressionNodesOf(tree: FlatTree): RegressionNode[] {
  const depths = depthsOf(tree);
  return Array.from(depths, (depth, at) => {
    return regressionNodeAt(tree, at, depth, tree.feature[at]! < 0 ? 0 : tree.rows[tree.left[at]!]!);
  });
}

/** As `nodeAt`, of a tree for numbers. */
export function regressionNodeAt(
  tree: FlatTree,
  at: number,
  depth: number,
  leftSize: number,
): RegressionNode {
  const { counts, ...node } = nodeAt(tree, at, depth, leftSize);
  return { ...node, value: counts[0]!, size: tree.rows[at]! };
}
