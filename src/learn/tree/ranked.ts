import type { Arranger } from "./arranger.ts";
import type { Columns } from "./columns.ts";
import { Introsorted } from "./introsorted.ts";
import type { Ranks } from "./ranks.ts";

/** Up to this many rows are sorted by insertion. */
const FEW = 24;
/** A node with more than this share of all rows picks them out of the order of all. */
const LARGE = 0.2;

/**
 * Sorts a node's rows by their ranks, found once for all trees of a forest: whole numbers sort several times faster.
 * Features with equal values are sorted as scikit-learn does where `tieOrder` says that their order matters.
 */
export class Ranked implements Arranger {
  readonly columns: Columns;
  readonly rows: Int32Array;
  private readonly ranks: Ranks;
  private readonly tieOrder: boolean;
  private readonly introsorted: Introsorted;
  /** A rank in the upper 16 bits, a row in the lower. */
  private readonly keys: Uint32Array;
  private readonly spare: Uint32Array;
  /** Half the bits of a rank, and how many ranks begin with the same ones. */
  private readonly halfBits: number;
  private readonly low: Int32Array;
  private readonly high: Int32Array;
  /** 1 for rows of the node that begins at `marked`. */
  private readonly isInside: Uint8Array;
  private marked = { start: 0, end: 0 };

  constructor(columns: Columns, rows: Int32Array, ranks: Ranks, tieOrder: boolean) {
    const all = columns[0]!.length;
    this.columns = columns;
    this.rows = rows;
    this.ranks = ranks;
    this.tieOrder = tieOrder;
    this.introsorted = new Introsorted(columns, rows);
    this.keys = new Uint32Array(rows.length);
    this.spare = new Uint32Array(rows.length);
    this.halfBits = Math.max(1, Math.ceil(Math.log2(all) / 2));
    this.low = new Int32Array((1 << this.halfBits) + 1);
    this.high = new Int32Array((1 << this.halfBits) + 1);
    this.isInside = new Uint8Array(all);
  }

  arrange(feature: number, start: number, end: number): Int32Array {
    if (this.tieOrder && !this.ranks.differs[feature]) {
      return this.introsorted.arrange(feature, start, end);
    }
    const size = end - start;
    const ranks = this.ranks.ranks[feature]!;
    if (size <= FEW) this.insert(ranks, start, end);
    else if (size > LARGE * ranks.length) this.pick(this.ranks.orders[feature]!, start, end);
    else this.sortByHalves(ranks, start, end);
    return this.rows;
  }

  part(feature: number, threshold: number, start: number, end: number): void {
    this.introsorted.part(feature, threshold, start, end);
  }

  private insert(ranks: Uint16Array, start: number, end: number): void {
    const { rows, keys } = this;
    const size = end - start;
    for (let i = 0; i < size; i++) {
      const row = rows[start + i]!;
      const key = ((ranks[row]! << 16) | row) >>> 0;
      let at = i;
      for (; at > 0 && keys[at - 1]! > key; at--) keys[at] = keys[at - 1]!;
      keys[at] = key;
    }
    for (let i = 0; i < size; i++) rows[start + i] = keys[i]! & 0xffff;
  }

  private pick(order: Int32Array, start: number, end: number): void {
    const { rows, isInside, marked } = this;
    if (marked.start !== start || marked.end !== end) {
      isInside.fill(0);
      for (let p = start; p < end; p++) isInside[rows[p]!] = 1;
      this.marked = { start, end };
    }
    let p = start;
    for (let i = 0; p < end; i++) {
      const row = order[i]!;
      rows[p] = row;
      p += isInside[row]!;
    }
  }

  /** Distributes the rows by the lower half of their ranks' bits, then by the upper half. */
  private sortByHalves(ranks: Uint16Array, start: number, end: number): void {
    const { rows, keys, spare, low, high, halfBits } = this;
    const mask = (1 << halfBits) - 1;
    const lowShift = 16;
    const highShift = 16 + halfBits;
    const size = end - start;
    for (let i = 0; i <= mask; i++) {
      low[i] = 0;
      high[i] = 0;
    }
    for (let i = 0; i < size; i++) {
      const row = rows[start + i]!;
      const rank = ranks[row]!;
      keys[i] = (rank << 16) | row;
      low[(rank & mask) + 1]!++;
      high[(rank >>> halfBits) + 1]!++;
    }
    for (let i = 1; i <= mask; i++) {
      low[i] = low[i]! + low[i - 1]!;
      high[i] = high[i]! + high[i - 1]!;
    }
    for (let i = 0; i < size; i++) {
      const key = keys[i]!;
      const bucket = (key >>> lowShift) & mask;
      const at = low[bucket]!;
      low[bucket] = at + 1;
      spare[at] = key;
    }
    for (let i = 0; i < size; i++) {
      const key = spare[i]!;
      const bucket = key >>> highShift;
      const at = high[bucket]!;
      high[bucket] = at + 1;
      rows[start + at] = key & 0xffff;
    }
  }
}
