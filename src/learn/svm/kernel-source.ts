import { type Kernel, kernelOf, kernelsOfTile, tooLarge } from "./kernel.ts";
import { type Fours, squares } from "./products.ts";
import { Tiles } from "./tiles.ts";

/** Up to so many rows all their kernels are kept (64 MB); with more, a problem keeps only rows that it needs. */
const MOST_ROWS_KEPT = 4000;

/** The kernels between training rows, as 32-bit numbers: made when first needed, shared by all problems of a fit. */
export type KernelSource = {
  rows: number;
  /** The kernel of each row with itself, as a 64-bit number. */
  diagonal: Float64Array;
  /** Writes the kernels of row `id` with the rows `ids` to `out`, from `at` on. */
  fill(id: number, ids: Int32Array, out: Float32Array, at: number): void;
};

/**
 * Where the kernels of `rows` with each other come from; of more than `mostKept` rows none are kept. Throws when one
 * is too large for 32 bits.
 */
export function kernelSource(kernel: Kernel, rows: Fours, mostKept = MOST_ROWS_KEPT): KernelSource {
  const square = squares(rows);
  const diagonal = square.map((product) => kernelOf(kernel, product, product + product - 2 * product));
  if (!diagonal.every((value) => Number.isFinite(Math.fround(value)))) throw tooLarge();
  const fill = rows.rows <= mostKept ? keeping(kernel, rows, square) : computing(kernel, rows, square);
  return { rows: rows.rows, diagonal, fill };
}

/** Computes four rows of kernels at a time, and each kernel once, as the table is symmetric. */
function keeping(kernel: Kernel, rows: Fours, square: Float64Array): KernelSource["fill"] {
  const { groups } = rows;
  const width = 4 * groups;
  const table = new Float32Array(width * width);
  const done = new Uint8Array(groups);
  const tiles = new Tiles(rows, rows);
  const padded = new Float64Array(width);
  padded.set(square);
  const isRadial = kernel.name === "rbf";

  function complete(g: number): void {
    let check = 0;
    tiles.open();
    const { tile } = tiles;
    for (let h = 0; h < groups; h++) {
      if (done[h]) mirror(g, h);
      else {
        tiles.products(g, h);
        if (isRadial) toDistances(tile, padded, 4 * g, 4 * h);
        kernelsOfTile(kernel, tile);
        for (let t = 0; t < 16; t++) {
          const at = (4 * g + (t >> 2)) * width + 4 * h + (t & 3);
          table[at] = tile[t]!;
          check += 0 * table[at]!;
        }
      }
    }
    if (check !== 0) throw tooLarge();
    done[g] = 1;
  }

  function mirror(g: number, h: number): void {
    for (let r = 0; r < 4; r++) {
      const to = (4 * g + r) * width + 4 * h;
      const from = 4 * h * width + 4 * g + r;
      table[to] = table[from]!;
      table[to + 1] = table[from + width]!;
      table[to + 2] = table[from + 2 * width]!;
      table[to + 3] = table[from + 3 * width]!;
    }
  }

  return (id, ids, out, at) => {
    if (!done[id >> 2]) complete(id >> 2);
    const start = id * width;
    for (let k = 0; k < ids.length; k++) out[at + k] = table[start + ids[k]!]!;
  };
}

/** |a - b|² = |a|² + |b|² - 2ab for a tile of products: LIBSVM's formula, whose rounding errors are part of its result. */
function toDistances(tile: Float64Array, square: Float64Array, a: number, b: number): void {
  for (let t = 0; t < 16; t++) tile[t] = square[a + (t >> 2)]! + square[b + (t & 3)]! - 2 * tile[t]!;
}

function computing(kernel: Kernel, rows: Fours, square: Float64Array): KernelSource["fill"] {
  const { cols } = rows;
  const own = new Float64Array(cols);
  return (id, ids, out, at) => {
    const from = (id >> 2) * 4 * cols + (id & 3);
    for (let j = 0; j < cols; j++) own[j] = rows.values[from + 4 * j]!;
    let check = 0;
    for (let k = 0; k < ids.length; k++) {
      const other = ids[k]!;
      const product = productWith(own, rows, other);
      out[at + k] = kernelOf(kernel, product, square[id]! + square[other]! - 2 * product);
      check += 0 * out[at + k]!;
    }
    if (check !== 0) throw tooLarge();
  };
}

function productWith(own: Float64Array, { values, cols }: Fours, other: number): number {
  let at = (other >> 2) * 4 * cols + (other & 3);
  let sum = 0;
  for (let j = 0; j < cols; j++, at += 4) sum += own[j]! * values[at]!;
  return sum;
}
