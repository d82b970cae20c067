import type { Merge } from "./merges.ts";

/** Numbers below the number of rows are rows; number rows + i is the cluster that merge i makes. */
export type MergeTree = {
  /** Which two each merge joins. */
  children: [number, number][];
  /** At which distance; never falling. */
  distances: number[];
};

/**
 * The tree of merges in rising order of their distances, earlier found ones first. The smaller number of a pair comes
 * first if `ordered`; else that of the merge's first row.
 */
export function mergeTree(merges: readonly Merge[], ordered: boolean): MergeTree {
  const rows = merges.length + 1;
  const parent = new Int32Array(2 * rows - 1).fill(-1);
  const sorted = merges.toSorted((x, y) => x.distance - y.distance);
  const children = sorted.map(({ a, b }, i): [number, number] => {
    const pair: [number, number] = [top(parent, a), top(parent, b)];
    parent[pair[0]] = rows + i;
    parent[pair[1]] = rows + i;
    return ordered && pair[0] > pair[1] ? [pair[1], pair[0]] : pair;
  });
  return { children, distances: sorted.map(({ distance }) => distance) };
}

/** The cluster that `node` is in by now; shortens the way for the next time. */
function top(parent: Int32Array, node: number): number {
  let root = node;
  while (parent[root]! >= 0) root = parent[root]!;
  for (let at = node; at !== root; ) {
    const next = parent[at]!;
    parent[at] = root;
    at = next;
  }
  return root;
}

/** For each row the number of its cluster when the last merges are undone until there are `count` clusters. */
export function cutTree({ children }: MergeTree, count: number): Int32Array {
  const rows = children.length + 1;
  // Clusters are numbered by their places in a heap from which always the last merge is taken, as scikit-learn does.
  const heap = [-(2 * rows - 2)];
  for (let i = 1; i < count; i++) {
    const [left, right] = children[-heap[0]! - rows]!;
    heap.push(-left);
    rise(heap, 0, heap.length - 1);
    heap[0] = -right;
    sink(heap);
  }
  const labels = new Int32Array(rows);
  for (const [label, node] of heap.entries()) {
    for (const row of rowsBelow(children, -node)) labels[row] = label;
  }
  return labels;
}

/** Moves the item at `place` up until its parent is no larger; those above `first` stay. */
function rise(heap: number[], first: number, place: number): void {
  const item = heap[place]!;
  let at = place;
  while (at > first) {
    const above = (at - 1) >> 1;
    if (!(item < heap[above]!)) break;
    heap[at] = heap[above]!;
    at = above;
  }
  heap[at] = item;
}

/** Puts the first item in its place: down to the end along the smaller children, then up again. */
function sink(heap: number[]): void {
  const item = heap[0]!;
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    if (child + 1 < heap.length && !(heap[child]! < heap[child + 1]!)) child++;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = item;
  rise(heap, 0, at);
}

/** The rows in the cluster `node`, those of its first part first. */
export function rowsBelow(children: readonly [number, number][], node: number): number[] {
  const rows = children.length + 1;
  const below: number[] = [];
  const open = [node];
  while (open.length > 0) {
    const next = open.pop()!;
    if (next < rows) below.push(next);
    else open.push(children[next - rows]![1], children[next - rows]![0]);
  }
  return below;
}
