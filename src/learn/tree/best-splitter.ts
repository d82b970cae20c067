import type { Criterion } from "./impurity.ts";
import { entropy, gini, impurity } from "./impurity.ts";
import type { SortedColumns } from "./sorted-columns.ts";
import type { Xorshift } from "./xorshift.ts";

/** Values of a feature that differ by no more than this count as equal. */
const SAME_VALUE = Math.fround(1e-7);

/** Where to part the rows of a node: those with `feature` ≤ `threshold` go left, `leftSize` of them. */
export type Split = { feature: number; threshold: number; leftSize: number };

export type SplitterOptions = {
  columns: SortedColumns;
  codes: Int32Array;
  classCount: number;
  criterion: Criterion;
  minSamplesLeaf: number;
  random: Xorshift;
};

/**
 * Finds the best split of a node, as scikit-learn's best splitter does: features are drawn in random order
 * without replacement, and a later split replaces an earlier one only if it is strictly better, so the order
 * decides ties. Features found constant in a node are constant below it and are not drawn there again.
 *
 * A node is a range of each feature's sorted rows; parting it keeps both parts sorted, so that nothing is
 * sorted twice.
 */
export class BestSplitter {
  private readonly options: SplitterOptions;
  private readonly features: Int32Array;
  private readonly constantFeatures: Int32Array;
  private readonly left: Float64Array;
  private readonly right: Float64Array;
  private readonly goesLeft: Uint8Array;
  private readonly spare: Int32Array;

  constructor(options: SplitterOptions) {
    const featureCount = options.columns.values.length;
    this.options = options;
    this.features = Int32Array.from({ length: featureCount }, (_, f) => f);
    this.constantFeatures = new Int32Array(featureCount);
    this.left = new Float64Array(options.classCount);
    this.right = new Float64Array(options.classCount);
    this.goesLeft = new Uint8Array(options.codes.length);
    this.spare = new Int32Array(options.codes.length);
  }

  /**
   * The best split of the rows from `start` to `end`, whose classes are counted in `counts`, or null if there is
   * none; and how many features are constant there, of which the first `knownConstants` were known to be.
   */
  find(start: number, end: number, counts: Float64Array, knownConstants: number) {
    const { features, constantFeatures } = this;
    const { random } = this.options;
    const best = { feature: -1, threshold: 0, leftSize: 0, proxy: Number.NEGATIVE_INFINITY };
    let constants = knownConstants;
    let drawnConstants = 0;
    let undrawn = features.length;
    // `features` holds, in this order: constants drawn, constants not drawn, constants found here, features not
    // drawn yet, features drawn and scanned (from `undrawn` on).
    while (undrawn > constants) {
      const found = constants - knownConstants;
      const drawn = random.integer(drawnConstants, undrawn - found);
      if (drawn < knownConstants) {
        swap(features, drawn, drawnConstants++);
        continue;
      }
      const at = drawn + found;
      const feature = features[at]!;
      if (this.isConstant(feature, start, end)) {
        swap(features, at, constants++);
      } else {
        swap(features, at, --undrawn);
        this.scan(feature, start, end, counts, best);
      }
    }
    // Nodes below and beside this one rely on the order of the known constants.
    features.set(constantFeatures.subarray(0, knownConstants));
    constantFeatures.set(features.subarray(knownConstants, constants), knownConstants);
    const { proxy, ...split } = best;
    return { split: proxy === Number.NEGATIVE_INFINITY ? null : split, constants };
  }

  /** Parts the rows from `start` to `end`, in every feature's order but those of the first `constants` features. */
  part(start: number, end: number, split: Split, constants: number): void {
    const { goesLeft, spare, features } = this;
    const { orders } = this.options.columns;
    const deciding = orders[split.feature]!;
    for (let p = start; p < end; p++) goesLeft[deciding[p]!] = p < start + split.leftSize ? 1 : 0;
    for (let f = constants; f < features.length; f++) {
      const order = orders[features[f]!]!;
      let left = start;
      let right = 0;
      for (let p = start; p < end; p++) {
        const row = order[p]!;
        if (goesLeft[row]) order[left++] = row;
        else spare[right++] = row;
      }
      order.set(spare.subarray(0, right), left);
    }
  }

  /** Counts the classes of the rows from `start` to `end` in the order of `feature`, into `into`. */
  count(feature: number, start: number, end: number, into: Float64Array): void {
    const { codes, columns } = this.options;
    const order = columns.orders[feature]!;
    for (let p = start; p < end; p++) into[codes[order[p]!]!]!++;
  }

  private isConstant(feature: number, start: number, end: number): boolean {
    const { values, orders } = this.options.columns;
    const column = values[feature]!;
    const order = orders[feature]!;
    return column[order[end - 1]!]! <= Math.fround(column[order[start]!]! + SAME_VALUE);
  }

  /** Tries every threshold of one feature and keeps in `best` what is better than it. */
  private scan(
    feature: number,
    start: number,
    end: number,
    counts: Float64Array,
    best: Split & { proxy: number },
  ): void {
    const { left, right } = this;
    const { codes, columns, criterion, minSamplesLeaf } = this.options;
    const column = columns.values[feature]!;
    const order = columns.orders[feature]!;
    left.fill(0);
    right.set(counts);
    let leftSquares = 0;
    let rightSquares = 0;
    for (let c = 0; c < counts.length; c++) rightSquares += counts[c]! * counts[c]!;
    const lastStart = end - minSamplesLeaf;
    let next = column[order[start]!]!;
    for (let p = start + 1; p <= lastStart; p++) {
      const code = codes[order[p - 1]!]!;
      leftSquares += 2 * left[code]!++ + 1;
      rightSquares -= 2 * right[code]!-- - 1;
      const value = next;
      next = column[order[p]!]!;
      if (next <= Math.fround(value + SAME_VALUE) || p - start < minSamplesLeaf) continue;
      const leftSize = p - start;
      const rightSize = end - p;
      // The part of the improvement that depends on the split, in scikit-learn's order of operations: the last
      // bit decides between equally good splits.
      const proxy =
        criterion === "gini"
          ? -rightSize * gini(rightSquares, rightSize) - leftSize * gini(leftSquares, leftSize)
          : -rightSize * entropy(right, rightSize) - leftSize * entropy(left, leftSize);
      if (proxy > best.proxy) {
        best.proxy = proxy;
        best.feature = feature;
        best.leftSize = leftSize;
        const middle = value / 2 + next / 2;
        best.threshold = middle === next ? value : middle;
      }
    }
  }
}

/** How much purer a node's two parts are than the node, weighted by its share of all `rowCount` rows. */
export function improvement(
  criterion: Criterion,
  parent: { impurity: number; size: number },
  left: { counts: Float64Array; size: number },
  right: { counts: Float64Array; size: number },
  rowCount: number,
): number {
  const fromRight = (right.size / parent.size) * impurity(criterion, right.counts, right.size);
  const fromLeft = (left.size / parent.size) * impurity(criterion, left.counts, left.size);
  return (parent.size / rowCount) * (parent.impurity - fromRight - fromLeft);
}

function swap(array: Int32Array, a: number, b: number): void {
  const item = array[a]!;
  array[a] = array[b]!;
  array[b] = item;
}
