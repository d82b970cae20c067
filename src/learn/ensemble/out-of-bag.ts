import type { FlatTree } from "../tree/flat-tree.ts";
import { addTree } from "./forest.ts";

/** Adds up what trees say for the training rows that were not drawn for them. */
export class OutOfBag {
  private readonly X: Float32Array;
  private readonly cols: number;
  private readonly width: number;
  private readonly sums: Float64Array;
  private readonly counts: Float64Array;

  constructor(X: Float32Array, cols: number, width: number) {
    const rows = X.length / cols;
    this.X = X;
    this.cols = cols;
    this.width = width;
    this.sums = new Float64Array(rows * width);
    this.counts = new Float64Array(rows);
  }

  /** Adds a tree, for which the rows were drawn as often as `bag` tells. */
  add(tree: FlatTree, says: Float64Array, bag: Float64Array): void {
    const { X, cols, width, sums, counts } = this;
    const said = new Float64Array(sums.length);
    addTree(tree, says, X, cols, said);
    for (let i = 0; i < bag.length; i++) {
      if (bag[i]! > 0) continue;
      counts[i] = counts[i]! + 1;
      for (let at = i * width; at < (i + 1) * width; at++) sums[at] = sums[at]! + said[at]!;
    }
  }

  /** What the trees say on average, rows × width; 0 for rows that every tree has seen. */
  means(): Float64Array {
    return this.sums.map((sum, at) => sum / Math.max(1, this.counts[Math.floor(at / this.width)]!));
  }
}
