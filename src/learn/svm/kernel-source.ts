import { type Kernel, kernelOfProduct, tooLarge } from "./kernel.ts";
import { type Fours, productsOf, squares } from "./products.ts";

/** Up to so many rows all their kernels are kept (64 MB); with more, a problem keeps only rows that it needs. */
const MOST_ROWS_KEPT = 4000;

/** The kernels between training rows, as 32-bit numbers: made when first needed, shared by all problems of a fit. */
export type KernelSource = {
  rows: number;
  /** The kernel of each row with itself, as a 64-bit number. */
  diagonal: Float64Array;
  /** Writes the kernels of row `id` with the rows `ids` to `out`. */
  fill(id: number, ids: Int32Array, out: Float32Array): void;
};

/** Where the kernels of `rows` with each other come from. Throws when one is too large for 32 bits. */
export function kernelSource(kernel: Kernel, rows: Fours): KernelSource {
  const square = squares(rows);
  const diagonal = square.map((product) => kernelOfProduct(kernel, product, product, product));
  if (!diagonal.every((value) => Number.isFinite(Math.fround(value)))) throw tooLarge();
  const fill = rows.rows <= MOST_ROWS_KEPT ? keeping(kernel, rows, square) : computing(kernel, rows, square);
  return { rows: rows.rows, diagonal, fill };
}

/** Computes four rows of kernels at a time, and each kernel once, as the table is symmetric. */
function keeping(kernel: Kernel, rows: Fours, square: Float64Array): KernelSource["fill"] {
  const { groups } = rows;
  const width = 4 * groups;
  const table = new Float32Array(width * width);
  const done = new Uint8Array(groups);
  const tile = new Float64Array(16);
  const padded = new Float64Array(width);
  padded.set(square);

  function complete(g: number): void {
    let check = 0;
    for (let h = 0; h < groups; h++) {
      if (done[h]) {
        for (let r = 0; r < 4; r++) {
          for (let c = 0; c < 4; c++) {
            table[(4 * g + r) * width + 4 * h + c] = table[(4 * h + c) * width + 4 * g + r]!;
          }
        }
        continue;
      }
      productsOf(rows, g, rows, h, tile);
      for (let r = 0; r < 4; r++) {
        const a = 4 * g + r;
        for (let c = 0; c < 4; c++) {
          const b = 4 * h + c;
          const value = Math.fround(kernelOfProduct(kernel, tile[4 * r + c]!, padded[a]!, padded[b]!));
          table[a * width + b] = value;
          check += 0 * value;
        }
      }
    }
    if (check !== 0) throw tooLarge();
    done[g] = 1;
  }

  return (id, ids, out) => {
    if (!done[id >> 2]) complete(id >> 2);
    const start = id * width;
    for (let k = 0; k < ids.length; k++) out[k] = table[start + ids[k]!]!;
  };
}

function computing(kernel: Kernel, rows: Fours, square: Float64Array): KernelSource["fill"] {
  const { cols } = rows;
  const own = new Float64Array(cols);
  return (id, ids, out) => {
    const from = (id >> 2) * 4 * cols + (id & 3);
    for (let j = 0; j < cols; j++) own[j] = rows.values[from + 4 * j]!;
    let check = 0;
    for (let k = 0; k < ids.length; k++) {
      const other = ids[k]!;
      const value = kernelOfProduct(kernel, productWith(own, rows, other), square[id]!, square[other]!);
      out[k] = value;
      check += 0 * out[k]!;
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
