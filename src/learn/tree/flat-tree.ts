/** A tree as plain arrays with one item a node, the root first. */
export type FlatTree = {
  /** How many numbers the value of a node has. */
  width: number;
  /** What is asked about; -1 in a leaf. */
  feature: Int32Array;
  threshold: Float64Array;
  /** The children's positions; 0, which is the root's, in a leaf. */
  left: Int32Array;
  right: Int32Array;
  /** How many training rows came there, and their weight. */
  rows: Int32Array;
  weight: Float64Array;
  impurity: Float64Array;
  /** What a node says, node after node: the weight of each class, or the mean. */
  values: Float64Array;
};

/** A tree that nodes can be added to. */
export class GrowingTree {
  count = 0;
  private arrays: FlatTree;

  constructor(width: number, capacity: number) {
    this.arrays = withCapacity(width, capacity);
  }

  /** Adds a leaf and returns its position. Its value is written by the caller, from `valueAt` on. */
  add(rows: number, weight: number, impurity: number): number {
    if (this.count === this.arrays.feature.length) this.enlarge();
    const { arrays } = this;
    const at = this.count++;
    arrays.feature[at] = -1;
    arrays.rows[at] = rows;
    arrays.weight[at] = weight;
    arrays.impurity[at] = impurity;
    return at;
  }

  /** The arrays as they are now: after the next `add` they may be others. */
  get nodes(): FlatTree {
    return this.arrays;
  }

  /** The tree as it is now, in arrays of its own of just its size. */
  done(): FlatTree {
    const { width } = this.arrays;
    const { count } = this;
    const tree = {} as Record<string, unknown>;
    for (const [name, array] of Object.entries(this.arrays)) {
      tree[name] =
        typeof array === "number" ? array : array.slice(0, name === "values" ? count * width : count);
    }
    return tree as FlatTree;
  }

  private enlarge(): void {
    const old = this.arrays;
    this.arrays = withCapacity(old.width, 2 * this.count);
    for (const [name, array] of Object.entries(this.arrays)) {
      if (typeof array !== "number") array.set(old[name as "feature"]);
    }
  }
}

function withCapacity(width: number, capacity: number): FlatTree {
  return {
    width,
    feature: new Int32Array(capacity),
    threshold: new Float64Array(capacity),
    left: new Int32Array(capacity),
    right: new Int32Array(capacity),
    rows: new Int32Array(capacity),
    weight: new Float64Array(capacity),
    impurity: new Float64Array(capacity),
    values: new Float64Array(capacity * width),
  };
}

/** The leaf of each of some rows, which lie row after row in `X`. */
export function leavesOf(tree: FlatTree, X: Float32Array, cols: number, into: Int32Array): void {
  const { feature, threshold, left, right } = tree;
  for (let i = 0, row = 0; i < into.length; i++, row += cols) {
    let at = 0;
    for (let asked = feature[0]!; asked >= 0; asked = feature[at]!) {
      at = X[row + asked]! <= threshold[at]! ? left[at]! : right[at]!;
    }
    into[i] = at;
  }
}

/** How deep each node is: 0 for the root. */
export function depthsOf({ feature, left, right }: FlatTree): Int32Array {
  const depths = new Int32Array(feature.length);
  // Children come after their parent.
  for (let at = 0; at < depths.length; at++) {
    if (feature[at]! < 0) continue;
    depths[left[at]!] = depths[at]! + 1;
    depths[right[at]!] = depths[at]! + 1;
  }
  return depths;
}

/**
 * How much each of `cols` features made the training rows purer, all together 1; all 0 where nothing is asked.
 * The mean decrease in impurity: Breiman, Friedman, Olshen and Stone, 1984.
 */
export function importancesOf(tree: FlatTree, cols: number): Float64Array {
  const { feature, left, right, weight, impurity } = tree;
  const importances = new Float64Array(cols);
  for (let at = 0; at < feature.length; at++) {
    const asked = feature[at]!;
    if (asked < 0) continue;
    const l = left[at]!;
    const r = right[at]!;
    importances[asked]! +=
      weight[at]! * impurity[at]! - weight[l]! * impurity[l]! - weight[r]! * impurity[r]!;
  }
  for (let j = 0; j < cols; j++) importances[j] = importances[j]! / weight[0]!;
  return normalised(importances);
}

/** The numbers divided by their sum, if that is not 0; in place. */
export function normalised(numbers: Float64Array): Float64Array {
  let sum = 0;
  for (const number of numbers) sum += number;
  if (sum > 0) for (let j = 0; j < numbers.length; j++) numbers[j] = numbers[j]! / sum;
  return numbers;
}
