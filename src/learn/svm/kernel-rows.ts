import type { KernelSource } from "./kernel-source.ts";

/** How many kernels one problem keeps at most: 100 MB. */
const MOST_KEPT = 25_000_000;

/**
 * Rows of kernels in the order in which one problem has its variables, which changes as it puts some aside.
 * Keeps the rows that were used; when there is no more room, the one that was used longest ago goes.
 */
export class KernelRows {
  /** The kernel of each variable's row with itself. */
  readonly diagonal: Float64Array;
  private readonly source: KernelSource;
  private readonly ids: Int32Array;
  private readonly kept: (Float32Array | undefined)[];
  private readonly used: Float64Array;
  private readonly room: number;
  private count = 0;
  private clock = 0;

  /** @param ids for each variable the row of `source` that it stands for */
  constructor(source: KernelSource, ids: Int32Array) {
    this.source = source;
    this.ids = ids.slice();
    this.diagonal = Float64Array.from(ids, (id) => source.diagonal[id]!);
    this.kept = new Array<Float32Array | undefined>(source.rows).fill(undefined);
    this.used = new Float64Array(source.rows);
    // Two are in use at the same time.
    this.room = Math.max(2, Math.floor(MOST_KEPT / ids.length));
  }

  /** The kernels of the variable at `position` with all, in their order. */
  row(position: number): Float32Array {
    const id = this.ids[position]!;
    this.used[id] = ++this.clock;
    return this.kept[id] ?? this.make(id);
  }

  /** Two variables change places. */
  swap(a: number, b: number): void {
    const { ids, diagonal } = this;
    [ids[a], ids[b]] = [ids[b]!, ids[a]!];
    [diagonal[a], diagonal[b]] = [diagonal[b]!, diagonal[a]!];
    for (const row of this.kept) {
      if (row === undefined) continue;
      const value = row[a]!;
      row[a] = row[b]!;
      row[b] = value;
    }
  }

  private make(id: number): Float32Array {
    let row: Float32Array;
    if (this.count < this.room) {
      row = new Float32Array(this.ids.length);
      this.count++;
    } else {
      const oldest = this.oldest();
      row = this.kept[oldest]!;
      this.kept[oldest] = undefined;
    }
    this.source.fill(id, this.ids, row);
    this.kept[id] = row;
    return row;
  }

  private oldest(): number {
    let oldest = -1;
    for (let id = 0; id < this.kept.length; id++) {
      if (this.kept[id] !== undefined && (oldest < 0 || this.used[id]! < this.used[oldest]!)) oldest = id;
    }
    return oldest;
  }
}
