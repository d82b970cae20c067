/** What a dendrogram draws of a tree of merges: see `AgglomerativeClustering`. */
export interface MergesLike {
  /** Which two each merge joins: numbers below the number of rows are rows, others earlier merges. */
  children: readonly (readonly [number, number])[];
  /** At which distance, never falling. */
  distances: readonly number[];
  /** Rows from left to right. */
  leafOrder: readonly number[];
}

/**
 * The height at which a tree of merges falls into `count` clusters: halfway between the last merge that stays and the
 * first that is undone. One cluster is a little above the top.
 */
export function cutHeight({ distances }: Pick<MergesLike, "distances">, count: number): number {
  const rows = distances.length + 1;
  const stays = distances[rows - count - 1] ?? 0;
  const undone = distances[rows - count] ?? 1.05 * (distances.at(-1) ?? 1);
  return (stays + undone) / 2;
}

/** How many clusters a tree of merges falls into at a height. */
export function clustersAt({ distances }: Pick<MergesLike, "distances">, height: number): number {
  return 1 + distances.filter((distance) => distance >= height).length;
}

/**
 * The clusters of a tree that is cut into `count`, numbered from left to right.
 * @returns for each row its cluster, and for each merge the cluster that it lies in, -1 above the cut
 */
export function dendrogramClusters(
  { children, leafOrder }: MergesLike,
  count: number,
): { ofRows: Int32Array; ofMerges: Int32Array } {
  const rows = children.length + 1;
  const kept = rows - count;
  // Which merge below the cut a node ends up in: itself, until a later one takes it.
  const parent = Int32Array.from({ length: rows + kept }, (_, node) => node);
  for (let merge = 0; merge < kept; merge++) {
    for (const child of children[merge]!) parent[child] = rows + merge;
  }
  const topOf = (node: number) => {
    let top = node;
    while (parent[top] !== top) top = parent[top]!;
    return top;
  };
  const numbers = new Map<number, number>();
  const ofRows = new Int32Array(rows);
  for (const row of leafOrder) {
    const top = topOf(row);
    if (!numbers.has(top)) numbers.set(top, numbers.size);
    ofRows[row] = numbers.get(top)!;
  }
  const ofMerges = Int32Array.from(children, (_, merge) => {
    return merge < kept ? numbers.get(topOf(rows + merge))! : -1;
  });
  return { ofRows, ofMerges };
}
