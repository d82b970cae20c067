import { hierarchy, tree } from "d3";

/** One node of a decision tree, as far as its drawing needs it: see `nodes` of DecisionTreeClassifier. */
export interface TreeNodeLike {
  counts: readonly number[];
  split: { feature: number; threshold: number } | null;
  /** The children's places in the list of nodes. */
  left: number;
  right: number;
}

/** Where a node stands. */
export interface PlacedNode {
  /** Its place in the list of nodes. */
  at: number;
  depth: number;
  /** Middle of its box. */
  x: number;
  /** Its parent's place in the list, and whether it is the branch of those that answer yes. */
  parent?: number;
  yes?: boolean;
  /** How many questions below it are not drawn. */
  hidden: number;
}

export interface TreeLayout {
  nodes: PlacedNode[];
  /** From the left of the leftmost box to the right of the rightmost. */
  width: number;
  depth: number;
}

type Item = { at: number; children: Item[] };

function questionsBelow(nodes: readonly TreeNodeLike[], at: number): number {
  const node = nodes[at];
  if (!node?.split) return 0;
  return 1 + questionsBelow(nodes, node.left) + questionsBelow(nodes, node.right);
}

/**
 * Where the nodes of a binary tree stand, each `boxWidth` wide: by the algorithm of Reingold and Tilford (1981), as d3
 * has it. No two boxes of a level come nearer than `gap`.
 *
 * @param nodes the nodes, the root first; a child that is not among them yet is left out
 * @param most how many levels of questions are drawn
 */
export function treeLayout(
  nodes: readonly TreeNodeLike[],
  most: number,
  boxWidth: number,
  gap: number,
): TreeLayout {
  const grow = (at: number, depth: number): Item => {
    const node = nodes[at]!;
    const children = node.split && depth < most ? [node.left, node.right] : [];
    const known = children.filter((child) => child > at && nodes[child]);
    return { at, children: known.map((child) => grow(child, depth + 1)) };
  };
  const root = hierarchy(grow(0, 0));
  tree<Item>()
    .nodeSize([boxWidth + gap, 1])
    .separation(() => 1)(root);
  const placed = root.descendants() as (typeof root & { x: number })[];
  const low = Math.min(...placed.map(({ x }) => x));
  const high = Math.max(...placed.map(({ x }) => x));
  return {
    nodes: placed.map(({ data, depth, parent, x }) => ({
      at: data.at,
      depth,
      x: x - low + boxWidth / 2,
      parent: parent?.data.at,
      yes: parent ? nodes[parent.data.at]!.left === data.at : undefined,
      hidden: data.children.length === 0 ? questionsBelow(nodes, data.at) : 0,
    })),
    width: high - low + boxWidth,
    depth: Math.max(...placed.map(({ depth }) => depth)),
  };
}

/** The nodes that a row comes through, from the root to its leaf. Features are compared as 32-bit numbers. */
export function treePath(nodes: readonly TreeNodeLike[], row: ArrayLike<number>): number[] {
  const path = [0];
  for (let at = 0; nodes[at]?.split; ) {
    const { split, left, right } = nodes[at]!;
    const next = Math.fround(row[split!.feature]!) <= split!.threshold ? left : right;
    if (next <= at) break;
    path.push(next);
    at = next;
  }
  return path;
}
