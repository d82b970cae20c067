import type { CentredRows } from "../linalg/centred-rows.ts";
import { rowProducts } from "../linalg/products.ts";
import { squaredDistance } from "./squared-distance.ts";

/** Bounds that are nearer to each other than this part of the lengths of row and centre may be off by rounding. */
const ROUNDING = 1e-6;

/** If more than this part of the rows must be looked at, all are: that is quicker than picking them out. */
const MOST = 0.75;

/**
 * The nearest centre of each row while centres move. Rows whose own centre is surely still the nearest, by how far
 * centres have moved, are passed over (Hamerly, 2010); the labels are those of looking at all, to the last tie.
 */
export class NearestCenters {
  /** The nearest centre of each row, the first of equally near ones; −1 before `assign`. */
  readonly labels: Int32Array;
  private readonly data: CentredRows;
  private readonly k: number;
  /** What the distance of each row to its own centre is at most, and to all others at least. */
  private readonly own: Float64Array;
  private readonly others: Float64Array;
  private readonly lengths: Float64Array;
  /** Room for the numbers of the rows that are looked at, for these rows, and for their products with the centres. */
  private readonly doubtful: Int32Array;
  private readonly packed: Float64Array;
  private readonly products: Float64Array;

  constructor(data: CentredRows, k: number) {
    const { rows, cols, squares } = data;
    this.data = data;
    this.k = k;
    this.labels = new Int32Array(rows).fill(-1);
    this.own = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
    this.others = new Float64Array(rows);
    this.lengths = squares.map(Math.sqrt);
    this.doubtful = new Int32Array(rows);
    this.packed = new Float64Array(rows * cols);
    this.products = new Float64Array(rows * k);
  }

  /** Widens the bounds by how far each centre has moved. */
  moved(before: Float64Array, after: Float64Array): void {
    const { cols } = this.data;
    const shifts = Float64Array.from({ length: this.k }, (_, c) =>
      Math.sqrt(squaredDistance(before, c * cols, after, c * cols, cols)),
    );
    const most = shifts.reduce((a, b) => Math.max(a, b));
    const { labels, own, others } = this;
    for (let i = 0; i < labels.length; i++) {
      own[i] = own[i]! + shifts[labels[i]!]!;
      others[i] = others[i]! - most;
    }
  }

  /** Gives each row its nearest centre; returns how many rows have another than before. */
  assign(centers: Float64Array): number {
    const { data, k, labels, own, others, doubtful, products } = this;
    const { squares, cols } = data;
    const sizes = new Float64Array(k);
    for (let c = 0; c < k; c++)
      for (let j = 0; j < cols; j++) sizes[c] = sizes[c]! + centers[c * cols + j]! ** 2;
    const longest = Math.sqrt(sizes.reduce((a, b) => Math.max(a, b)));
    const count = this.findDoubtful(longest);
    rowProducts(this.doubtfulRows(count), count, centers, k, cols, products);
    let changed = 0;
    for (let d = 0, at = 0; d < count; d++) {
      // The square of the row's own length is the same for all centres.
      let least = Number.POSITIVE_INFINITY;
      let second = Number.POSITIVE_INFINITY;
      let label = 0;
      for (let c = 0; c < k; c++) {
        const distance = sizes[c]! - 2 * products[at++]!;
        if (distance < least) {
          second = least;
          least = distance;
          label = c;
        } else if (distance < second) {
          second = distance;
        }
      }
      const i = doubtful[d]!;
      if (labels[i] !== label) changed++;
      labels[i] = label;
      own[i] = Math.sqrt(Math.max(0, squares[i]! + least));
      others[i] = Math.sqrt(Math.max(0, squares[i]! + second));
    }
    return changed;
  }

  /** Lists the rows that must be looked at, none of the centres being longer than `longest`; returns how many. */
  private findDoubtful(longest: number): number {
    const { own, others, doubtful, lengths } = this;
    const rows = own.length;
    let count = 0;
    for (let i = 0; i < rows; i++) {
      if (!(own[i]! + ROUNDING * (lengths[i]! + longest) < others[i]!)) doubtful[count++] = i;
    }
    if (count <= MOST * rows) return count;
    for (let i = 0; i < rows; i++) doubtful[i] = i;
    return rows;
  }

  private doubtfulRows(count: number): Float64Array {
    const { doubtful, packed } = this;
    const { values, rows, cols } = this.data;
    if (count === rows) return values;
    for (let d = 0, to = 0; d < count; d++) {
      for (let j = 0, from = doubtful[d]! * cols; j < cols; j++) packed[to++] = values[from++]!;
    }
    return packed;
  }
}
