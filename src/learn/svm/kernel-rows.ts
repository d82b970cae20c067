import type { KernelSource } from "./kernel-source.ts";

/** How many kernels one problem keeps at most unless told: 100 MB. */
const MOST_KEPT = 25_000_000;

/**
 * Rows of kernels in the order in which one problem has its variables, which changes as it puts some aside.
 * Keeps the rows that were used; when there is no more room, the one that was used longest ago goes.
 */
export class KernelRows {
  /** The rows, one after another: variable k of the row that begins at `start` has its kernel at start + k. */
  readonly values: Float32Array;
  /** The kernel of each variable's row with itself. */
  readonly diagonal: Float64Array;
  private readonly source: KernelSource;
  private readonly ids: Int32Array;
  private readonly room: number;
  /** For each row of `source` the slot that has it, or -1; and for each slot its row, and when it was used last. */
  private readonly slotOf: Int32Array;
  private readonly idIn: Int32Array;
  private readonly usedAt: Float64Array;
  private count = 0;
  private clock = 0;

  /**
   * @param source where kernels come from
   * @param ids for each variable the row of `source` that it stands for
   * @param memory where to keep rows: for problems that are solved one after another the same
   */
  constructor(source: KernelSource, ids: Int32Array, memory: KernelMemory) {
    const size = ids.length;
    this.source = source;
    this.ids = ids.slice();
    this.diagonal = new Float64Array(size);
    for (let k = 0; k < size; k++) this.diagonal[k] = source.diagonal[ids[k]!]!;
    // Two are in use at the same time.
    this.room = Math.min(source.rows, Math.max(2, Math.floor(memory.most / size)));
    this.values = memory.atLeast(Math.min(size, this.room) * size);
    this.slotOf = new Int32Array(source.rows).fill(-1);
    this.idIn = new Int32Array(this.room);
    this.usedAt = new Float64Array(this.room);
  }

  /** Where in `values` the kernels begin of the variable at `position` with all, in their order. */
  row(position: number): number {
    const id = this.ids[position]!;
    let slot = this.slotOf[id]!;
    if (slot < 0) slot = this.make(id);
    this.usedAt[slot] = ++this.clock;
    return slot * this.ids.length;
  }

  /** Two variables change places. */
  swap(a: number, b: number): void {
    const { ids, diagonal, values } = this;
    const id = ids[a]!;
    ids[a] = ids[b]!;
    ids[b] = id;
    const own = diagonal[a]!;
    diagonal[a] = diagonal[b]!;
    diagonal[b] = own;
    for (let start = 0; start < this.count * ids.length; start += ids.length) {
      const value = values[start + a]!;
      values[start + a] = values[start + b]!;
      values[start + b] = value;
    }
  }

  private make(id: number): number {
    let slot = this.count;
    if (slot < this.room) this.count++;
    else {
      slot = 0;
      for (let other = 1; other < this.room; other++)
        if (this.usedAt[other]! < this.usedAt[slot]!) slot = other;
      this.slotOf[this.idIn[slot]!] = -1;
    }
    this.source.fill(id, this.ids, this.values, slot * this.ids.length);
    this.slotOf[id] = slot;
    this.idIn[slot] = id;
    return slot;
  }
}

/** Memory for rows of kernels that problems solved one after another share. */
export class KernelMemory {
  /** How many kernels a problem may keep. */
  readonly most: number;
  private values = new Float32Array(0);

  constructor(most = MOST_KEPT) {
    this.most = most;
  }

  /** An array of at least so many numbers, not cleared. */
  atLeast(size: number): Float32Array {
    if (this.values.length < size) this.values = new Float32Array(size);
    return this.values;
  }
}
