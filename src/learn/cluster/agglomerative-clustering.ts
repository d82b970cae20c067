import { Estimator } from "../base/estimator.ts";
import type { MatrixLike } from "../base/matrix.ts";
import { anyOf, finiteNumber, nothing, oneOf, wholeNumber } from "../base/params.ts";
import { checkedRows } from "../base/targets.ts";
import { distanceTable, type Metric } from "./distance-table.ts";
import { cutTree, type MergeTree, mergeTree, rowsBelow } from "./merge-tree.ts";
import { chainMerges, type Linkage, treeMerges } from "./merges.ts";

type Fitted = MergeTree & { labels: Int32Array; nClusters: number };

/** One merge as a dendrogram draws it: two uprights and a bar; a row stands at its place in `leafOrder`. */
export type DendrogramLink = {
  /** Where the two uprights stand. */
  x: [number, number];
  /** Where each upright begins: at 0, or at the height of the merge that made it. */
  from: [number, number];
  /** The distance of the merge: where the bar is. */
  height: number;
  /** How many rows are below. */
  size: number;
};

/**
 * Agglomerative clustering: each row begins as its own cluster, and the two nearest become one, again and again
 * (Ward, 1963; Murtagh, 1983). `linkage` says how far apart clusters are: by how much their sum of squares would grow
 * (ward), by their farthest rows, the mean over all pairs, or their nearest rows.
 *
 * `fit` takes O(rows² × columns) and room for rows² numbers. There is no `predict`: only rows that were fitted have a cluster.
 * @example
 * const tree = new AgglomerativeClustering({nClusters: 2}).fit([[1], [1.5], [7], [8]]);
 * display(tree.labels);
 * display(tree.distances);
 */
export class AgglomerativeClustering extends Estimator<Fitted> {
  static override readonly typeName = "AgglomerativeClustering";
  static override readonly params = {
    nClusters: anyOf(wholeNumber(2, 1), nothing("decided by distanceThreshold")),
    linkage: oneOf("ward", "complete", "average", "single"),
    metric: oneOf("euclidean", "manhattan", "cosine"),
    distanceThreshold: anyOf(nothing("decided by nClusters"), finiteNumber(null, { least: 0 })),
  };
  declare nClusters: number | null;
  declare linkage: Linkage;
  declare metric: Metric;
  declare distanceThreshold: number | null;

  constructor(
    params: {
      /** How many clusters to stop at; null if `distanceThreshold` is given. */
      nClusters?: number | null;
      /** How far apart two clusters are. */
      linkage?: Linkage;
      /** How far apart two rows are; "ward" needs "euclidean". */
      metric?: Metric;
      /** Clusters at least this far apart are not merged; `nClusters` must then be null. */
      distanceThreshold?: number | null;
    } = {},
  ) {
    super(params);
  }

  /**
   * Merges the rows of `X`; `y` is not looked at. Throws when there are fewer than two rows or than clusters.
   *
   * @param X the samples, one a row
   */
  fit(X: MatrixLike, _y?: unknown): this {
    const matrix = checkedRows(X, 2, "AgglomerativeClustering");
    const { rows } = matrix;
    this.checkTogether(rows);
    const { linkage, metric } = this;
    const table = distanceTable(matrix, metric);
    const merges = linkage === "single" ? treeMerges(table, rows) : chainMerges(table, rows, linkage);
    const tree = mergeTree(merges, linkage !== "single" || metric === "cosine");
    const { distanceThreshold } = this;
    const nClusters =
      this.nClusters ?? 1 + tree.distances.filter((distance) => distance >= distanceThreshold!).length;
    this.fitted = { ...tree, labels: cutTree(tree, nClusters), nClusters };
    return this;
  }

  private checkTogether(rows: number): void {
    const { nClusters, distanceThreshold, linkage, metric } = this;
    if ((nClusters === null) === (distanceThreshold === null)) {
      throw new RangeError(
        `AgglomerativeClustering: one of nClusters and distanceThreshold must be null and the other a number, but they are ${nClusters} and ${distanceThreshold}`,
      );
    }
    if (linkage === "ward" && metric !== "euclidean") {
      throw new RangeError(
        `AgglomerativeClustering: linkage "ward" needs the metric "euclidean", but it is "${metric}"`,
      );
    }
    if (nClusters !== null && nClusters > rows) {
      throw new RangeError(
        `AgglomerativeClustering: nClusters must be at most the number of rows, which is ${rows}, but it is ${nClusters}`,
      );
    }
  }

  /**
   * `fit(X)`, then the cluster of each of its rows.
   *
   * @param X the samples, one a row
   */
  fitPredict(X: MatrixLike, _y?: unknown): number[] {
    return this.fit(X).labels;
  }

  /** The cluster of each row. */
  get labels(): number[] {
    return Array.from(this.learned.labels);
  }

  /** How many clusters the rows were cut into. */
  get nClustersFound(): number {
    return this.learned.nClusters;
  }

  /** How many rows were fitted. */
  get nLeaves(): number {
    return this.learned.labels.length;
  }

  /** Which two each merge joins: numbers below `nLeaves` are rows, `nLeaves + i` is what merge `i` makes. */
  get children(): [number, number][] {
    return this.learned.children.map(([left, right]) => [left, right]);
  }

  /** The distance at which each merge joins its two, never falling. */
  get distances(): number[] {
    return [...this.learned.distances];
  }

  /** The rows from left to right, so that no lines of a dendrogram cross. */
  get leafOrder(): number[] {
    const { children } = this.learned;
    return rowsBelow(children, 2 * children.length);
  }

  /** What a dendrogram draws: each merge with its place and height. */
  get links(): DendrogramLink[] {
    const { children, distances } = this.learned;
    const rows = this.nLeaves;
    const x = new Array<number>(2 * rows - 1);
    const sizes = new Array<number>(2 * rows - 1).fill(1);
    for (const [place, row] of this.leafOrder.entries()) x[row] = place;
    const heightOf = (node: number) => (node < rows ? 0 : distances[node - rows]!);
    return children.map(([left, right], i) => {
      x[rows + i] = (x[left]! + x[right]!) / 2;
      sizes[rows + i] = sizes[left]! + sizes[right]!;
      return {
        x: [x[left]!, x[right]!],
        from: [heightOf(left), heightOf(right)],
        height: distances[i]!,
        size: sizes[rows + i]!,
      };
    });
  }
}
